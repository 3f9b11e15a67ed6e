package vn.kientao.reform.procedures.store.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.procedures.domain.report.Slice;
import vn.kientao.reform.procedures.domain.report.Trait;

/** Counts months that are over and keeps their sums, as {@link MonthClaims} allow. */
public final class MonthCounts {
    private static final String SUMS = """
            SELECT slice, field, status, channel, timing, dossiers, digitised, re_used, e_results, with_fee, paid_online
              FROM procedures.report_sum
             WHERE agency_code = ? AND slice IN ('ENTERED', 'ENDED', 'OPEN') AND month_from = ?
            """;
    private static final String COUNT = """
            SELECT <slice> AS slice, field, status, channel, timing, COUNT(*) AS dossiers, SUM(digitised) AS digitised,
                   SUM(re_used) AS re_used, SUM(e_results) AS e_results, SUM(with_fee) AS with_fee,
                   SUM(paid_online) AS paid_online
              FROM (SELECT field, <status> AS status, <channel> AS channel, <timing> AS timing, <digitised> AS digitised, <reUsed> AS re_used,
                           <eResults> AS e_results, <withFee> AS with_fee, <paidOnline> AS paid_online
                      FROM procedures.dossier_span
                     WHERE <range>) AS span
             GROUP BY field, status, channel, timing
            """;
    /** A state and a channel for what is counted alike in all of them. */
    private static final String ANY = "CAST(1 AS SMALLINT)";

    private static final String HOLD = """
            UPDATE procedures.report_kept
               SET claimed_to = claimed_to
             WHERE agency_code = ? AND turn = ?
            """;
    private static final String ADD = """
            INSERT INTO procedures.report_sum (
                   agency_code, month_from, slice, field, status, channel, timing, dossiers, digitised, re_used, e_results,
                   with_fee, paid_online)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String MARK_KEPT = """
            INSERT INTO procedures.report_month (agency_code, month_from)
            SELECT agency_code, ?
              FROM procedures.report_kept
             WHERE agency_code = ?
               AND NOT EXISTS (SELECT 1 FROM procedures.report_month m
                                WHERE m.agency_code = report_kept.agency_code AND m.month_from = ?)
            """;

    private final StaleMonths stale = new StaleMonths();

    /** Keeps the sums of a month, unless marks have been dealt with since it was counted. */
    public void keep(Handle transaction, MonthClaims.Claim claim, LocalDate month, Counted counted) {
        if (transaction.execute(HOLD, claim.agency(), claim.turn()) == 0) {
            return;
        }
        transaction.execute(
                "DELETE FROM procedures.report_sum WHERE agency_code = ? AND month_from = ?", claim.agency(), month);
        try (PreparedBatch batch = transaction.prepareBatch(ADD)) {
            counted.sums.forEach(sum -> batch.add(
                    claim.agency(),
                    month,
                    sum.slice().name(),
                    sum.field(),
                    sum.status(),
                    sum.channel(),
                    sum.timing(),
                    sum.dossiers(),
                    sum.digitised(),
                    sum.reUsed(),
                    sum.eResults(),
                    sum.withFee(),
                    sum.paidOnline()));
            if (batch.size() > 0) {
                batch.execute();
            }
        }
        transaction.execute(MARK_KEPT, month, claim.agency(), month);
    }

    /** Whether the sums that are kept of a month are those that its facts have. */
    public boolean right(Handle handle, MonthClaims.Claim claim, LocalDate month) {
        List<MonthSum> sums = handle.createQuery(SUMS)
                .bind(0, claim.agency())
                .bind(1, month)
                .map((row, context) -> MonthSum.of(row))
                .list();
        List<MonthSum> counted = count(handle, claim, month).sums;
        return sums.size() == counted.size() && new HashSet<>(sums).equals(new HashSet<>(counted));
    }

    /** Marks a month whose sums are wrong. */
    public void mark(Handle transaction, MonthClaims.Claim claim, LocalDate month) {
        stale.month(transaction, claim.agency(), month);
    }

    /** The sums of a month as its facts have them. */
    public Counted count(Handle handle, MonthClaims.Claim claim, LocalDate month) {
        Cut cut = new Cut(
                Optional.of(claim.agency()),
                Optional.empty(),
                month.atStartOfDay(),
                month.plusMonths(1).atStartOfDay());
        List<MonthSum> sums = new ArrayList<>();
        for (Slice slice : List.of(Slice.ENTERED, Slice.ENDED, Slice.OPEN)) {
            sums.addAll(slice(handle, slice, cut));
        }
        return new Counted(sums);
    }

    private static List<MonthSum> slice(Handle handle, Slice slice, Cut cut) {
        Map<MonthSum, Long> sums = new HashMap<>();
        for (SpanRange range : SpanRange.of(slice, cut)) {
            Query query = handle.createQuery(COUNT)
                    .define("slice", "'" + slice + "'")
                    .define("status", slice == Slice.ENTERED ? ANY : "status")
                    .define("channel", slice == Slice.ENTERED ? "channel" : ANY)
                    .define("timing", timing(slice))
                    .define("digitised", one(slice == Slice.ENTERED, Trait.DIGITISED))
                    .define("reUsed", one(slice == Slice.ENTERED, Trait.RE_USED))
                    .define("eResults", ofResults(slice, Trait.E_RESULT))
                    .define("withFee", ofResults(slice, Trait.FEE))
                    .define("paidOnline", ofResults(slice, Trait.PAID_ONLINE));
            if (slice == Slice.OPEN) {
                query.bind("cut", range.cut());
            }
            range.bound(query, cut)
                    .map((row, context) -> MonthSum.of(row))
                    .forEach(sum -> sums.merge(sum.with(0), sum.dossiers(), Long::sum));
        }
        return sums.entrySet().stream()
                .map(sum -> sum.getKey().with(sum.getValue()))
                .toList();
    }

    private static String timing(Slice slice) {
        return switch (slice) {
            case ENDED -> SpanCounts.TIMING_OF_END;
            case OPEN -> SpanCounts.TIMING_OF_OPEN;
            case ENTERED, CARRIED -> "'ON_TIME'";
        };
    }

    private static String ofResults(Slice slice, Trait trait) {
        return one(slice == Slice.ENDED, trait).replace("WHEN ", "WHEN status = 9 AND ");
    }

    private static String one(boolean asked, Trait trait) {
        return asked ? "CASE WHEN " + SpanShares.condition(trait) + " THEN 1 ELSE 0 END" : "0";
    }

    /** The sums of a month. */
    public static final class Counted {
        private final List<MonthSum> sums;

        private Counted(List<MonthSum> sums) {
            this.sums = List.copyOf(sums);
        }
    }
}
