package vn.kientao.platform.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Turns down what waits for approval. */
@Service
@Command(
        scope = "rollout",
        name = "turn-down",
        description = "Turns down a rollout that waits for approval",
        detailedDescription = "classpath:help/rollout-turn-down.txt")
public final class RolloutTurnDownCommand extends RolloutVerbAnswer {

    @Override
    void act(long id) {
        control.turnDown(id, SHELL);
    }

    @Override
    String done() {
        return "shell.did.turn-down";
    }
}
