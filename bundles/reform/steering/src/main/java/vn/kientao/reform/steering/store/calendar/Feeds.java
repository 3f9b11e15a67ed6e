package vn.kientao.reform.steering.store.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.calendar.Feed;

/** Reads and writes {@code steering.calendar_feed}. */
public final class Feeds {
    private static final String SELECT = """
            SELECT account, agency_code, whole, made_at
              FROM steering.calendar_feed
             WHERE revoked_at IS NULL
            """;

    /** The one that somebody has at an agency. */
    public Optional<Feed> of(Handle handle, String account, String agency) {
        return handle.createQuery(SELECT + " AND account = ? AND agency_code = ?")
                .bind(0, account)
                .bind(1, agency)
                .map((row, context) -> feed(row))
                .findFirst();
    }

    public Optional<Feed> byDigest(Handle handle, String digest) {
        return handle.createQuery(SELECT + " AND digest = ?")
                .bind(0, digest)
                .map((row, context) -> feed(row))
                .findOne();
    }

    public void add(Handle transaction, Feed feed, String digest) {
        transaction.execute(
                "INSERT INTO steering.calendar_feed (account, agency_code, whole, digest, made_at) VALUES (?, ?, ?, ?, ?)",
                feed.account(),
                feed.agency(),
                feed.whole(),
                digest,
                feed.madeAt());
    }

    /** Ends what somebody has at an agency. */
    public void revoke(Handle transaction, String account, String agency, LocalDateTime at) {
        transaction.execute(
                "UPDATE steering.calendar_feed SET revoked_at = ? WHERE account = ? AND agency_code = ? AND revoked_at IS NULL",
                at,
                account,
                agency);
    }

    private static Feed feed(ResultSet row) throws SQLException {
        return new Feed(
                row.getString("account"),
                row.getString("agency_code"),
                row.getBoolean("whole"),
                row.getObject("made_at", LocalDateTime.class));
    }
}
