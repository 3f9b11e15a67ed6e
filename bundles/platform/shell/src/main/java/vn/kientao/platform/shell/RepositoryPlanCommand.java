package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.module.Plan;

/** Makes a plan of a release that a source offers. */
@Service
@Command(
        scope = "repository",
        name = "plan",
        description = "Fetches a release from a source, checks it and makes a plan of it",
        detailedDescription = "classpath:help/repository-plan.txt")
public final class RepositoryPlanCommand extends RepositoryAnswer {

    @Argument(
            name = "NAME MODULE VERSION",
            description = "Name of the source, module id and version",
            required = true,
            multiValued = true)
    private List<String> arguments;

    @Override
    void act() throws Exception {
        List<String> given = arguments(arguments, 3);
        Plan plan = repositories.plan(given.get(0), moduleId(given.get(1)), version(given.get(2)), SHELL);
        if (json) {
            printJson(PlanJson.of(plan));
            return;
        }
        out().println(say("shell.source.planned", String.valueOf(plan.id()), plan.module(), plan.to()));
        plan.warnings().forEach(warning -> out().println("  " + words().get(warning)));
        plan.refusal().ifPresent(refusal -> out().println("  " + words().get(refusal)));
    }
}
