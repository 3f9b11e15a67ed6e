package vn.kientao.reform.procedures.domain.simplification;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * How a procedure stands to one criterion.
 *
 * @param note why
 */
public record Opinion(Verdict verdict, String note) {
    public static final Opinion NONE = new Opinion(Verdict.OPEN, "");

    public Opinion {
        requireNonNull(verdict, "verdict");
        requireNonNull(note, "note");
    }

    /** How well it does. */
    public enum Verdict {
        /** Not judged yet (chưa đánh giá). */
        OPEN,
        /** Đạt. */
        MET,
        /** Đạt một phần. */
        PARTLY,
        /** Không đạt. */
        MISSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
