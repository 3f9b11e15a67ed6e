package vn.kientao.platform.jobs.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.text.LocalText;

/** The rows of notices and of those who want a summary. */
final class NoticeRepository {
    private static final String INSERT = """
            INSERT INTO jobs.notice (account, kind, text_vi, text_en, link, made_at, unread)
            VALUES (?, ?, ?, ?, ?, ?, TRUE)
            """;
    private static final String PAGE = """
            SELECT id, text_vi, text_en, link, made_at, unread
              FROM jobs.notice
             WHERE account = ? AND id < ?
             ORDER BY account, id DESC
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String ONE = """
            SELECT id, text_vi, text_en, link, made_at, unread
              FROM jobs.notice
             WHERE id = ? AND account = ?
            """;
    private static final String UNREAD = """
            SELECT COUNT(*) AS notices
              FROM (SELECT id FROM jobs.notice WHERE account = ? AND unread = TRUE FETCH FIRST ? ROWS ONLY) AS counted
            """;
    private static final String READ = "UPDATE jobs.notice SET unread = FALSE WHERE id = ? AND account = ?";
    private static final String READ_ALL = """
            UPDATE jobs.notice SET unread = FALSE WHERE account = ? AND unread = TRUE AND id <= ?
            """;
    private static final String DELETE_OLD = "DELETE FROM jobs.notice WHERE made_at < ?";
    private static final String DIGEST = """
            SELECT account, email, wanted, stop_key
              FROM jobs.notice_digest
             WHERE account = ?
            """;
    private static final String CHANGE_DIGEST = """
            UPDATE jobs.notice_digest SET email = :email, wanted = :wanted WHERE account = :account
            """;
    private static final String INSERT_DIGEST = """
            INSERT INTO jobs.notice_digest (account, email, wanted, stop_key)
            VALUES (:account, :email, :wanted, :key)
            """;
    private static final String STOP = "UPDATE jobs.notice_digest SET wanted = FALSE WHERE stop_key = ?";
    private static final String DUE = """
            SELECT account, email, wanted, stop_key
              FROM jobs.notice_digest
             WHERE wanted = TRUE AND account > ? AND (last_day IS NULL OR last_day < ?)
             ORDER BY wanted, account
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String TAKE = """
            UPDATE jobs.notice_digest
               SET last_day = :day
             WHERE account = :account AND wanted = TRUE AND (last_day IS NULL OR last_day < :day)
            """;

    void insert(Handle handle, Notice notice, Instant now) {
        handle.execute(
                INSERT,
                notice.account(),
                notice.kind(),
                notice.text().vi(),
                notice.text().en(),
                notice.link(),
                time(now));
    }

    List<Kept> page(Handle handle, String account, long before, int size) {
        return handle.createQuery(PAGE)
                .bind(0, account)
                .bind(1, before)
                .bind(2, size)
                .map((row, context) -> kept(row))
                .list();
    }

    Optional<Kept> find(Handle handle, String account, long id) {
        return handle.createQuery(ONE)
                .bind(0, id)
                .bind(1, account)
                .map((row, context) -> kept(row))
                .findOne();
    }

    /** How many are unread, counted no further than {@code most}. */
    int unread(Handle handle, String account, int most) {
        return handle.createQuery(UNREAD)
                .bind(0, account)
                .bind(1, most)
                .map((row, context) -> row.getInt("notices"))
                .one();
    }

    void read(Handle handle, String account, long id) {
        handle.execute(READ, id, account);
    }

    /** Those up to {@code last}, so that one which came meanwhile stays unread. */
    void readAll(Handle handle, String account, long last) {
        handle.execute(READ_ALL, account, last);
    }

    int deleteOld(Handle handle, Instant before) {
        return handle.execute(DELETE_OLD, time(before));
    }

    Optional<Digest> digest(Handle handle, String account) {
        return handle.createQuery(DIGEST)
                .bind(0, account)
                .map((row, context) -> digest(row))
                .findOne();
    }

    /** @param key the key that ends it, for a reader who had none */
    void choose(Handle handle, String account, String email, boolean wanted, String key) {
        int changed = handle.createUpdate(CHANGE_DIGEST)
                .bind("email", email)
                .bind("wanted", wanted)
                .bind("account", account)
                .execute();
        if (changed == 0) {
            handle.createUpdate(INSERT_DIGEST)
                    .bind("account", account)
                    .bind("email", email)
                    .bind("wanted", wanted)
                    .bind("key", key)
                    .execute();
        }
    }

    boolean stop(Handle handle, String key) {
        return handle.execute(STOP, key) == 1;
    }

    List<Digest> due(Handle handle, LocalDate day, String after, int size) {
        return handle.createQuery(DUE)
                .bind(0, after)
                .bind(1, day)
                .bind(2, size)
                .map((row, context) -> digest(row))
                .list();
    }

    /** Whether this node is the one to send that day's summary. */
    boolean take(Handle handle, String account, LocalDate day) {
        return handle.createUpdate(TAKE)
                        .bind("day", day)
                        .bind("account", account)
                        .execute()
                == 1;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("id"),
                new LocalText(row.getString("text_vi"), row.getString("text_en")),
                row.getString("link"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("unread"));
    }

    private static Digest digest(ResultSet row) throws SQLException {
        return new Digest(
                row.getString("account"), row.getString("email"), row.getBoolean("wanted"), row.getString("stop_key"));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A notice as it is kept. */
    record Kept(long id, LocalText text, String link, Instant at, boolean unread) {}

    /** Who wants a summary, and the key that ends it. */
    record Digest(String account, String email, boolean wanted, String stopKey) {
        /** Without the address. */
        @Override
        public String toString() {
            return "Digest of " + account;
        }
    }
}
