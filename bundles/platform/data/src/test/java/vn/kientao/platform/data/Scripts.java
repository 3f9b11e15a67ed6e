package vn.kientao.platform.data;

import java.util.ArrayList;
import java.util.List;
import vn.kientao.platform.api.data.MigrationScripts;
import vn.kientao.platform.api.data.MigrationScripts.Script;

/** Scripts written in a test. */
final class Scripts implements MigrationScripts {
    private final List<Script> expand = new ArrayList<>();
    private final List<Script> contract = new ArrayList<>();

    static Scripts expand(String name, String sql) {
        return new Scripts().andExpand(name, sql);
    }

    Scripts andExpand(String name, String sql) {
        expand.add(new Script(name, sql));
        return this;
    }

    Scripts andContract(String name, String sql) {
        contract.add(new Script(name, sql));
        return this;
    }

    @Override
    public List<Script> in(String folder) {
        return folder.equals("db/expand") ? expand : contract;
    }
}
