package vn.kientao.reform.procedures.store.staffing;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.staffing.FeeNote;

/** Reads and writes {@code procedures.desk_fee_note}. */
public final class FeeNotes {
    private static final String NEWEST = """
            SELECT fee_year, quarter, amount, document, settled_on
              FROM procedures.desk_fee_note
             WHERE agency_code = ?
             ORDER BY fee_year DESC, quarter DESC
             FETCH FIRST 8 ROWS ONLY
            """;
    private static final String FORGET = """
            DELETE FROM procedures.desk_fee_note
             WHERE agency_code = ? AND fee_year = ? AND quarter = ?
            """;
    private static final String ADD = """
            INSERT INTO procedures.desk_fee_note (
                   agency_code, fee_year, quarter, amount, document, settled_on, noted_by)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    public List<FeeNote> newest(Handle handle, String agency) {
        return handle.createQuery(NEWEST)
                .bind(0, agency)
                .map((row, context) -> new FeeNote(
                        row.getInt("fee_year"),
                        row.getInt("quarter"),
                        row.getBigDecimal("amount"),
                        row.getString("document"),
                        row.getObject("settled_on", LocalDate.class)))
                .list();
    }

    /** Keeps the note in place of an earlier one of the quarter. */
    public void put(Handle transaction, String agency, FeeNote note, String by) {
        transaction.execute(FORGET, agency, note.year(), note.quarter());
        transaction.execute(
                ADD, agency, note.year(), note.quarter(), note.amount(), note.document(), note.settledOn(), by);
    }
}
