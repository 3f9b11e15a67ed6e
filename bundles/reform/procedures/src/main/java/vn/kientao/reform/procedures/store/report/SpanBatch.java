package vn.kientao.reform.procedures.store.report;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/**
 * Writes the facts of many dossiers whose course until now is known, as {@link DossierSpans} would have written them event
 * by event. What ended elsewhere is no news here.
 */
public final class SpanBatch implements AutoCloseable {
    private final Handle transaction;
    private final PreparedBatch batch;
    /** The earliest fact of each agency. */
    private final Map<String, LocalDateTime> earliest = new TreeMap<>();

    private final StaleMonths stale = new StaleMonths();

    public SpanBatch(Handle transaction) {
        this.transaction = transaction;
        batch = transaction.prepareBatch(DossierSpans.BEGIN);
    }

    /** Whose facts they are. */
    public record Of(long id, String agency, String field, String procedure, int channel, LocalDateTime due) {}

    /** Adds the facts of a dossier. */
    public void add(Of dossier, List<SpanEvent> events) {
        @Nullable Span last = null;
        for (SpanEvent event : events) {
            if (last == null) {
                last = event.status() == DossierStatus.REGISTERED ? null : Span.first(dossier.due(), event);
            } else if (last.ended()) {
                break;
            } else if (last.status() != event.status()) {
                LocalDateTime at = event.at().isBefore(last.from()) ? last.from() : event.at();
                last = last.next(close(dossier, last, at) + 1, at, dossier.due(), event);
            }
        }
        if (last != null) {
            add(dossier, last, last.place(), last.from(), DossierSpans.OPEN_END);
        }
    }

    public void write() {
        if (batch.size() > 0) {
            batch.execute();
            earliest.forEach((agency, from) -> stale.from(transaction, agency, from));
        }
    }

    @Override
    public void close() {
        batch.close();
    }

    /** Adds the pieces of a span that ended and returns the place of the last. */
    private int close(Of dossier, Span span, LocalDateTime at) {
        LocalDateTime end = Span.pieceEnd(span.from(), at);
        int place = span.place();
        add(dossier, span, place, span.from(), end);
        while (end.isBefore(at)) {
            LocalDateTime from = end;
            end = Span.pieceEnd(from, at);
            place++;
            add(dossier, span, place, from, end);
        }
        return place;
    }

    private void add(Of dossier, Span span, int place, LocalDateTime from, LocalDateTime to) {
        boolean lasting = to.equals(DossierSpans.OPEN_END);
        earliest.merge(dossier.agency(), from, (one, other) -> one.isBefore(other) ? one : other);
        batch.bind("id", dossier.id())
                .bind("place", place)
                .bind("version", span.version())
                .bind("agency", dossier.agency())
                .bind("field", dossier.field())
                .bind("procedure", dossier.procedure())
                .bind("channel", dossier.channel())
                .bind("status", span.status().number())
                .bind("entry", place == 1)
                .bind("ended", span.ended())
                .bind("lasting", lasting)
                .bind("from", from)
                .bind("to", to)
                .bind("due", span.due())
                .bind("account", span.account())
                .bind("receivedBy", span.receivedBy())
                .bind("supplements", span.supplements())
                .bind("forwarded", span.forwarded())
                .add();
    }
}
