package vn.kientao.platform.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Stops a staged rollout where it is. */
@Service
@Command(
        scope = "rollout",
        name = "pause",
        description = "Pauses a rollout in stages; who has the new release keeps it",
        detailedDescription = "classpath:help/rollout-pause.txt")
public final class RolloutPauseCommand extends RolloutVerbAnswer {

    @Override
    void act(long id) {
        control.pause(id, SHELL);
    }

    @Override
    String done() {
        return "shell.did.pause";
    }
}
