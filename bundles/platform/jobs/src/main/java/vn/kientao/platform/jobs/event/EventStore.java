package vn.kientao.platform.jobs.event;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.event.ModuleEvent;

/** The tables of events: SQL and row mapping, nothing else. */
final class EventStore {
    private static final String ADD = """
            INSERT INTO jobs.event (type, agency, subject, detail, happened, kept_at, done)
            VALUES (?, ?, ?, ?, ?, ?, FALSE)
            """;
    private static final String OPEN = """
            SELECT id, type, agency, subject, detail, happened
              FROM jobs.event
             WHERE done = FALSE AND id > ?
             ORDER BY id
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String HEARD = """
            SELECT listener
              FROM jobs.event_heard
             WHERE event_id = ?
            """;
    private static final String LISTENERS = """
            SELECT name, types, since_id
              FROM jobs.event_listener
            """;
    private static final String LAST = """
            SELECT COALESCE(MAX(id), 0) AS last
              FROM jobs.event
            """;

    void add(Handle transaction, ModuleEvent event, LocalDateTime now) {
        transaction.execute(
                ADD, event.type(), event.agency().orElse(null), event.subject(), event.detail(), event.at(), now);
    }

    /** The next events that somebody has yet to hear. */
    List<Kept> open(Handle handle, long after, int size) {
        return handle.createQuery(OPEN)
                .bind(0, after)
                .bind(1, size)
                .map((row, context) -> new Kept(
                        row.getLong("id"),
                        new ModuleEvent(
                                row.getString("type"),
                                Optional.ofNullable(row.getString("agency")),
                                row.getString("subject"),
                                row.getString("detail"),
                                row.getObject("happened", LocalDateTime.class))))
                .list();
    }

    Set<String> heard(Handle handle, long event) {
        return handle.createQuery(HEARD).bind(0, event).map((row, context) -> row.getString("listener")).stream()
                .collect(Collectors.toSet());
    }

    List<Known> listeners(Handle handle) {
        return handle.createQuery(LISTENERS)
                .map((row, context) -> new Known(
                        row.getString("name"),
                        Arrays.stream(row.getString("types").split(",")).collect(Collectors.toSet()),
                        row.getLong("since_id")))
                .list();
    }

    /** Remembers who wants what; a new one hears what happens from now on. */
    void remember(Handle transaction, Map<String, Set<String>> wishes) {
        List<Known> known = listeners(transaction);
        wishes.forEach((name, types) -> {
            String words = types.stream().sorted().collect(Collectors.joining(","));
            if (known.stream().anyMatch(one -> one.name().equals(name))) {
                transaction.execute("UPDATE jobs.event_listener SET types = ? WHERE name = ?", words, name);
            } else {
                long last = transaction
                        .createQuery(LAST)
                        .map((row, context) -> row.getLong("last"))
                        .one();
                transaction.execute(
                        "INSERT INTO jobs.event_listener (name, types, since_id) VALUES (?, ?, ?)", name, words, last);
            }
        });
    }

    /** Writes down who has heard the event, and whether that was everybody. */
    void told(Handle transaction, long event, Set<String> names, boolean done) {
        for (String name : names) {
            transaction.execute("INSERT INTO jobs.event_heard (event_id, listener) VALUES (?, ?)", event, name);
        }
        if (done) {
            transaction.execute("UPDATE jobs.event SET done = TRUE WHERE id = ?", event);
        }
    }

    /** Forgets what everybody has heard, and what was kept before {@code latest} whoever has not. */
    void forget(Handle transaction, LocalDateTime latest) {
        transaction.execute("""
                DELETE FROM jobs.event_heard
                 WHERE event_id IN (SELECT id FROM jobs.event WHERE done = TRUE OR kept_at < ?)
                """, latest);
        transaction.execute("DELETE FROM jobs.event WHERE done = TRUE OR kept_at < ?", latest);
    }

    record Kept(long id, ModuleEvent event) {}

    /** Somebody who asked to hear of events after {@code since}. */
    record Known(String name, Set<String> types, long since) {
        boolean wants(Kept kept) {
            return kept.id() > since && types.contains(kept.event().type());
        }
    }
}
