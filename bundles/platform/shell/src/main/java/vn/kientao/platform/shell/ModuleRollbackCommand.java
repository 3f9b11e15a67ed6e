package vn.kientao.platform.shell;

import java.util.Iterator;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.module.ModuleId;

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

    @Option(name = "--to", description = "Version to return to; the one that served before when not given")
    @Nullable
    private String to;

    @Override
    void answer() throws Exception {
        ModuleId module = moduleId(argument(arguments));
        String wanted = to;
        follow(wanted == null ? control.rollBack(module, SHELL) : control.rollBackTo(module, version(wanted), SHELL));
    }

    @Override
    boolean option(String word, Iterator<String> rest) {
        if (word.equals("--to") && rest.hasNext()) {
            to = rest.next();
            return true;
        }
        return super.option(word, rest);
    }
}
