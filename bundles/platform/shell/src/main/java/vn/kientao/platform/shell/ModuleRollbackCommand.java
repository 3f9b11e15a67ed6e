package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Returns a module to the version that served before. */
@Service
@Command(
        scope = "module",
        name = "rollback",
        description = "Returns a module to the version that served before",
        detailedDescription = "classpath:help/module-rollback.txt")
public final class ModuleRollbackCommand extends RolloutAnswer {

    @Argument(name = "ID", description = "Module id", required = true, multiValued = true)
    @Completion(ModuleIds.class)
    private List<String> arguments;

    @Override
    void answer() throws Exception {
        String id = argument(arguments);
        follow(control.rollBack(moduleId(id), SHELL));
    }
}
