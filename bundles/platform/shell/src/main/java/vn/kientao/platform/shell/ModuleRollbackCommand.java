package vn.kientao.platform.shell;

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

    @Argument(name = "ID", description = "Module id", required = true)
    @Completion(ModuleIds.class)
    private String id;

    @Override
    void answer() throws Exception {
        follow(control.rollBack(moduleId(id), SHELL));
    }
}
