package vn.kientao.platform.console.app;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;

/**
 * How a release shall reach the agencies, as a person wrote it.
 *
 * @param staged in stages, or everybody at once
 * @param first codes of the agencies that were ticked; they are the first stage
 * @param rest the further stages, as in {@code 25%, all}
 * @param watch minutes, as typed
 * @param automatic whether the next stage begins by itself
 */
public record Stages(boolean staged, List<String> first, String rest, String watch, boolean automatic) {
    private static final int LONGEST_WATCH_MINUTES = 7 * 24 * 60;

    public Stages {
        first = List.copyOf(first);
        requireNonNull(rest, "rest");
        requireNonNull(watch, "watch");
    }

    /** What the form offers: an update goes in stages, a first install to everybody. */
    public static Stages suggested(boolean staged) {
        return new Stages(staged, List.of(), "25%, all", String.valueOf(Strategy.USUAL_WATCH.toMinutes()), true);
    }

    public static Stages of(Request request) {
        return new Stages(
                request.field("way").filter("staged"::equals).isPresent(),
                request.fieldAll("first"),
                request.field("stages").orElse(""),
                request.field("watch").orElse(""),
                request.field("automatic").filter("yes"::equals).isPresent());
    }

    /** The strategy; empty after adding to {@code errors} what does not fit. */
    public Optional<Strategy> strategy(Lookup lookup, FormErrors errors) {
        if (!staged) {
            return Optional.of(Strategy.atOnce());
        }
        TextBundle texts = lookup.texts();
        Optional<Duration> pause = minutes();
        if (pause.isEmpty()) {
            errors.add("watch", texts.text("stages.watch.wrong", String.valueOf(LONGEST_WATCH_MINUTES)));
        }
        try {
            Strategy strategy = Strategy.parse(written(), pause.orElse(Duration.ZERO), automatic);
            if (!strategy.staged()) {
                errors.add("stages", texts.text("stages.none"));
            }
            unknown(strategy, lookup)
                    .ifPresent(code -> errors.add("stages", texts.text("stages.unknown-agency", code)));
            return errors.isEmpty() ? Optional.of(strategy) : Optional.empty();
        } catch (IllegalArgumentException e) {
            errors.add("stages", texts.text("stages.wrong", rest));
            return Optional.empty();
        }
    }

    private String written() {
        return first.isEmpty() ? rest : String.join("+", new TreeSet<>(first)) + "," + rest;
    }

    private Optional<Duration> minutes() {
        return watch.matches("[0-9]{1,5}") && Integer.parseInt(watch) <= LONGEST_WATCH_MINUTES
                ? Optional.of(Duration.ofMinutes(Integer.parseInt(watch)))
                : Optional.empty();
    }

    private static Optional<String> unknown(Strategy strategy, Lookup lookup) {
        return strategy.stages().stream()
                .filter(Strategy.Scope.Agencies.class::isInstance)
                .flatMap(scope -> ((Strategy.Scope.Agencies) scope).codes().stream())
                .filter(code -> !lookup.knows(code))
                .sorted()
                .findFirst();
    }
}
