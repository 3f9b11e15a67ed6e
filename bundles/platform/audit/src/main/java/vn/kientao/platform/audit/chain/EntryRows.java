package vn.kientao.platform.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** Reads entries from rows, the same way for the platform and for the verifier. */
public final class EntryRows {
    private EntryRows() {}

    public static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("account"),
                row.getString("acting_for"),
                row.getString("agency"),
                row.getString("address"),
                row.getString("module"),
                row.getString("module_release"),
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                row.getString("detail"),
                row.getString("before_state"),
                row.getString("after_state"),
                row.getString("reason"),
                row.getString("request_id"),
                row.getString("key_id"),
                row.getString("mac"));
    }

    public static Cut cut(ResultSet row) throws SQLException {
        return new Cut(
                row.getLong("sequence"),
                row.getString("hash"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("key_id"),
                row.getString("mac"));
    }
}
