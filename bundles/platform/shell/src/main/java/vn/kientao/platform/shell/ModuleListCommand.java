package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.text.Formats;

/** Which modules are here, and how they are. */
@Service
@Command(
        scope = "module",
        name = "list",
        description = "Lists modules with version, state and what wants attention",
        detailedDescription = "classpath:help/module-list.txt")
public final class ModuleListCommand extends Answer {

    @Reference
    private Modules modules;

    @Override
    void answer() throws Exception {
        List<ModuleStatus> all = modules.all();
        if (json) {
            printJson(all.stream().map(Json::module).toList());
            return;
        }
        ShellTable table = table("module", List.of("id", "name", "version", "state", "since", "off", "problem"));
        for (ModuleStatus module : all) {
            table.addRow()
                    .addContent(
                            module.id(),
                            words().get(module.name()),
                            module.live()
                                    .map(ModuleManifest::version)
                                    .map(Object::toString)
                                    .orElse("–"),
                            say("shell.state." + module.state()),
                            module.liveSince().map(Formats::time).orElse("–"),
                            module.off().isEmpty()
                                    ? "–"
                                    : String.valueOf(module.off().size()),
                            module.problem().map(words()::get).orElse(""));
        }
        print(table);
    }
}
