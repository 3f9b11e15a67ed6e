package vn.kientao.reform.procedures.store.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Versions that were written here, not imported: kept and made current in one transaction. */
public final class OwnVersions {
    private static final String KNOWN = """
            SELECT current_version_id
              FROM procedures.procedure
             WHERE code = ?
            """;
    private static final String NEXT_NUMBER = """
            SELECT COALESCE(MAX(number), 0) + 1 AS next_number
              FROM procedures.procedure_version
             WHERE code = ?
            """;
    private static final String MARK = """
            UPDATE procedures.procedure_version
               SET origin = 'OWN', valid_from = :first,
                   base_fingerprint = (SELECT COALESCE(b.base_fingerprint, b.fingerprint)
                                         FROM procedures.procedure AS p
                                         JOIN procedures.procedure_version AS b ON b.id = p.current_version_id
                                        WHERE p.code = :code)
             WHERE id = :id
            """;
    private static final String POINT = """
            UPDATE procedures.procedure
               SET current_version_id = ?, abolished_on = NULL
             WHERE code = ?
            """;
    private static final String INSERT = """
            INSERT INTO procedures.procedure (code, current_version_id)
            VALUES (?, ?)
            """;
    private static final String ABOLISH = """
            UPDATE procedures.procedure
               SET abolished_on = ?
             WHERE code = ?
            """;

    private final VersionWriter writer = new VersionWriter();

    /** Whether there is or was a procedure of this code. */
    public boolean known(Handle handle, String code) {
        return handle.createQuery(KNOWN)
                .bind(0, code)
                .map((row, context) -> row.getLong("current_version_id"))
                .findOne()
                .isPresent();
    }

    /** Keeps the version under the next number of its procedure, in force from {@code first}; returns its id. */
    public long makeCurrent(Handle transaction, NewVersion version, LocalDate first, Instant at) {
        String code = version.procedure().code().value();
        int number = transaction
                .createQuery(NEXT_NUMBER)
                .bind(0, code)
                .map((row, context) -> row.getInt("next_number"))
                .one();
        NewVersion numbered = new NewVersion(version.procedure(), version.gaps(), version.fingerprint(), number);
        long id = writer.keep(transaction, Optional.empty(), at, numbered);
        transaction
                .createUpdate(MARK)
                .bind("first", first)
                .bind("code", code)
                .bind("id", id)
                .execute();
        writer.forgetGaps(transaction, code);
        if (transaction.execute(POINT, id, code) == 0) {
            transaction.execute(INSERT, code, id);
        }
        return id;
    }

    /** Takes the procedure out of the catalogue; its versions stay for the dossiers that came in under them. */
    public void abolish(Handle transaction, String code, LocalDate day) {
        transaction.execute(ABOLISH, day, code);
        writer.forgetGaps(transaction, code);
    }
}
