package vn.kientao.reform.procedures.store.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;
import vn.kientao.reform.procedures.domain.report.Slice;
import vn.kientao.reform.procedures.domain.report.Trait;

/**
 * Counts how many of the dossiers that came in or got their result in a period have a trait: two ranges of the index of
 * the report, and for each result in them its way and duties by their key. Of whole months whose sums are kept the sums are
 * taken.
 */
public final class SpanShares {
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

    private final MonthSums sums = new MonthSums();

    /** The shares that ask for a trait. */
    public Map<ShareKind, Share> of(Handle handle, Cut cut) {
        KeptCut kept = sums.of(handle, cut);
        Traits received = traits(handle, cut, Slice.ENTERED, kept, RECEIVED);
        Traits results = traits(handle, cut, Slice.ENDED, kept, RESULTS);
        return Map.of(
                ShareKind.DIGITISED, new Share(received.digitised(), received.dossiers()),
                ShareKind.RE_USED, new Share(received.reUsed(), received.dossiers()),
                ShareKind.E_RESULTS, new Share(results.eResults(), results.dossiers()),
                ShareKind.PAID_ONLINE, new Share(results.paidOnline(), results.withFee()));
    }

    private Traits traits(Handle handle, Cut cut, Slice slice, KeptCut kept, String counting) {
        Stream<Query> ofMonths = kept.kept().stream().map(run -> sums.traits(handle, cut, slice, run));
        Stream<Query> counted = kept.counted().stream()
                .map(part -> SpanRange.of(slice, part).get(0).bound(handle.createQuery(counting), part));
        return Stream.concat(ofMonths, counted)
                .map(query -> query.map((row, context) -> Traits.of(row)).one())
                .reduce(Traits.NONE, Traits::plus);
    }

    private record Traits(long dossiers, long digitised, long reUsed, long eResults, long withFee, long paidOnline) {
        static final Traits NONE = new Traits(0, 0, 0, 0, 0, 0);

        static Traits of(ResultSet row) throws SQLException {
            return new Traits(
                    row.getLong("dossiers"),
                    row.getLong("digitised"),
                    row.getLong("re_used"),
                    row.getLong("e_results"),
                    row.getLong("with_fee"),
                    row.getLong("paid_online"));
        }

        Traits plus(Traits more) {
            return new Traits(
                    dossiers + more.dossiers,
                    digitised + more.digitised,
                    reUsed + more.reUsed,
                    eResults + more.eResults,
                    withFee + more.withFee,
                    paidOnline + more.paidOnline);
        }
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
