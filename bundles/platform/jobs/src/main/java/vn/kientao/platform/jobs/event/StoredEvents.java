package vn.kientao.platform.jobs.event;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.event.EventListener;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.event.ModuleEvents;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.jobs.event.EventStore.Kept;
import vn.kientao.platform.jobs.event.EventStore.Known;

/** Keeps events and tells them. Two nodes may tell the same event twice; listeners are made for that. */
final class StoredEvents implements ModuleEvents {
    /** Whoever does not serve for so long misses what happened before. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(StoredEvents.class);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final Clock clock;
    private final EventStore store = new EventStore();

    StoredEvents(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void publish(Handle transaction, ModuleEvent event) {
        store.add(transaction, event, now());
    }

    /** Tells everybody who serves now what they have not heard, and returns how often somebody heard something. */
    int tell(Extensions extensions) {
        Map<String, Set<String>> wishes = new TreeMap<>();
        extensions
                .everywhere(EventListener.class, listener -> Map.entry(listener.name(), listener.types()))
                .forEach(wish -> wishes.put(wish.getKey(), wish.getValue()));
        remember(wishes);
        List<Known> known = database.read(store::listeners);
        int heard = 0;
        long after = 0;
        List<Kept> open;
        do {
            long begin = after;
            open = database.read(handle -> store.open(handle, begin, AT_ONCE));
            for (Kept kept : open) {
                heard += tell(extensions, kept, known);
                after = kept.id();
            }
        } while (open.size() == AT_ONCE);
        return heard;
    }

    private void remember(Map<String, Set<String>> wishes) {
        Map<String, Set<String>> before =
                database.read(store::listeners).stream().collect(Collectors.toMap(Known::name, Known::types));
        boolean news =
                wishes.entrySet().stream().anyMatch(wish -> !wish.getValue().equals(before.get(wish.getKey())));
        if (news) {
            database.write(transaction -> {
                store.remember(transaction, wishes);
                return true;
            });
        }
    }

    private int tell(Extensions extensions, Kept kept, List<Known> known) {
        Set<String> before = database.read(handle -> store.heard(handle, kept.id()));
        Set<String> missing = known.stream()
                .filter(one -> one.wants(kept) && !before.contains(one.name()))
                .map(Known::name)
                .collect(Collectors.toSet());
        Set<String> told = new HashSet<>();
        if (!missing.isEmpty()) {
            // Whoever throws is left out of the answers, and hears it again the next time.
            extensions.everywhere(EventListener.class, listener -> hear(listener, kept.event(), missing)).stream()
                    .filter(missing::contains)
                    .forEach(told::add);
        }
        boolean done = told.containsAll(missing);
        if (done || !told.isEmpty()) {
            database.write(transaction -> {
                store.told(transaction, kept.id(), told, done);
                return true;
            });
        }
        if (!done) {
            log.debug("Event {} of {} waits for {}", kept.id(), kept.event().type(), missing);
        }
        return told.size();
    }

    private static String hear(EventListener listener, ModuleEvent event, Set<String> missing) {
        if (!missing.contains(listener.name())) {
            return "";
        }
        listener.hear(event);
        return listener.name();
    }

    /** Forgets what nobody waits for any more. */
    void forget() {
        LocalDateTime latest = now().minus(KEPT);
        database.write(transaction -> {
            store.forget(transaction, latest);
            return true;
        });
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), Formats.ZONE);
    }
}
