package vn.kientao.platform.shell;

import java.util.List;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.ReleaseHistory;
import vn.kientao.platform.api.text.Formats;

/** The versions of a module that were received. */
@Service
@Command(
        scope = "module",
        name = "history",
        description = "Lists the versions of a module that were received, and which can be returned to",
        detailedDescription = "classpath:help/module-history.txt")
public final class ModuleHistoryCommand extends Answer {

    @Argument(name = "ID", description = "Module id", required = true, multiValued = true)
    @Completion(ModuleIds.class)
    private List<String> arguments;

    @Reference
    private Modules modules;

    @Override
    void answer() throws Exception {
        List<ReleaseHistory> history = modules.history(moduleId(argument(arguments)));
        if (json) {
            printJson(history.stream().map(Json::release).toList());
            return;
        }
        ShellTable table =
                table("history", List.of("version", "way", "served", "publisher", "agencies", "sha256", "problem"));
        for (ReleaseHistory release : history) {
            table.addRow()
                    .addContent(
                            release.version(),
                            say("shell.way." + release.way()),
                            release.servedAt().map(Formats::time).orElse("–"),
                            release.publisher().orElse("–"),
                            String.join(", ", new TreeSet<>(release.agencies())),
                            release.sha256().substring(0, 12),
                            release.problem().map(words()::get).orElse(""));
        }
        print(table);
    }
}
