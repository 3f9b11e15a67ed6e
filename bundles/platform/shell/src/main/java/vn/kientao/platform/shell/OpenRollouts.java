package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.kientao.platform.api.module.Modules;

/** Completes the id of a rollout that has not ended. */
@Service
public final class OpenRollouts implements Completer {
    private static final int RECENT = 100;

    @Reference
    private Modules modules;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids = modules.rollouts(RECENT).stream()
                .filter(rollout -> !rollout.ended())
                .map(rollout -> String.valueOf(rollout.id()))
                .toList();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
