package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.security.Actor;

/** Commands that do one thing to a rollout that is under way, and say how it stands then. */
abstract class RolloutVerbAnswer extends Answer {
    static final Actor SHELL = Actor.system("shell");

    @Argument(name = "ID", description = "Rollout id", required = true, multiValued = true)
    @Completion(OpenRollouts.class)
    private List<String> arguments;

    @Reference
    ModuleControl control;

    @Reference
    private Modules modules;

    /** Does it. */
    abstract void act(long id);

    /** The key of what is said afterwards, with the id put in. */
    abstract String done();

    @Override
    void answer() throws Exception {
        String word = argument(arguments);
        long id = id(word);
        act(id);
        if (json) {
            printJson(Json.rollout(rollout(id, word)));
        } else {
            out().println(say(done(), word));
        }
    }

    private long id(String word) throws CommandFailedException {
        long id = word.matches("[0-9]{1,18}") ? Long.parseLong(word) : -1;
        return rollout(id, word).id();
    }

    private RolloutStatus rollout(long id, String word) throws CommandFailedException {
        return modules.rollout(id).orElseThrow(() -> new CommandFailedException(say("shell.rollout.unknown", word)));
    }
}
