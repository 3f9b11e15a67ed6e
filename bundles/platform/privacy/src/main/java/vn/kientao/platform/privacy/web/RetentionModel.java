package vn.kientao.platform.privacy.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * The retention rules with what a run would do now.
 *
 * @param changed id of the rule whose form is shown with mistakes; empty for none
 */
public record RetentionModel(Page page, FormView form, String changed, List<Row> rows) {
    public RetentionModel {
        rows = List.copyOf(rows);
    }

    /**
     * A rule in words.
     *
     * @param amount number in the form, in units of {@code unit}
     * @param due how many objects a run would touch
     * @param held how many objects of the kind are on hold
     * @param lastRun when it last ran and what it did; empty when it never has
     */
    public record Row(
            String id,
            String what,
            String from,
            String action,
            String period,
            long amount,
            String unit,
            String least,
            String legalBasis,
            boolean set,
            String due,
            long held,
            String lastRun) {}

    public String amount(Row row) {
        return row.id().equals(changed) ? form.value("amount") : Long.toString(row.amount());
    }

    public String legalBasis(Row row) {
        return row.id().equals(changed) ? form.value("legalBasis") : row.legalBasis();
    }

    public boolean open(Row row) {
        return row.id().equals(changed);
    }
}
