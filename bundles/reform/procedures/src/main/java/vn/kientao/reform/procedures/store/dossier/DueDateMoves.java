package vn.kientao.reform.procedures.store.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.time.DeadlineTerms;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.time.DueDate;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.reform.procedures.store.report.DossierSpans;

/** Moves the due dates of running dossiers after the working calendar has changed. */
public final class DueDateMoves {
    private static final String TOUCHED = """
            SELECT d.id, d.agency_code, d.code, COALESCE(d.clock_from, d.received_at) AS received_at,
                   d.due_at, d.limit_amount, d.limit_unit, r.reading
              FROM procedures.dossier d
              JOIN procedures.deadline_rule r ON r.id = d.rule_id
             WHERE d.running = TRUE
               AND d.paused = FALSE
               AND d.limit_unit IS NOT NULL
               AND d.due_at >= :from
               AND d.received_at < :to
               AND d.id > :after
             ORDER BY d.id
             FETCH FIRST :limit ROWS ONLY
            """;
    private static final String MOVE = """
            UPDATE procedures.dossier
               SET due_at = :due, counted_from = :countedFrom, counted_days = :countedDays, list_key = :listKey
             WHERE id = :id AND running = TRUE AND paused = FALSE AND due_at = :was
            """;

    private final DossierSpans spans = new DossierSpans();
    private final DossierTally tally = new DossierTally();
    private final WordIndex words = new WordIndex();
    private final DossierPauses pauses = new DossierPauses();

    /** The next running dossiers after {@code after} whose span from receipt to due date touches the days. */
    public List<Running> touched(Handle handle, LocalDate from, LocalDate to, long after, int limit) {
        List<Running> running = handle.createQuery(TOUCHED)
                .bind("from", from.atStartOfDay())
                .bind("to", to.plusDays(1).atStartOfDay())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Running(
                        row.getLong("id"),
                        row.getString("agency_code"),
                        row.getString("code"),
                        row.getObject("received_at", LocalDateTime.class),
                        row.getObject("due_at", LocalDateTime.class),
                        new TimeLimit(row.getInt("limit_amount"), TimeLimit.Unit.valueOf(row.getString("limit_unit"))),
                        Deadlines.Reading.valueOf(row.getString("reading")),
                        List.of()))
                .list();
        Map<Long, List<DeadlineTerms.Pause>> found =
                pauses.of(handle, running.stream().map(Running::id).toList());
        return running.stream()
                .map(dossier -> dossier.with(found.getOrDefault(dossier.id(), List.of())))
                .toList();
    }

    /** Returns false, and changes nothing, when the dossier has ended or its due date is another by now. */
    public boolean move(Handle transaction, Running dossier, DueDate due) {
        long listKey = ListKey.running(due.due(), dossier.id());
        DossierTally.Change counted = new DossierTally.Change();
        List<DossierTally.Place> before = tally.places(transaction, List.of(dossier.id()));
        before.forEach(place -> counted.leaves(place)
                .comesTo(new DossierTally.Place(place.agency(), listKey, place.assignee(), place.routed())));
        boolean moved = transaction
                        .createUpdate(MOVE)
                        .bind("due", due.due())
                        .bind("countedFrom", due.countedFrom())
                        .bind("countedDays", CountedDays.write(due.days()))
                        .bind("listKey", listKey)
                        .bind("id", dossier.id())
                        .bind("was", dossier.due())
                        .execute()
                == 1;
        if (moved) {
            tally.keep(transaction, counted);
            before.forEach(place -> words.putInOrder(transaction, dossier.id(), place, listKey));
            spans.dueMoved(transaction, dossier.id());
        }
        return moved;
    }

    /** What the due date of a running dossier is counted from, and when its clock stood still since. */
    public record Running(
            long id,
            String agency,
            String code,
            LocalDateTime received,
            LocalDateTime due,
            TimeLimit limit,
            Deadlines.Reading reading,
            List<DeadlineTerms.Pause> pauses) {
        public Running {
            requireNonNull(agency, "agency");
            requireNonNull(code, "code");
            requireNonNull(received, "received");
            requireNonNull(due, "due");
            requireNonNull(limit, "limit");
            requireNonNull(reading, "reading");
            pauses = List.copyOf(pauses);
        }

        private Running with(List<DeadlineTerms.Pause> found) {
            return new Running(id, agency, code, received, due, limit, reading, found);
        }

        /** What the deadline depends on beside receipt, limit and reading. */
        public DeadlineTerms terms() {
            return new DeadlineTerms(agency, pauses);
        }
    }
}
