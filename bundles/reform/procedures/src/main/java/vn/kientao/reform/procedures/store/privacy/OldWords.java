package vn.kientao.reform.procedures.store.privacy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import vn.kientao.platform.api.text.Formats;

/** Petitions, remarks, subscriptions and forms filled in at home that have been kept long enough. */
public final class OldWords {
    private static final String PETITIONS = """
              FROM procedures.petition
             WHERE running = FALSE AND ended_at < :before AND anonymous = FALSE AND id NOT IN (<held>)
            """;
    private static final String REMARKS = """
              FROM procedures.rating
             WHERE rated_at < :before AND remark <> '' AND dossier_code NOT IN (<held>)
            """;
    private static final String SUBSCRIPTIONS = """
              FROM procedures.dossier_subscription
             WHERE id NOT IN (<held>)
               AND dossier_id IN (SELECT id FROM procedures.dossier WHERE running = FALSE AND ended_at < :before)
            """;
    private static final String PREFILLS = """
              FROM procedures.prefill
             WHERE made_at < :before AND id NOT IN (<held>)
            """;
    private static final String FIRST = " ORDER BY id FETCH FIRST :most ROWS ONLY";

    private final PersonalPetitions petitions = new PersonalPetitions();

    /** What is old. */
    public enum Kind {
        /** Who sent a petition. */
        PETITION(PETITIONS),
        /** What was written with a rating. */
        REMARK(REMARKS),
        /** Where e-mails went. */
        SUBSCRIPTION(SUBSCRIPTIONS),
        /** Forms filled in at home, whatever day they were promised to go. */
        PREFILL(PREFILLS);

        private final String rows;

        Kind(String rows) {
            this.rows = rows;
        }
    }

    public long count(Handle handle, Kind kind, Instant before, Set<String> held) {
        return bound(handle.createQuery("SELECT COUNT(*)" + kind.rows), kind, before, held)
                .mapTo(Long.class)
                .one();
    }

    /** Takes out the oldest of them; how many there were. */
    public int takeOut(Handle transaction, Kind kind, Instant before, Set<String> held, int most) {
        List<Long> ids = bound(transaction.createQuery("SELECT id" + kind.rows + FIRST), kind, before, held)
                .bind("most", most)
                .mapTo(Long.class)
                .list();
        for (long id : ids) {
            switch (kind) {
                case PETITION -> petitions.takeSenderOut(transaction, id);
                case REMARK -> transaction.execute("UPDATE procedures.rating SET remark = '' WHERE id = ?", id);
                case SUBSCRIPTION ->
                    transaction.execute("DELETE FROM procedures.dossier_subscription WHERE id = ?", id);
                case PREFILL -> transaction.execute("DELETE FROM procedures.prefill WHERE id = ?", id);
            }
        }
        return ids.size();
    }

    /** An empty list cannot be bound: what nobody has goes with those on hold. */
    private static <S extends SqlStatement<S>> S bound(S statement, Kind kind, Instant before, Set<String> held) {
        statement.bind("before", LocalDateTime.ofInstant(before, Formats.ZONE));
        if (kind == Kind.REMARK) {
            List<String> codes = new ArrayList<>(held);
            codes.add("-");
            return statement.bindList("held", codes);
        }
        List<Long> ids = new ArrayList<>(
                held.stream().map(Subjects::idOf).flatMap(Optional::stream).toList());
        ids.add(-1L);
        return statement.bindList("held", ids);
    }
}
