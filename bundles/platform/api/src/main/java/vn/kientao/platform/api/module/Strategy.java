package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a release reaches the agencies (triển khai theo đợt): stage by stage, each wider than the one before, the last one
 * everybody. Written as in {@code STP2+STC2, 25%, all}.
 *
 * @param stages in order; the last is {@link Scope.Everybody}
 * @param watch how long each stage but the last is watched before the next may begin
 * @param automatic whether the next stage begins by itself when the watch was good; otherwise a person promotes
 */
public record Strategy(List<Scope> stages, Duration watch, boolean automatic) {

    /** How long a stage is watched when nobody says otherwise. */
    public static final Duration USUAL_WATCH = Duration.ofMinutes(10);

    public Strategy {
        stages = List.copyOf(stages);
        requireNonNull(watch, "watch");
        if (stages.isEmpty() || !(stages.get(stages.size() - 1) instanceof Scope.Everybody)) {
            throw new IllegalArgumentException("stages '" + words(stages) + "' (expected: the last one is 'all')");
        }
        if (stages.stream().filter(Scope.Everybody.class::isInstance).count() > 1) {
            throw new IllegalArgumentException("stages '" + words(stages) + "' (expected: 'all' once, at the end)");
        }
        if (watch.isNegative()) {
            throw new IllegalArgumentException("watch " + watch + " (expected: not negative)");
        }
    }

    /** Everybody at the same moment. */
    public static Strategy atOnce() {
        return new Strategy(List.of(new Scope.Everybody()), Duration.ZERO, true);
    }

    /**
     * Reads stages as {@link #toString} writes them. The last stage {@code all} may be left out.
     *
     * @param stages for example {@code STP2+STC2, 25%}
     * @throws IllegalArgumentException naming the word that is none of agency codes, percentage and {@code all}
     */
    public static Strategy parse(String stages, Duration watch, boolean automatic) {
        List<Scope> scopes = new ArrayList<>();
        for (String word : stages.split(",", -1)) {
            if (!word.isBlank()) {
                scopes.add(Scope.parse(word.strip()));
            }
        }
        if (scopes.isEmpty() || !(scopes.get(scopes.size() - 1) instanceof Scope.Everybody)) {
            scopes.add(new Scope.Everybody());
        }
        return new Strategy(scopes, watch, automatic);
    }

    /** Whether anybody gets the release before the others. */
    public boolean staged() {
        return stages.size() > 1;
    }

    /** The stages in words that {@link #parse} reads. */
    @Override
    public String toString() {
        return words(stages);
    }

    private static String words(List<Scope> stages) {
        return stages.stream().map(Scope::toString).collect(Collectors.joining(", "));
    }

    /** Who gets the release in one stage. */
    public sealed interface Scope {

        /** The agencies with these codes. */
        record Agencies(Set<String> codes) implements Scope {
            public Agencies {
                codes = Set.copyOf(codes);
                if (codes.isEmpty()) {
                    throw new IllegalArgumentException("no agency (expected: at least one code)");
                }
            }

            @Override
            public String toString() {
                return String.join("+", new TreeSet<>(codes));
            }
        }

        /** So many per cent of the agencies, chosen once for a rollout; those of earlier stages count. */
        record Percent(int percent) implements Scope {
            public Percent {
                if (percent < 1 || percent > 99) {
                    throw new IllegalArgumentException(percent + "% (expected: 1% to 99%)");
                }
            }

            @Override
            public String toString() {
                return percent + "%";
            }
        }

        /** Every agency and the public. */
        record Everybody() implements Scope {
            @Override
            public String toString() {
                return "all";
            }
        }

        private static Scope parse(String word) {
            if (word.toLowerCase(Locale.ROOT).equals("all")) {
                return new Everybody();
            }
            if (word.endsWith("%")) {
                String number = word.substring(0, word.length() - 1);
                if (!number.matches("[0-9]{1,2}")) {
                    throw new IllegalArgumentException("'" + word + "' (expected: 1% to 99%)");
                }
                return new Percent(Integer.parseInt(number));
            }
            Set<String> codes = new TreeSet<>();
            for (String code : word.split("\\+", -1)) {
                if (!code.strip().matches("[A-Za-z0-9._-]{1,100}")) {
                    throw new IllegalArgumentException(
                            "'" + word + "' (expected: agency codes joined by +, a percentage such as 25%, or all)");
                }
                codes.add(code.strip());
            }
            return new Agencies(codes);
        }
    }
}
