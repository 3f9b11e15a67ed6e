package vn.kientao.reform.procedures.store.dossier;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;

/**
 * Issues dossier codes. Whoever asks for a code of a unit's day holds that counter until the transaction ends, so no two
 * dossiers get the same one; a transaction that fails gives its number back.
 */
public final class DossierCodes {
    private static final String UNIT = """
            SELECT unit_id
              FROM procedures.dossier_unit
             WHERE agency_code = ?
            """;
    private static final String BEGIN_DAY = """
            INSERT INTO procedures.dossier_counter (unit_id, received_on, last_number)
            VALUES (?, ?, 0)
            ON CONFLICT DO NOTHING
            """;
    private static final String COUNT_ON = """
            UPDATE procedures.dossier_counter
               SET last_number = last_number + 1
             WHERE unit_id = ? AND received_on = ?
            """;
    private static final String LAST = """
            SELECT last_number
              FROM procedures.dossier_counter
             WHERE unit_id = ? AND received_on = ?
            """;

    /** The next code of the agency's unit on that day. */
    public DossierCode next(Handle transaction, String agency, LocalDate day) {
        String unit = transaction
                .createQuery(UNIT)
                .bind(0, agency)
                .map((row, context) -> row.getString("unit_id"))
                .findOne()
                .orElse(agency);
        if (countOn(transaction, unit, day) == 0) {
            transaction.execute(BEGIN_DAY, unit, day);
            countOn(transaction, unit, day);
        }
        int number = transaction
                .createQuery(LAST)
                .bind(0, unit)
                .bind(1, day)
                .map((row, context) -> row.getInt("last_number"))
                .one();
        return new DossierCode(unit, day, number);
    }

    private static int countOn(Handle transaction, String unit, LocalDate day) {
        return transaction.execute(COUNT_ON, unit, day);
    }
}
