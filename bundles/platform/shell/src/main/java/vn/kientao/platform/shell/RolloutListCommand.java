package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.text.Formats;

/** The newest rollouts. */
@Service
@Command(
        scope = "rollout",
        name = "list",
        description = "Lists the newest rollouts",
        detailedDescription = "classpath:help/rollout-list.txt")
public final class RolloutListCommand extends Answer {

    @Option(name = "--limit", description = "How many at most")
    private int limit = 20;

    @Reference
    private Modules modules;

    @Override
    void answer() throws Exception {
        List<RolloutStatus> rollouts = modules.rollouts(Math.max(1, limit));
        if (json) {
            printJson(rollouts.stream().map(Json::rollout).toList());
            return;
        }
        ShellTable table =
                table("rollout", List.of("id", "module", "kind", "from", "to", "step", "started", "by", "reason"));
        for (RolloutStatus rollout : rollouts) {
            table.addRow()
                    .addContent(
                            rollout.id(),
                            rollout.module(),
                            say("shell.kind." + rollout.kind()),
                            rollout.from().map(Version::toString).orElse("–"),
                            rollout.to(),
                            say("shell.step." + rollout.step()),
                            Formats.time(rollout.startedAt()),
                            rollout.by(),
                            rollout.reason().map(words()::get).orElse(""));
        }
        print(table);
    }
}
