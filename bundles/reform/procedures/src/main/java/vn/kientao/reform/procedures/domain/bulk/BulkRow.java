package vn.kientao.reform.procedures.domain.bulk;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import vn.kientao.platform.api.text.LocalText;

/**
 * What became of one dossier of a bulk action.
 *
 * @param code as it was chosen
 * @param why the state that was reached, or why it was not
 */
public record BulkRow(String code, Outcome outcome, LocalText why) {
    public BulkRow {
        requireNonNull(code, "code");
        requireNonNull(outcome, "outcome");
        requireNonNull(why, "why");
    }

    /** How it went. */
    public enum Outcome {
        DONE,
        /** The table, a condition of law or a value did not allow it. */
        REFUSED,
        /** Somebody else changed the dossier after it was shown. */
        CHANGED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
