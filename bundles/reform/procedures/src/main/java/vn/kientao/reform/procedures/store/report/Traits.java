package vn.kientao.reform.procedures.store.report;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How many dossiers have which trait.
 *
 * @param dossiers all of them, with a trait or without
 */
record Traits(long dossiers, long digitised, long reUsed, long eResults, long withFee, long paidOnline) {
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
