package vn.kientao.reform.procedures.store.report;

import java.time.LocalDateTime;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/** How long a dossier stood in a state: a row of {@code procedures.dossier_span} that lasts. */
record Span(
        int place,
        long version,
        DossierStatus status,
        LocalDateTime from,
        LocalDateTime due,
        String account,
        String receivedBy,
        int supplements,
        boolean forwarded) {

    static Span first(LocalDateTime due, SpanEvent event) {
        return new Span(
                1,
                event.version(),
                event.status(),
                event.at(),
                due,
                event.account(),
                event.account(),
                event.status() == DossierStatus.SUPPLEMENT_ASKED ? 1 : 0,
                event.status() == DossierStatus.PROCESSING);
    }

    Span next(int nextPlace, LocalDateTime at, LocalDateTime nextDue, SpanEvent event) {
        boolean asked = event.status() == DossierStatus.SUPPLEMENT_ASKED && status != event.status();
        return new Span(
                nextPlace,
                event.version(),
                event.status(),
                at,
                nextDue,
                event.account(),
                receivedBy,
                supplements + (asked ? 1 : 0),
                forwarded || event.status() == DossierStatus.PROCESSING);
    }

    boolean ended() {
        return switch (status) {
            case REFUSED, WITHDRAWN, STOPPED, FINISHED, HANDED_OVER -> true;
            case REGISTERED, RECEIVED, PROCESSING, SUPPLEMENT_ASKED, PAYMENT_ASKED -> false;
        };
    }

    /** Where the piece that begins at {@code from} ends: with its month, or at {@code at}. */
    static LocalDateTime pieceEnd(LocalDateTime from, LocalDateTime at) {
        LocalDateTime month = from.toLocalDate().withDayOfMonth(1).plusMonths(1).atStartOfDay();
        return month.isBefore(at) ? month : at;
    }
}
