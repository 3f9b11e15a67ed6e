package vn.kientao.platform.web.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.web.draft.Drafts;
import vn.kientao.platform.web.once.Answers;

/**
 * Answers in the table {@code web.answer}, for a day. A key whose request never came to an end, because the node went down,
 * is free again after ten minutes.
 */
@Component(service = Answers.class)
public final class AnswerStore implements Answers {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LONGEST_UNDER_WAY = Duration.ofMinutes(10);
    private static final int UNDER_WAY = 0;

    private final Database database;
    private final Clock clock;

    /** @param migrated the room whose schema this is, too */
    @Activate
    public AnswerStore(@Reference Database database, @Reference Clock clock, @Reference Drafts migrated) {
        this(database, clock);
    }

    AnswerStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Row(String bodyHash, int status, String json, String headers) {}

    @Override
    public Reservation reserve(String key, String bodyHash) {
        Instant now = clock.instant();
        Optional<Row> before = database.write(handle -> {
            purge(handle, now);
            return added(handle, key, bodyHash, now) ? Optional.empty() : find(handle, key);
        });
        if (before.isEmpty()) {
            return new Reservation.Fresh();
        }
        Row row = before.get();
        if (!row.bodyHash().equals(bodyHash)) {
            return new Reservation.OtherBody();
        }
        return row.status() == UNDER_WAY
                ? new Reservation.UnderWay()
                : new Reservation.Answered(row.status(), row.json(), row.headers());
    }

    private static void purge(Handle handle, Instant now) {
        handle.createUpdate("""
                DELETE FROM web.answer
                 WHERE created_at < :old OR (status = 0 AND created_at < :stuck)
                """)
                .bind("old", utc(now.minus(KEPT)))
                .bind("stuck", utc(now.minus(LONGEST_UNDER_WAY)))
                .execute();
    }

    private static boolean added(Handle handle, String key, String bodyHash, Instant now) {
        return handle.createUpdate("""
                INSERT INTO web.answer (id, body_hash, status, json, headers, created_at)
                VALUES (:id, :bodyHash, 0, '', '{}', :now)
                ON CONFLICT DO NOTHING
                """)
                        .bind("id", key)
                        .bind("bodyHash", bodyHash)
                        .bind("now", utc(now))
                        .execute()
                > 0;
    }

    private static Optional<Row> find(Handle handle, String key) {
        return handle.createQuery("""
                SELECT body_hash, status, json, headers
                  FROM web.answer
                 WHERE id = :id
                """)
                .bind("id", key)
                .map((row, context) -> new Row(
                        row.getString("body_hash"),
                        row.getInt("status"),
                        row.getString("json"),
                        row.getString("headers")))
                .findOne();
    }

    @Override
    public void keep(String key, int status, String json, String headers) {
        database.write(handle -> handle.createUpdate("""
                        UPDATE web.answer
                           SET status = :status, json = :json, headers = :headers
                         WHERE id = :id
                        """)
                .bind("status", status)
                .bind("json", json)
                .bind("headers", headers)
                .bind("id", key)
                .execute());
    }

    @Override
    public void release(String key) {
        database.write(handle -> handle.createUpdate("""
                        DELETE FROM web.answer
                         WHERE id = :id AND status = 0
                        """).bind("id", key).execute());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
