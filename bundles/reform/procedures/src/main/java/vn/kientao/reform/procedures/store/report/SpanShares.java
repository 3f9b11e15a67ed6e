package vn.kientao.reform.procedures.store.report;

import java.util.EnumMap;
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
public final class SpanShares {
    private static final String RECEIVED = """
            SELECT COUNT(*) AS dossiers, SUM(CASE WHEN %s THEN 1 ELSE 0 END) AS digitised,
                   SUM(CASE WHEN %s THEN 1 ELSE 0 END) AS re_used
              FROM procedures.dossier_span
             WHERE <range>
            """.formatted(condition(Trait.DIGITISED), condition(Trait.RE_USED));
    private static final String RESULTS =
            """
            SELECT COUNT(*) AS dossiers, SUM(CASE WHEN %s THEN 1 ELSE 0 END) AS e_results,
                   SUM(CASE WHEN %s THEN 1 ELSE 0 END) AS with_fee,
                   SUM(CASE WHEN %s THEN 1 ELSE 0 END) AS paid_online
              FROM procedures.dossier_span
             WHERE <range> AND status = 9
            """.formatted(condition(Trait.E_RESULT), condition(Trait.FEE), condition(Trait.PAID_ONLINE));

    /** The shares that ask for a trait. */
    public Map<ShareKind, Share> of(Handle handle, Cut cut) {
        Map<ShareKind, Share> shares = new EnumMap<>(ShareKind.class);
        SpanRange received = SpanRange.of(Slice.ENTERED, cut).get(0);
        shares.putAll(received.bound(handle.createQuery(RECEIVED), cut)
                .map((row, context) -> {
                    long all = row.getLong("dossiers");
                    return Map.of(
                            ShareKind.DIGITISED, new Share(row.getLong("digitised"), all),
                            ShareKind.RE_USED, new Share(row.getLong("re_used"), all));
                })
                .one());
        SpanRange ended = SpanRange.of(Slice.ENDED, cut).get(0);
        shares.putAll(ended.bound(handle.createQuery(RESULTS), cut)
                .map((row, context) -> Map.of(
                        ShareKind.E_RESULTS, new Share(row.getLong("e_results"), row.getLong("dossiers")),
                        ShareKind.PAID_ONLINE, new Share(row.getLong("paid_online"), row.getLong("with_fee"))))
                .one());
        return shares;
    }

    /** What a row of {@code procedures.dossier_span} must meet to have the trait. */
    static String condition(Trait trait) {
        return switch (trait) {
            case IN_TIME -> "from_at <= due_at";
            case DIGITISED -> "digitised = TRUE";
            case RE_USED -> "reused = TRUE";
            case E_RESULT ->
                "EXISTS (SELECT 1 FROM procedures.dossier d WHERE d.id = dossier_span.dossier_id AND d.result_by = 2)";
            case FEE -> duty("");
            case PAID_ONLINE -> duty(" AND u.paid_at IS NOT NULL AND u.channel = 2");
        };
    }

    private static String duty(String condition) {
        return "EXISTS (SELECT 1 FROM procedures.dossier_duty u WHERE u.dossier_id = dossier_span.dossier_id"
                + condition + ")";
    }
}
