package vn.kientao.reform.procedures.store.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/**
 * An event of a dossier as reports see it.
 *
 * @param version the dossier's after it
 * @param status handed over counts as settled: the result was there before
 * @param account who did it; empty when nobody here did
 */
public record SpanEvent(long version, LocalDateTime at, DossierStatus status, String account) {
    public SpanEvent {
        requireNonNull(at, "at");
        requireNonNull(account, "account");
        status = status == DossierStatus.HANDED_OVER ? DossierStatus.FINISHED : status;
    }
}
