package vn.kientao.platform.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lets a paused rollout go on. */
@Service
@Command(
        scope = "rollout",
        name = "resume",
        description = "Lets a paused rollout go on",
        detailedDescription = "classpath:help/rollout-resume.txt")
public final class RolloutResumeCommand extends RolloutVerbAnswer {

    @Override
    void act(long id) {
        control.resume(id, SHELL);
    }

    @Override
    String done() {
        return "shell.did.resume";
    }
}
