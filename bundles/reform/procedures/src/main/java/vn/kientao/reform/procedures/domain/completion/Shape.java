package vn.kientao.reform.procedures.domain.completion;

import vn.kientao.reform.procedures.domain.GapKind;

/** What completes a gap. */
public enum Shape {
    /** A number and a unit: a time limit. */
    LIMIT,
    /** Fees, one a line. */
    FEE,
    /** Numbers of originals and copies. */
    QUANTITY,
    /** Words: they are shown beside the record and change nothing in it. */
    WORDS;

    /** What completes a gap of this kind. */
    public static Shape of(GapKind kind) {
        return switch (kind) {
            case DEADLINE_MISSING, DEADLINE_UNIT_MISSING, DEADLINE_UNCLEAR, DEADLINE_RUNS_INTO_FEE, DEADLINE_DISPUTED ->
                LIMIT;
            case FEE_MISSING, FEE_FREE_DOUBTFUL, FEE_AMOUNT_DOUBTFUL, FEE_VARIES, FEE_NOTE_UNCLEAR -> FEE;
            case QUANTITY_MISSING, QUANTITY_UNCLEAR, QUANTITY_NOUGHT -> QUANTITY;
            default -> WORDS;
        };
    }
}
