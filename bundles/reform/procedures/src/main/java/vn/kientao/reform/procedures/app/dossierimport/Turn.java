package vn.kientao.reform.procedures.app.dossierimport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import vn.kientao.platform.api.data.Database;

/**
 * How many rows are written at once: as many as a short transaction can take, on whatever machine. On the embedded database
 * everybody else waits that long for their turn to write, and turns are shorter still while somebody else has lately been
 * seen writing; on a server nobody waits. What counts is how long others are kept out, the commit included, and not the wait
 * for them.
 */
final class Turn {
    /** The least that is written at once: what a turn costs of itself is no more than what its rows cost. */
    static final int LEAST = 20;

    private static final Duration UNHINDERED = Duration.ofMillis(500);
    private static final Duration ALONE = Duration.ofMillis(100);
    private static final Duration WITH_OTHERS = Duration.ofMillis(8);
    /** Who waits this long before writing shares the database with somebody. */
    private static final Duration SHARED = Duration.ofMillis(2);
    /** Whoever wrote a moment ago is likely to write again. */
    private static final Duration LATELY = Duration.ofSeconds(2);

    private final Database database;
    private int size = LEAST;
    private long lastShared = System.nanoTime() - LATELY.toNanos();

    Turn(Database database) {
        this.database = database;
    }

    synchronized int size() {
        return size;
    }

    /** Takes the rows of the next turn off the queue. */
    <T> List<T> next(Deque<T> queue) {
        int most = size();
        List<T> some = new ArrayList<>(most);
        while (some.size() < most && !queue.isEmpty()) {
            some.add(queue.removeFirst());
        }
        return some;
    }

    /** Writes {@code rows} rows in a turn; the next one is as long as this one teaches. */
    <T> T write(int rows, Database.Work<T> work) {
        long asked = System.nanoTime();
        AtomicLong began = new AtomicLong();
        T done = database.writeUnsynced(transaction -> {
            began.set(System.nanoTime());
            return work.run(transaction);
        });
        learn(rows, began.get() - asked, began.get(), System.nanoTime());
        return done;
    }

    private synchronized void learn(int rows, long waited, long began, long ended) {
        if (waited > SHARED.toNanos()) {
            lastShared = ended;
        }
        double fitting = (double) rows * wanted(ended).toNanos() / Math.max(1, ended - began);
        double next = Math.min(2.0 * size, Math.max(size / 2.0, fitting));
        size = (int) Math.max(LEAST, Math.min(Trying.CHUNK, next));
    }

    private Duration wanted(long now) {
        if (database.dialect() != Database.Dialect.H2) {
            return UNHINDERED;
        }
        return now - lastShared < LATELY.toNanos() ? WITH_OTHERS : ALONE;
    }
}
