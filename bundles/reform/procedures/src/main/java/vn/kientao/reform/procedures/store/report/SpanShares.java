package vn.kientao.reform.procedures.store.report;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;
import vn.kientao.reform.procedures.domain.report.Slice;
import vn.kientao.reform.procedures.domain.report.Trait;

/**
 * Counts how many of the dossiers that came in or got their result in a period have a trait: two ranges of the index of
 * the report, and for each result in them its way and duties by their key.
 */
final class SpanShares {
    private static final String RECEIVED = """
            SELECT COUNT(*) AS dossiers, COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0) AS digitised,
                   COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0) AS re_used, 0 AS e_results, 0 AS with_fee,
                   0 AS paid_online
              FROM procedures.dossier_span
             WHERE <range>
            """.formatted(condition(Trait.DIGITISED), condition(Trait.RE_USED));
    private static final String RESULTS =
            """
            SELECT COUNT(*) AS dossiers, 0 AS digitised, 0 AS re_used,
                   COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0) AS e_results,
                   COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0) AS with_fee,
                   COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0) AS paid_online
              FROM procedures.dossier_span
             WHERE <range> AND status = 9
            """.formatted(condition(Trait.E_RESULT), condition(Trait.FEE), condition(Trait.PAID_ONLINE));

    private SpanShares() {}

    /** The traits of what came in during a part of a period whose sums are not kept. */
    static Traits received(Handle handle, Cut part) {
        return counted(handle, part, Slice.ENTERED, RECEIVED);
    }

    /** Those of what got its result then. */
    static Traits results(Handle handle, Cut part) {
        return counted(handle, part, Slice.ENDED, RESULTS);
    }

    private static Traits counted(Handle handle, Cut part, Slice slice, String counting) {
        return SpanRange.of(slice, part)
                .get(0)
                .bound(handle.createQuery(counting), part)
                .map((row, context) -> Traits.of(row))
                .one();
    }

    /** The shares that ask for a trait. */
    static Map<ShareKind, Share> of(Traits received, Traits results) {
        return Map.of(
                ShareKind.DIGITISED, new Share(received.digitised(), received.dossiers()),
                ShareKind.RE_USED, new Share(received.reUsed(), received.dossiers()),
                ShareKind.E_RESULTS, new Share(results.eResults(), results.dossiers()),
                ShareKind.PAID_ONLINE, new Share(results.paidOnline(), results.withFee()));
    }

    /** What a row of {@code procedures.dossier_span} must meet to have the trait. */
    static String condition(Trait trait) {
        return switch (trait) {
            case IN_TIME -> "from_at <= due_at";
            case DIGITISED -> "digitised = TRUE";
            case RE_USED -> "reused = TRUE";
            case E_RESULT ->
                "EXISTS (SELECT 1 FROM procedures.dossier d WHERE d.id = dossier_span.dossier_id"
                        + " AND COALESCE(d.result_electronic, d.result_by = 2) = TRUE)";
            case FEE -> duty("");
            case PAID_ONLINE -> duty(" AND u.paid_at IS NOT NULL AND u.channel = 2");
        };
    }

    private static String duty(String condition) {
        return "EXISTS (SELECT 1 FROM procedures.dossier_duty u WHERE u.dossier_id = dossier_span.dossier_id"
                + condition + ")";
    }
}
