package vn.kientao.platform.shell;

import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Option;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.module.Strategy;

/** Commands that roll out to everybody at once or, with {@code --stages}, stage by stage. */
abstract class StagedAnswer extends RolloutAnswer {

    @Option(name = "--stages", description = "Stages, such as STP2+STC2,25%,all; without it everybody at once")
    @Nullable
    private String stages;

    @Option(
            name = "--watch",
            description = "How long each stage is watched, such as 10m, 90s or 2h; 10m when not given")
    @Nullable
    private String watch;

    @Option(name = "--manual", description = "Wait for rollout:promote after each stage")
    private boolean manual;

    /** What was asked for. */
    Strategy strategy() throws CommandFailedException {
        String asked = stages;
        if (asked == null) {
            return Strategy.atOnce();
        }
        try {
            return Strategy.parse(asked, watched(), !manual);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(say("shell.bad-stages", asked), e);
        }
    }

    private Duration watched() throws CommandFailedException {
        String typed = watch;
        if (typed == null) {
            return Strategy.USUAL_WATCH;
        }
        if (!typed.matches("[0-9]{1,5}[smh]")) {
            throw new CommandFailedException(say("shell.bad-watch", typed));
        }
        return Duration.parse("PT" + typed.toUpperCase(Locale.ROOT));
    }

    @Override
    boolean option(String word, Iterator<String> rest) {
        switch (word) {
            case "--stages" -> stages = rest.hasNext() ? rest.next() : stages;
            case "--watch" -> watch = rest.hasNext() ? rest.next() : watch;
            case "--manual" -> manual = true;
            default -> {
                return super.option(word, rest);
            }
        }
        return true;
    }
}
