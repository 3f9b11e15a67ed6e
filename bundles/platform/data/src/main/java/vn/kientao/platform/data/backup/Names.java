package vn.kientao.platform.data.backup;

import java.util.List;
import java.util.stream.Collectors;
import vn.kientao.platform.data.backup.Manifest.Column;

/** Writes names into statements; some of our tables and columns are called as words of SQL are. */
final class Names {

    private Names() {}

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(String schema, String name) {
        return quoted(schema) + "." + quoted(name);
    }

    static String quoted(List<Column> columns) {
        return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    }
}
