package vn.kientao.reform.procedures.domain;

import java.util.Locale;

/** Why a part of a procedure could not be read from the published record. */
public enum GapKind {
    /** No decision that announced it. */
    DECISION_MISSING,
    /** No kind of procedure. */
    KIND_MISSING,
    /** No field. */
    FIELD_MISSING,
    /** No level of government. */
    LEVEL_MISSING,
    /** A level of government that is not in the national list. */
    LEVEL_UNKNOWN,
    /** Nobody who may apply. */
    SUBJECTS_MISSING,
    /** No agency at all: neither one that carries it out nor one that decides. */
    AGENCY_MISSING,
    /** Several agencies in one text, where commas may belong to a name or stand between names. */
    AGENCIES_UNCLEAR,
    /** No way to hand in. */
    CHANNELS_MISSING,
    /** A text about handing in that does not have the form of rows. */
    CHANNELS_UNCLEAR,
    /** No time limit. */
    DEADLINE_MISSING,
    /** A time limit without a unit. */
    DEADLINE_UNIT_MISSING,
    /** A time limit in words, or with several numbers. */
    DEADLINE_UNCLEAR,
    /** A time limit without a unit that runs together with the fee after it: "120 VNĐ". */
    DEADLINE_RUNS_INTO_FEE,
    /** A time limit that the note beside it contradicts. */
    DEADLINE_DISPUTED,
    /** Several rows of one channel with different limits: the case decides. */
    DEADLINE_VARIES,
    /** No fee, not even "free". */
    FEE_MISSING,
    /** "Free" with a note, or where the provincial council decides. */
    FEE_FREE_DOUBTFUL,
    /** An amount that cannot be right as written, or cannot be read. */
    FEE_AMOUNT_DOUBTFUL,
    /** An amount whose note names other amounts, exemptions or the provincial council: the case decides. */
    FEE_VARIES,
    /** Brackets after the fee that do not close. */
    FEE_NOTE_UNCLEAR,
    /** No papers. */
    COMPONENTS_MISSING,
    /** A text about papers that does not have the form of rows. */
    COMPONENTS_UNCLEAR,
    /** No number of originals and copies. */
    QUANTITY_MISSING,
    /** The number runs together with the digits at the end of the name. */
    QUANTITY_UNCLEAR,
    /** Neither originals nor copies: a note, or a paper that is only shown. */
    QUANTITY_NOUGHT,
    /** A form's file name that cannot be told apart from the name of the paper. */
    FORM_UNCLEAR,
    /** No result. */
    RESULTS_MISSING,
    /** A result without a code. */
    RESULT_CODE_MISSING,
    /** A code of a result that does not have the form of one. */
    RESULT_CODE_UNCLEAR,
    /** No legal basis. */
    LEGAL_BASES_MISSING,
    /** A number and a title that cannot be told apart. */
    LEGAL_BASIS_UNCLEAR;

    /** The key of the sentence that explains it: {@code procedures.gap.deadline-unit-missing}. */
    public String key() {
        return "procedures.gap." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
