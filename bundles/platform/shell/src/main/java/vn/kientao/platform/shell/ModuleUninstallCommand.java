package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Takes a module out of the platform and keeps its data. */
@Service
@Command(
        scope = "module",
        name = "uninstall",
        description = "Takes a module out of the platform; its data stays",
        detailedDescription = "classpath:help/module-uninstall.txt")
public final class ModuleUninstallCommand extends RolloutAnswer {

    @Argument(name = "ID", description = "Module id", required = true, multiValued = true)
    @Completion(ModuleIds.class)
    private List<String> arguments;

    @Override
    void answer() throws Exception {
        follow(control.uninstall(moduleId(argument(arguments)), SHELL));
    }
}
