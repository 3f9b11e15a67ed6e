package vn.kientao.platform.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Approves, as the second person, what waits for approval. */
@Service
@Command(
        scope = "rollout",
        name = "approve",
        description = "Approves a rollout that somebody else asked for",
        detailedDescription = "classpath:help/rollout-approve.txt")
public final class RolloutApproveCommand extends RolloutVerbAnswer {

    @Override
    void act(long id) {
        control.approve(id, SHELL);
    }

    @Override
    String done() {
        return "shell.did.approve";
    }
}
