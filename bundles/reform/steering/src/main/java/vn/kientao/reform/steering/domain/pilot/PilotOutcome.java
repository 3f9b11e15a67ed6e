package vn.kientao.reform.steering.domain.pilot;

import java.util.Arrays;
import java.util.Optional;

/** What is decided about a pilot at its end. */
public enum PilotOutcome {
    /** Nothing yet. */
    NONE,
    /** Mở rộng: the next stage begins, with more agencies. */
    WIDEN,
    /** Giữ nguyên: it stays where it was tried. */
    KEEP,
    /** Dừng. */
    STOP;

    public static Optional<PilotOutcome> of(String word) {
        return Arrays.stream(values())
                .filter(one -> one != NONE && one.name().equals(word))
                .findFirst();
    }

    public String textKey() {
        return "pilot.outcome." + name();
    }
}
