package vn.kientao.reform.procedures.store.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import vn.kientao.reform.procedures.domain.report.Slice;

/**
 * So many dossiers of a month that are alike: a row of {@code procedures.report_sum}.
 *
 * @param timing name of a timing
 * @param digitised of what came in, those with the trait, as {@code reUsed}
 * @param eResults of results, those with the trait, as the last two
 */
record MonthSum(
        Slice slice,
        String field,
        int status,
        int channel,
        String timing,
        long dossiers,
        long digitised,
        long reUsed,
        long eResults,
        long withFee,
        long paidOnline) {

    static MonthSum of(ResultSet row) throws SQLException {
        return new MonthSum(
                Slice.valueOf(row.getString("slice")),
                row.getString("field"),
                row.getInt("status"),
                row.getInt("channel"),
                row.getString("timing"),
                row.getLong("dossiers"),
                row.getLong("digitised"),
                row.getLong("re_used"),
                row.getLong("e_results"),
                row.getLong("with_fee"),
                row.getLong("paid_online"));
    }

    MonthSum with(long otherDossiers) {
        return new MonthSum(
                slice, field, status, channel, timing, otherDossiers, digitised, reUsed, eResults, withFee, paidOnline);
    }
}
