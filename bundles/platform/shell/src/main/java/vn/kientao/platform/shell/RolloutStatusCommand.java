package vn.kientao.platform.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.StepTaken;
import vn.kientao.platform.api.text.Formats;

/** One rollout with its steps. */
@Service
@Command(
        scope = "rollout",
        name = "status",
        description = "Shows one rollout with its steps; the newest when no id is given",
        detailedDescription = "classpath:help/rollout-status.txt")
public final class RolloutStatusCommand extends Answer {

    @Argument(name = "ID", description = "Rollout id", multiValued = true)
    private List<String> arguments = List.of();

    @Reference
    private Modules modules;

    @Override
    void answer() throws Exception {
        RolloutStatus rollout = arguments.isEmpty() ? newest() : named(argument(arguments));
        if (json) {
            printJson(Json.rollout(rollout));
            return;
        }
        out().println(say(
                "shell.rollout.title",
                String.valueOf(rollout.id()),
                say("shell.kind." + rollout.kind()),
                rollout.module(),
                rollout.from().map(Version::toString).orElse("–"),
                rollout.to()));
        ShellTable table = new ShellTable();
        table.column(say("shell.rollout.at"));
        table.column(say("shell.rollout.step"));
        for (StepTaken taken : rollout.steps()) {
            table.addRow().addContent(Formats.time(taken.at()), say("shell.step." + taken.step()));
        }
        print(table);
        if (rollout.progress().strategy().staged()) {
            out().println(say(
                    rollout.progress().paused() ? "shell.rollout.stages-paused" : "shell.rollout.stages",
                    rollout.progress().strategy(),
                    String.join(", ", rollout.progress().agencies())));
        }
        rollout.progress()
                .notes()
                .forEach(note -> out().println("  " + Formats.time(note.at()) + "  " + words().get(note.text())));
        rollout.reason().map(words()::get).ifPresent(out()::println);
    }

    private RolloutStatus newest() throws CommandFailedException {
        return modules.rollouts(1).stream()
                .findFirst()
                .orElseThrow(() -> new CommandFailedException(say("shell.rollout.none")));
    }

    private RolloutStatus named(String id) throws CommandFailedException {
        return Optional.of(id)
                .filter(words -> words.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .flatMap(modules::rollout)
                .orElseThrow(() -> new CommandFailedException(say("shell.rollout.unknown", id)));
    }
}
