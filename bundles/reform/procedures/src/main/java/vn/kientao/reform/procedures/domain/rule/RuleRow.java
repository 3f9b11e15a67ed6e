package vn.kientao.reform.procedures.domain.rule;

/**
 * A row of a file that holds a rule set, as it was written.
 *
 * @param line where it stands, from 1
 * @param set name of the rule set, such as {@code B}; for a value of the deadlines
 * @param part {@code deadline} or {@code form}
 * @param name of the value ({@code cutOff}), or kind of the form ({@code RECEIPT})
 * @param value of the deadlines, or number of the form
 * @param title of the form
 * @param symbol abbreviation behind the numbers of its papers; empty where they get none
 * @param paper size of the form, such as {@code A5}
 * @param validFrom its first day
 * @param legalBasis decree or circular and article
 */
public record RuleRow(
        int line,
        String set,
        String part,
        String name,
        String value,
        String title,
        String symbol,
        String paper,
        String validFrom,
        String legalBasis) {
    /** What may stand under {@code part}. */
    public static final String DEADLINE = "deadline";

    public static final String FORM = "form";
}
