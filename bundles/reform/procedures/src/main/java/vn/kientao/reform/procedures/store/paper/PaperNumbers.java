package vn.kientao.reform.procedures.store.paper;

import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.paper.PaperKind;

/**
 * Numbers of papers, from 1 in each register of an agency, kind and year. Whoever takes one holds the register until the
 * transaction ends; a transaction that fails gives its number back, so that the register has no gaps.
 */
public final class PaperNumbers {
    private static final String BEGIN = """
            INSERT INTO procedures.paper_number (agency_code, kind, in_year, last_number)
            VALUES (?, ?, ?, 0)
            ON CONFLICT DO NOTHING
            """;
    private static final String COUNT_ON = """
            UPDATE procedures.paper_number
               SET last_number = last_number + 1
             WHERE agency_code = ? AND kind = ? AND in_year = ?
            """;
    private static final String LAST = """
            SELECT last_number
              FROM procedures.paper_number
             WHERE agency_code = ? AND kind = ? AND in_year = ?
            """;

    public int next(Handle transaction, String agency, PaperKind kind, int year) {
        if (transaction.execute(COUNT_ON, agency, kind.name(), year) == 0) {
            transaction.execute(BEGIN, agency, kind.name(), year);
            transaction.execute(COUNT_ON, agency, kind.name(), year);
        }
        return transaction
                .createQuery(LAST)
                .bind(0, agency)
                .bind(1, kind.name())
                .bind(2, year)
                .map((row, context) -> row.getInt("last_number"))
                .one();
    }
}
