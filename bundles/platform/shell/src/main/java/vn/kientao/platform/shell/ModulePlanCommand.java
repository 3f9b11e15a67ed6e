package vn.kientao.platform.shell;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.kientao.platform.api.module.Plan;

/** Says what rolling out a jar, or going to a version that was received before, would do. */
@Service
@Command(
        scope = "module",
        name = "plan",
        description = "Says what rolling out a file, or ID@VERSION, would do; changes nothing",
        detailedDescription = "classpath:help/module-plan.txt")
public final class ModulePlanCommand extends RolloutAnswer {
    private static final Pattern RELEASE = Pattern.compile("([a-z][a-z0-9]{1,30})@([0-9]+[0-9A-Za-z_.-]*)");

    @Argument(
            name = "FILE",
            description = "Path of the module jar, on the server, or ID@VERSION",
            required = true,
            multiValued = true)
    @Completion(FilePaths.class)
    private List<String> arguments;

    @Override
    void answer() throws Exception {
        String word = argument(arguments);
        Matcher release = RELEASE.matcher(word);
        Plan plan = release.matches()
                ? control.planReturn(moduleId(release.group(1)), version(release.group(2)), SHELL)
                : read(word, jar -> control.plan(jar, SHELL));
        if (json) {
            printJson(PlanJson.of(plan));
            return;
        }
        ShellTable table = new ShellTable().noHeaders();
        table.column("");
        table.column("");
        PlanWords.lines(plan, words()).forEach(line -> table.addRow().addContent(line.name(), line.value()));
        print(table);
        if (plan.refusal().isEmpty()) {
            out().println(say("shell.plan.next", String.valueOf(plan.id())));
        }
    }
}
