package vn.kientao.reform.procedures.store.privacy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.platform.api.text.Formats;

/** Dossiers that ended long ago and still hold what need not be kept so long. */
public final class OldDossiers {

    /** What is taken out of them. */
    public enum Part {
        /** Telephone number, e-mail, address. */
        CONTACT("applicant_phone"),
        /** Name and identity number. */
        IDENTITY("applicant_name");

        private final String column;

        Part(String column) {
            this.column = column;
        }
    }

    /** An agency's code and a dossier's. */
    public record Key(String agency, String code) {}

    public long count(Handle handle, Part part, Instant before, Set<String> held) {
        return query(handle, "SELECT COUNT(*)", part, before, held, "")
                .mapTo(Long.class)
                .one();
    }

    /** The oldest of them. */
    public List<Key> oldest(Handle handle, Part part, Instant before, Set<String> held, int most) {
        return query(
                        handle,
                        "SELECT agency_code, code",
                        part,
                        before,
                        held,
                        " ORDER BY finished_at, id FETCH FIRST " + most + " ROWS ONLY")
                .map((row, context) -> new Key(row.getString("agency_code"), row.getString("code")))
                .list();
    }

    /** An empty list cannot be bound, so that a code that nobody has goes with those on hold. */
    private static Query query(Handle handle, String select, Part part, Instant before, Set<String> held, String end) {
        List<String> codes = new ArrayList<>(held);
        codes.add("-");
        return handle.createQuery(
                        select + " FROM procedures.dossier WHERE running = FALSE AND finished_at < :before AND "
                                + part.column + " <> :erased AND code NOT IN (<held>)" + end)
                .bind("before", LocalDateTime.ofInstant(before, Formats.ZONE))
                .bind("erased", PersonalDossiers.ERASED)
                .bindList("held", codes);
    }
}
