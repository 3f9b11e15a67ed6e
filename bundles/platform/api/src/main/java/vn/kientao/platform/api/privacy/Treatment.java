package vn.kientao.platform.api.privacy;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.text.LocalText;

/**
 * What became of a record.
 *
 * @param why for the person who asked: what was kept all the same, and which law says so; may be empty when all was done
 */
public record Treatment(Outcome outcome, LocalText why) {

    /** How far it went. */
    public enum Outcome {
        /** All that was asked for is done. */
        DONE,
        /** Done but for what a law makes us keep. */
        PARTLY,
        /** Nothing was changed. */
        KEPT
    }

    public Treatment {
        requireNonNull(outcome, "outcome");
        requireNonNull(why, "why");
        if (outcome != Outcome.DONE && why.vi().isBlank()) {
            throw new IllegalArgumentException("no reason for " + outcome + " (expected: what is kept and why)");
        }
    }

    public static Treatment done() {
        return new Treatment(Outcome.DONE, LocalText.same(""));
    }

    public static Treatment partly(LocalText why) {
        return new Treatment(Outcome.PARTLY, why);
    }

    public static Treatment kept(LocalText why) {
        return new Treatment(Outcome.KEPT, why);
    }
}
