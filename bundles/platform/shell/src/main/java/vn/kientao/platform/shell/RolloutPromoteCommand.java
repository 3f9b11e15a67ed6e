package vn.kientao.platform.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Begins the next stage of a rollout now. */
@Service
@Command(
        scope = "rollout",
        name = "promote",
        description = "Begins the next stage of a rollout now",
        detailedDescription = "classpath:help/rollout-promote.txt")
public final class RolloutPromoteCommand extends RolloutVerbAnswer {

    @Override
    void act(long id) {
        control.promote(id, SHELL);
    }

    @Override
    String done() {
        return "shell.did.promote";
    }
}
