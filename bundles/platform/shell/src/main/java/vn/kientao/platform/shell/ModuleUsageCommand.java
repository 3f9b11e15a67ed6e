package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.kientao.platform.api.module.ModuleUsage;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.text.Formats;

/** What the releases of a module that are up have done on this node. */
@Service
@Command(
        scope = "module",
        name = "usage",
        description = "Shows requests, errors and what they cost, by agency and release",
        detailedDescription = "classpath:help/module-usage.txt")
public final class ModuleUsageCommand extends Answer {

    @Argument(name = "ID", description = "Module id", required = true, multiValued = true)
    @Completion(ModuleIds.class)
    private List<String> arguments;

    @Reference
    private Modules modules;

    @Override
    void answer() throws Exception {
        List<ModuleUsage> usages = modules.usage(moduleId(argument(arguments)));
        if (json) {
            printJson(usages.stream().map(Json::usage).toList());
            return;
        }
        ShellTable table = table(
                "usage", List.of("agency", "version", "requests", "errors", "time", "p95", "database", "allocated"));
        for (ModuleUsage usage : usages) {
            table.addRow()
                    .addContent(
                            usage.agency().isEmpty() ? say("shell.usage.public") : usage.agency(),
                            usage.version(),
                            Formats.number(usage.requests()),
                            Formats.number(usage.errors()),
                            Formats.number(usage.time().toMillis()) + " ms",
                            Formats.number(usage.p95().toMillis()) + " ms",
                            Formats.number(usage.database().toMillis()) + " ms",
                            Formats.number(usage.allocated() / 1024 / 1024) + " MB");
        }
        print(table);
    }
}
