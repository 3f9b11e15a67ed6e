package vn.kientao.platform.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Step;
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

    /** Hands the jar in {@code file}, a path on the server, to {@code receiver}. */
    <T> T read(String file, Function<InputStream, T> receiver) throws CommandFailedException {
        Path path = FilePaths.path(file);
        if (!Files.isRegularFile(path)) {
            throw new CommandFailedException(say("shell.no-file", path));
        }
        try (InputStream in = Files.newInputStream(path)) {
            return receiver.apply(in);
        } catch (IOException e) {
            throw new CommandFailedException(say("shell.unreadable-file", path), e);
        }
    }

    /**
     * Shows the steps of a rollout as they are reached, and says at last how it ended. One that waits, for a stage to be
     * watched or for a second person, is left to itself.
     */
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
                if (now.step() == Step.CANARY || now.step() == Step.AWAITING_APPROVAL) {
                    leave(now);
                    return;
                }
            }
        }
        throw new CommandFailedException(say("shell.rollout.endless", String.valueOf(id)));
    }

    private void leave(RolloutStatus rollout) throws Exception {
        if (json) {
            printJson(Json.rollout(rollout));
        } else {
            out().println(say("shell.rollout.waits", String.valueOf(rollout.id())));
        }
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
            String ended = switch (end.kind()) {
                case UNINSTALL -> "shell.rollout.uninstalled";
                case PURGE -> "shell.rollout.purged";
                default -> "shell.rollout.serves";
            };
            out().println(say(ended, end.module(), end.to(), String.valueOf(end.id())));
        }
    }
}
