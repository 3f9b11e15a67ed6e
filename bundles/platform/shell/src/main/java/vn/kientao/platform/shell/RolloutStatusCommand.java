package vn.kientao.platform.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;
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

    @Argument(name = "ID", description = "Rollout id")
    @Nullable
    private Long id;

    @Reference
    private Modules modules;

    @Override
    void answer() throws Exception {
        RolloutStatus rollout = rollout()
                .orElseThrow(() -> new CommandFailedException(
                        id == null ? say("shell.rollout.none") : say("shell.rollout.unknown", String.valueOf(id))));
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
        rollout.reason().map(words()::get).ifPresent(out()::println);
    }

    private Optional<RolloutStatus> rollout() {
        return id == null ? modules.rollouts(1).stream().findFirst() : modules.rollout(id);
    }
}
