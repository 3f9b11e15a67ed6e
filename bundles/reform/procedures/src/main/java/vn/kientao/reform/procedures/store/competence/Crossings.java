package vn.kientao.reform.procedures.store.competence;

import java.time.LocalDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.store.dossier.DossierTally;
import vn.kientao.reform.procedures.store.dossier.WordIndex;
import vn.kientao.reform.procedures.store.report.StaleMonths;

/**
 * Takes a dossier out of one register into another: the row with everything that hangs on it changes agency, and so do the
 * facts that reports count, which have always been one agency's. Work for no agency: each agency sees its own rows only.
 */
public final class Crossings {
    private static final String UNDER_WAY = """
            SELECT code
              FROM procedures.dossier
             WHERE bound_for IS NOT NULL
             ORDER BY bound_for, id
             FETCH FIRST :most ROWS ONLY
            """;
    /** What is not said is the register's own agency: whoever it was before must be named now. */
    private static final String MOVE = """
            UPDATE procedures.dossier
               SET agency_code = :to, bound_for = NULL, competent_agency = NULL,
                   receiving_unit = CASE WHEN :unit = :to THEN NULL ELSE :unit END,
                   support_place = CASE WHEN :support = :to THEN NULL ELSE :support END,
                   place = '', changed_at = :at
             WHERE id = :id AND bound_for = :to
            """;

    private static final List<String> FOLLOW = List.of(
            "UPDATE procedures.dossier_span SET agency_code = :to WHERE dossier_id = :id",
            "UPDATE procedures.dossier_subscription SET agency_code = :to WHERE dossier_id = :id",
            "UPDATE procedures.opinion_request SET asking_agency = :to WHERE dossier_id = :id",
            """
            INSERT INTO procedures.dossier_field (agency_code, field)
            SELECT :to, d.field
              FROM procedures.dossier d
             WHERE d.id = :id
               AND NOT EXISTS (SELECT 1 FROM procedures.dossier_field f
                                WHERE f.agency_code = :to AND f.field = d.field)
            ON CONFLICT DO NOTHING
            """);

    private final StaleMonths stale = new StaleMonths();
    private final DossierTally tally = new DossierTally();
    private final WordIndex words = new WordIndex();

    /** Codes of dossiers that are on their way; at most so many. */
    public List<DossierCode> underWay(Handle handle, int most) {
        return handle.createQuery(UNDER_WAY)
                .bind("most", most)
                .map((row, context) -> DossierCode.parse(row.getString("code")).orElseThrow())
                .list();
    }

    /** Puts it into the register it was bound for; false when it was not, or is there already. */
    public boolean move(Handle transaction, Move move) {
        DossierTally.Change counted = new DossierTally.Change();
        tally.places(transaction, List.of(move.id()))
                .forEach(place -> counted.leaves(place)
                        .comesTo(new DossierTally.Place(move.to(), place.listKey(), place.assignee(), place.routed())));
        words.forget(transaction, List.of(move.id()));
        boolean moved = transaction
                        .createUpdate(MOVE)
                        .bind("id", move.id())
                        .bind("to", move.to())
                        .bind("unit", move.unit())
                        .bind("support", move.support())
                        .bind("at", move.at())
                        .execute()
                == 1;
        words.remember(transaction, List.of(move.id()));
        if (moved) {
            tally.keep(transaction, counted);
            stale.dossiers(transaction, List.of(move.id()));
            FOLLOW.forEach(sql -> transaction
                    .createUpdate(sql)
                    .bind("to", move.to())
                    .bind("id", move.id())
                    .execute());
            stale.dossiers(transaction, List.of(move.id()));
        }
        return moved;
    }

    /**
     * Where a dossier goes.
     *
     * @param to code of the agency into whose register it comes
     * @param unit code of the unit that received it
     * @param support code of the place that helped to hand it in
     */
    public record Move(long id, String to, String unit, String support, LocalDateTime at) {}
}
