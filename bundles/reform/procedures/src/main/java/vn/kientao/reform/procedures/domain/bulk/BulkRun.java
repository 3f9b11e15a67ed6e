package vn.kientao.reform.procedures.domain.bulk;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;

/**
 * An action that was taken on many dossiers.
 *
 * @param id 0 before it is kept
 * @param account who did it
 * @param requestId what the audit entries of its dossiers have in common
 */
public record BulkRun(
        long id, String account, DossierAction action, LocalDateTime at, String requestId, List<BulkRow> rows) {
    /** So many dossiers at once. */
    public static final int MOST = 200;

    public BulkRun {
        requireNonNull(account, "account");
        requireNonNull(action, "action");
        requireNonNull(at, "at");
        requireNonNull(requestId, "requestId");
        rows = List.copyOf(rows);
    }

    /** How many went this way. */
    public long count(BulkRow.Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
