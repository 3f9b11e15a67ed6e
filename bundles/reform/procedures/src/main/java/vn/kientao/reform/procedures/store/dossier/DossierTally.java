package vn.kientao.reform.procedures.store.dossier;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The kept numbers of the list, {@code procedures.dossier_tally}. Whoever changes where a dossier stands adds what that
 * changes in the same transaction; nobody waits for another's row.
 */
public final class DossierTally {
    /** What nobody is known to be competent for. */
    private static final String UNROUTED = "#unrouted";

    private static final String PLACE = """
            SELECT agency_code, list_key, assignee, routed
              FROM procedures.dossier
             WHERE id IN (<ids>)
             ORDER BY id
               FOR UPDATE
            """;
    private static final String ADD = """
            INSERT INTO procedures.dossier_tally (agency_code, scope, bucket, dossiers)
            VALUES (?, ?, ?, ?)
            """;
    private static final String BUCKETS = """
            SELECT bucket, SUM(dossiers) AS dossiers
              FROM procedures.dossier_tally
             WHERE agency_code = ? AND scope = ?
             GROUP BY bucket
            """;
    private static final String NEWER = """
            SELECT id, agency_code, scope, bucket
              FROM procedures.dossier_tally
             WHERE id > ?
             ORDER BY id
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String ROWS = """
            SELECT id, dossiers
              FROM procedures.dossier_tally
             WHERE agency_code = ? AND scope = ? AND bucket = ?
             ORDER BY id
               FOR UPDATE
            """;
    private static final String TAKE = "DELETE FROM procedures.dossier_tally WHERE id IN (<ids>)";
    private static final String ALONE = "UPDATE procedures.dossier_kept SET right_at = ? WHERE id = 1";
    /** One statement sees the dossiers and their numbers at one moment, so what is under way meanwhile counts once. */
    private static final String CORRECT = """
            INSERT INTO procedures.dossier_tally (agency_code, scope, bucket, dossiers)
            SELECT agency_code, scope, bucket, SUM(dossiers)
              FROM (SELECT d.agency_code,
                           CASE s.kind WHEN 1 THEN '' WHEN 2 THEN '@' || d.assignee ELSE '#unrouted' END AS scope,
                           CASE WHEN d.list_key < 0 THEN -1
                                WHEN d.list_key >= 4000000000000000000 THEN -2
                                ELSE CAST(d.list_key / 14400000000000 AS INTEGER) END AS bucket,
                           1 AS dossiers
                      FROM procedures.dossier d
                      JOIN (VALUES (1), (2), (3)) AS s (kind)
                        ON s.kind = 1 OR (s.kind = 2 AND d.assignee IS NOT NULL) OR (s.kind = 3 AND d.routed = FALSE)
                     UNION ALL
                    SELECT agency_code, scope, bucket, -dossiers
                      FROM procedures.dossier_tally) AS both_sides
             GROUP BY agency_code, scope, bucket
            HAVING SUM(dossiers) <> 0
            """;

    /** Where a dossier stands in the list, as far as a number of a view depends on it. */
    public record Place(String agency, long listKey, Optional<String> assignee, boolean routed) {
        public Place {
            requireNonNull(agency, "agency");
            requireNonNull(assignee, "assignee");
        }

        static Place of(ResultSet row) throws SQLException {
            return new Place(
                    row.getString("agency_code"),
                    row.getLong("list_key"),
                    Optional.ofNullable(row.getString("assignee")),
                    row.getBoolean("routed"));
        }
    }

    private record Counted(String agency, String scope, int bucket) {}

    /** What some changes add up to, each number once. */
    public static final class Change {
        private final Map<Counted, Long> sums = new HashMap<>();

        public Change leaves(Place place) {
            return add(place, -1);
        }

        public Change comesTo(Place place) {
            return add(place, 1);
        }

        private Change add(Place place, long step) {
            int bucket = ListKey.bucket(place.listKey());
            sums.merge(new Counted(place.agency(), "", bucket), step, Long::sum);
            place.assignee()
                    .ifPresent(
                            account -> sums.merge(new Counted(place.agency(), "@" + account, bucket), step, Long::sum));
            if (!place.routed()) {
                sums.merge(new Counted(place.agency(), UNROUTED, bucket), step, Long::sum);
            }
            return this;
        }
    }

    /** Where dossiers stand; nobody else changes that until the transaction ends. */
    public List<Place> places(Handle transaction, List<Long> dossiers) {
        return dossiers.isEmpty()
                ? List.of()
                : transaction
                        .createQuery(PLACE)
                        .bindList("ids", dossiers)
                        .map((row, context) -> Place.of(row))
                        .list();
    }

    /** Adds what has changed to the numbers. */
    public void keep(Handle transaction, Change change) {
        try (PreparedBatch batch = transaction.prepareBatch(ADD)) {
            change.sums.forEach((number, sum) -> {
                if (sum != 0) {
                    batch.add(number.agency(), number.scope(), number.bucket(), sum);
                }
            });
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    /** Takes dossiers that are about to be deleted out of the numbers. */
    public void leave(Handle transaction, List<Long> dossiers) {
        Change change = new Change();
        places(transaction, dossiers).forEach(change::leaves);
        keep(transaction, change);
    }

    /**
     * How many dossiers stand in each bucket of {@link ListKey#bucket}.
     *
     * @param assignee account of who has them on the desk; empty for all
     * @param unrouted only those of which nobody knows who is competent; not together with an assignee
     */
    public Map<Integer, Long> buckets(Handle handle, String agency, Optional<String> assignee, boolean unrouted) {
        String scope = unrouted ? UNROUTED : assignee.map("@"::concat).orElse("");
        Map<Integer, Long> buckets = new HashMap<>();
        handle.createQuery(BUCKETS)
                .bind(0, agency)
                .bind(1, scope)
                .map((row, context) -> Map.entry(row.getInt("bucket"), row.getLong("dossiers")))
                .forEach(row -> buckets.put(row.getKey(), row.getValue()));
        return buckets;
    }

    /**
     * Writes one row for each number that has got rows since {@code after}, and returns how far it came: {@code after} itself
     * when there was nothing. A row that commits later than its neighbours waits for the next change of its number.
     */
    public long fold(Handle transaction, long after, int most) {
        long last = after;
        Map<Counted, Long> touched = new HashMap<>();
        for (Map.Entry<Counted, Long> row : newer(transaction, after, most)) {
            touched.put(row.getKey(), row.getValue());
            last = row.getValue();
        }
        touched.keySet().forEach(number -> fold(transaction, number));
        return last;
    }

    private static List<Map.Entry<Counted, Long>> newer(Handle transaction, long after, int most) {
        return transaction
                .createQuery(NEWER)
                .bind(0, after)
                .bind(1, most)
                .map((row, context) -> Map.entry(
                        new Counted(row.getString("agency_code"), row.getString("scope"), row.getInt("bucket")),
                        row.getLong("id")))
                .list();
    }

    private static void fold(Handle transaction, Counted number) {
        Map<Long, Long> rows = new HashMap<>();
        transaction
                .createQuery(ROWS)
                .bind(0, number.agency())
                .bind(1, number.scope())
                .bind(2, number.bucket())
                .map((row, context) -> Map.entry(row.getLong("id"), row.getLong("dossiers")))
                .forEach(row -> rows.put(row.getKey(), row.getValue()));
        if (rows.size() < 2) {
            return;
        }
        transaction
                .createUpdate(TAKE)
                .bindList("ids", List.copyOf(rows.keySet()))
                .execute();
        long sum = rows.values().stream().mapToLong(Long::longValue).sum();
        if (sum != 0) {
            transaction.execute(ADD, number.agency(), number.scope(), number.bucket(), sum);
        }
    }

    /** Adds what is missing from the numbers of all agencies, or too much; returns how many numbers were wrong. */
    public int correct(Handle transaction, LocalDateTime at) {
        transaction.execute(ALONE, at);
        return transaction.execute(CORRECT);
    }
}
