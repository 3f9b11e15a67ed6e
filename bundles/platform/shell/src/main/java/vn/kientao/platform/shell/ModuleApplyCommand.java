package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Begins what a plan says. */
@Service
@Command(
        scope = "module",
        name = "apply",
        description = "Applies a plan of module:plan, at once or in stages",
        detailedDescription = "classpath:help/module-apply.txt")
public final class ModuleApplyCommand extends StagedAnswer {

    @Argument(name = "PLAN", description = "Id of the plan", required = true, multiValued = true)
    private List<String> arguments;

    @Override
    void answer() throws Exception {
        String word = argument(arguments);
        long plan = word.matches("[0-9]{1,18}") ? Long.parseLong(word) : -1;
        if (modules.plan(plan).isEmpty()) {
            throw new CommandFailedException(say("shell.plan.unknown", word));
        }
        follow(control.apply(plan, strategy(), SHELL));
    }
}
