package vn.kientao.reform.procedures.store.variant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.variant.Receiver;

/** Keeps which agency receives which procedure. */
public final class ReceiverStore {
    private static final String COLUMNS = """
            SELECT id, code, agency_code, valid_from, valid_to, legal_basis
              FROM procedures.procedure_receiver
            """;
    private static final String OF_CODE = COLUMNS + " WHERE code = ? ORDER BY code, id";
    private static final String OF_AGENCY = """
            SELECT DISTINCT code
              FROM procedures.procedure_receiver
             WHERE agency_code = :agency
               AND valid_from <= :day
               AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY code
            """;
    private static final String INSERT = """
            INSERT INTO procedures.procedure_receiver (code, agency_code, valid_from, legal_basis)
            VALUES (?, ?, ?, ?)
            """;
    private static final String END = """
            UPDATE procedures.procedure_receiver
               SET valid_to = :last
             WHERE id = :id AND code = :code AND valid_to IS NULL
            """;

    /** Those that receive the procedure or did. */
    public List<Receiver> of(Handle handle, String code) {
        return handle.createQuery(OF_CODE)
                .bind(0, code)
                .map((row, context) -> receiver(row))
                .list();
    }

    /** Codes of the procedures that the agency receives on the day by a row of its own. */
    public List<String> codes(Handle handle, String agency, LocalDate day) {
        return handle.createQuery(OF_AGENCY)
                .bind("agency", agency)
                .bind("day", day)
                .map((row, context) -> row.getString("code"))
                .list();
    }

    public void insert(Handle transaction, String code, String agency, LocalDate from, String legalBasis) {
        transaction.execute(INSERT, code, agency, from, legalBasis);
    }

    /** Ends an open row after {@code last}; false when it is not open any more. */
    public boolean end(Handle transaction, String code, long id, LocalDate last) {
        return transaction
                        .createUpdate(END)
                        .bind("id", id)
                        .bind("code", code)
                        .bind("last", last)
                        .execute()
                == 1;
    }

    private static Receiver receiver(ResultSet row) throws SQLException {
        return new Receiver(
                row.getLong("id"),
                row.getString("code"),
                row.getString("agency_code"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                row.getString("legal_basis"));
    }
}
