package vn.kientao.platform.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Takes a staged rollout back. */
@Service
@Command(
        scope = "rollout",
        name = "back",
        description = "Takes a rollout in stages back: everybody gets the old release",
        detailedDescription = "classpath:help/rollout-back.txt")
public final class RolloutBackCommand extends RolloutVerbAnswer {

    @Override
    void act(long id) {
        control.takeBack(id, SHELL);
    }

    @Override
    String done() {
        return "shell.did.back";
    }
}
