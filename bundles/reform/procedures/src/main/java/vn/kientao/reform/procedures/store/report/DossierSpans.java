package vn.kientao.reform.procedures.store.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/**
 * Keeps {@code procedures.dossier_span} in step with the events of dossiers, in the transaction that adds the event. The
 * first end of a dossier stays its end: what is corrected afterwards is not settled a second time.
 */
public final class DossierSpans {
    static final LocalDateTime OPEN_END = LocalDateTime.of(9999, 12, 31, 0, 0);

    private static final String PRESENT = """
            SELECT d.agency_code, d.field, d.procedure_code, d.channel, d.due_at,
                   s.place, s.version, s.status, s.ended, s.from_at, s.due_at AS span_due, s.received_by,
                   s.supplements, s.forwarded
              FROM procedures.dossier d
              LEFT JOIN procedures.dossier_span s ON s.dossier_id = d.id AND s.lasting = TRUE
             WHERE d.id = ?
            """;
    private static final String NEWS = """
            SELECT version, happened, status, account
              FROM procedures.dossier_event
             WHERE dossier_id = ? AND version > ?
             ORDER BY version
            """;
    private static final String CLOSE = """
            UPDATE procedures.dossier_span
               SET lasting = FALSE, to_at = ?
             WHERE dossier_id = ? AND place = ?
            """;
    private static final String CONTINUE = """
            INSERT INTO procedures.dossier_span (
                   dossier_id, place, version, agency_code, field, procedure_code, channel, status, entry, ended, lasting,
                   from_at, to_at, due_at, account, received_by, supplements, forwarded)
            SELECT dossier_id, ?, version, agency_code, field, procedure_code, channel, status, FALSE, FALSE, FALSE,
                   ?, ?, due_at, account, received_by, supplements, forwarded
              FROM procedures.dossier_span
             WHERE dossier_id = ? AND place = ?
            """;
    static final String BEGIN = """
            INSERT INTO procedures.dossier_span (
                   dossier_id, place, version, agency_code, field, procedure_code, channel, status, entry, ended, lasting,
                   from_at, to_at, due_at, account, received_by, supplements, forwarded)
            VALUES (:id, :place, :version, :agency, :field, :procedure, :channel, :status, :entry, :ended, :lasting,
                   :from, :to, :due, :account, :receivedBy, :supplements, :forwarded)
            """;
    private static final String MOVE_DUE = """
            UPDATE procedures.dossier_span
               SET due_at = (SELECT d.due_at FROM procedures.dossier d WHERE d.id = dossier_span.dossier_id)
             WHERE dossier_id = ? AND lasting = TRUE AND ended = FALSE
            """;

    /** Papers come before the entry, and change with a supplement or with a file that is added. */
    private static final String PAPERS = """
            UPDATE procedures.dossier_span
               SET digitised = <digitised>, reused = <reused>
             WHERE dossier_id = :id AND place = 1 AND (digitised <> <digitised> OR reused <> <reused>)
            """;

    private static final String DIGITISED = """
            (EXISTS (SELECT 1 FROM procedures.dossier_paper p
                      WHERE p.dossier_id = dossier_span.dossier_id AND p.received = TRUE)
             AND NOT EXISTS (SELECT 1 FROM procedures.dossier_paper p
                              WHERE p.dossier_id = dossier_span.dossier_id AND p.received = TRUE AND p.digital = 0))""";
    private static final String REUSED = """
            (EXISTS (SELECT 1 FROM procedures.dossier_paper p
                      WHERE p.dossier_id = dossier_span.dossier_id AND p.received = TRUE AND p.digital > 1))""";

    private final DossierNewsRows news = new DossierNewsRows();
    private final StaleMonths stale = new StaleMonths();

    /** Takes in what happened to the dossier since the last time, and notes its end for those who want to hear of it. */
    public void follow(Handle transaction, long id) {
        Present present = transaction
                .createQuery(PRESENT)
                .bind(0, id)
                .map((row, context) -> Present.of(row))
                .one();
        Optional<Span> span = present.span();
        long seen = span.map(Span::version).orElse(0L);
        for (SpanEvent event : news(transaction, id, seen)) {
            if (span.filter(Span::ended).isPresent()) {
                return;
            }
            span = take(transaction, id, present, span, event);
        }
    }

    /** The due date of a dossier has moved without an event of its own, because the calendar has changed. */
    public void dueMoved(Handle transaction, long id) {
        transaction.execute(MOVE_DUE, id);
        stale.standing(transaction, id);
    }

    /** Takes in which papers are digitised or re-used by now. */
    public void papersChanged(Handle transaction, long id) {
        int changed = transaction
                .createUpdate(PAPERS)
                .define("digitised", DIGITISED)
                .define("reused", REUSED)
                .bind("id", id)
                .execute();
        if (changed > 0) {
            stale.entry(transaction, id);
        }
    }

    private Optional<Span> take(Handle transaction, long id, Present present, Optional<Span> before, SpanEvent event) {
        if (before.isEmpty()) {
            // Registered only: nobody has looked at it yet.
            return event.status() == DossierStatus.REGISTERED
                    ? before
                    : Optional.of(begin(transaction, id, present, Span.first(present.due(), event)));
        }
        Span last = before.get();
        if (last.status() == event.status() && last.due().equals(present.due())) {
            return before;
        }
        LocalDateTime at = event.at().isBefore(last.from()) ? last.from() : event.at();
        int place = close(transaction, id, last, at);
        return Optional.of(begin(transaction, id, present, last.next(place + 1, at, present.due(), event)));
    }

    private Span begin(Handle transaction, long id, Present present, Span span) {
        transaction
                .createUpdate(BEGIN)
                .bind("id", id)
                .bind("place", span.place())
                .bind("version", span.version())
                .bind("agency", present.agency())
                .bind("field", present.field())
                .bind("procedure", present.procedure())
                .bind("channel", present.channel())
                .bind("status", span.status().number())
                .bind("entry", span.place() == 1)
                .bind("ended", span.ended())
                .bind("lasting", true)
                .bind("from", span.from())
                .bind("to", OPEN_END)
                .bind("due", span.due())
                .bind("account", span.account())
                .bind("receivedBy", span.receivedBy())
                .bind("supplements", span.supplements())
                .bind("forwarded", span.forwarded())
                .execute();
        stale.from(transaction, present.agency(), span.from());
        papersChanged(transaction, id);
        if (span.ended()) {
            news.add(transaction, id, span.status(), span.from());
        }
        return span;
    }

    /** Ends the span in pieces of a month each and returns the place of the last piece. */
    private static int close(Handle transaction, long id, Span span, LocalDateTime at) {
        LocalDateTime end = Span.pieceEnd(span.from(), at);
        transaction.execute(CLOSE, end, id, span.place());
        int place = span.place();
        while (end.isBefore(at)) {
            LocalDateTime from = end;
            end = Span.pieceEnd(from, at);
            place++;
            transaction.execute(CONTINUE, place, from, end, id, span.place());
        }
        return place;
    }

    private static List<SpanEvent> news(Handle transaction, long id, long seen) {
        return transaction
                .createQuery(NEWS)
                .bind(0, id)
                .bind(1, seen)
                .map((row, context) -> new SpanEvent(
                        row.getLong("version"),
                        row.getObject("happened", LocalDateTime.class),
                        DossierStatus.of(row.getInt("status")),
                        row.getString("account")))
                .list();
    }

    private record Present(
            String agency, String field, String procedure, int channel, LocalDateTime due, Optional<Span> span) {

        static Present of(ResultSet row) throws SQLException {
            int place = row.getInt("place");
            return new Present(
                    row.getString("agency_code"),
                    row.getString("field"),
                    row.getString("procedure_code"),
                    row.getInt("channel"),
                    row.getObject("due_at", LocalDateTime.class),
                    place == 0
                            ? Optional.empty()
                            : Optional.of(new Span(
                                    place,
                                    row.getLong("version"),
                                    DossierStatus.of(row.getInt("status")),
                                    row.getObject("from_at", LocalDateTime.class),
                                    row.getObject("span_due", LocalDateTime.class),
                                    "",
                                    row.getString("received_by"),
                                    row.getInt("supplements"),
                                    row.getBoolean("forwarded"))));
        }
    }
}
