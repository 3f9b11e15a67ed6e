package vn.kientao.platform.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeoutException;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.StepTaken;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.Formats;

/** Commands that begin a rollout and stay with it to its end, step by step. */
abstract class RolloutAnswer extends Answer {
    private static final int LONGEST_SECONDS = 600;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    static final Actor SHELL = Actor.system("shell");

    @Reference
    ModuleControl control;

    @Reference
    Modules modules;

    /** Begins to roll out the jar in {@code file}, a path on the server. */
    long rollOut(String file) throws CommandFailedException {
        Path path = FilePaths.path(file);
        if (!Files.isRegularFile(path)) {
            throw new CommandFailedException(say("shell.no-file", path));
        }
        try (InputStream in = Files.newInputStream(path)) {
            return control.rollOut(in, SHELL);
        } catch (IOException e) {
            throw new CommandFailedException(say("shell.unreadable-file", path), e);
        }
    }

    /** Shows the steps of a rollout as they are reached, and says at last how it ended. */
    void follow(long id) throws Exception {
        int shown = 0;
        for (int second = 0; second < LONGEST_SECONDS; second++) {
            try {
                RolloutStatus end = control.await(id, 1);
                showSteps(end, shown);
                conclude(end);
                return;
            } catch (TimeoutException e) {
                RolloutStatus now =
                        modules.rollout(id).orElseThrow(() -> new IllegalStateException("rollout " + id, e));
                showSteps(now, shown);
                shown = now.steps().size();
            }
        }
        throw new CommandFailedException(say("shell.rollout.endless", String.valueOf(id)));
    }

    private void showSteps(RolloutStatus rollout, int from) {
        if (!json) {
            rollout.steps().stream().skip(from).forEach(this::showStep);
        }
    }

    private void showStep(StepTaken taken) {
        out().println("  " + CLOCK.format(taken.at().atZone(Formats.ZONE)) + "  " + say("shell.step." + taken.step()));
    }

    private void conclude(RolloutStatus end) throws Exception {
        if (json) {
            printJson(Json.rollout(end));
        }
        if (!end.succeeded()) {
            throw new CommandFailedException(end.reason().map(words()::get).orElse(say("shell.step." + end.step())));
        }
        if (!json) {
            out().println(say("shell.rollout.serves", end.module(), end.to(), String.valueOf(end.id())));
        }
    }
}
