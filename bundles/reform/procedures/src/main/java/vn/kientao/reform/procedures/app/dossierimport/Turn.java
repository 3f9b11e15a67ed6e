package vn.kientao.reform.procedures.app.dossierimport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vn.kientao.platform.api.data.Database;

/**
 * How many rows are written at once: as many as a short transaction can take, on whatever machine. On the embedded database
 * everybody else waits that long for their turn to write, and turns are shorter still while somebody else is seen writing;
 * on a server nobody waits. What counts is the time inside the transaction, not the wait for others or for the disk.
 */
final class Turn {
    /** The least that is written at once: fewer rows take little less time, for the disk must be reached all the same. */
    static final int LEAST = 100;

    private static final Duration UNHINDERED = Duration.ofMillis(250);
    private static final Duration ALONE = Duration.ofMillis(60);
    private static final Duration WITH_OTHERS = Duration.ofMillis(15);
    /** Who waits this long before writing shares the database with somebody. */
    private static final Duration SHARED = Duration.ofMillis(2);

    private final Database database;
    private int size = LEAST;

    Turn(Database database) {
        this.database = database;
    }

    int size() {
        return size;
    }

    /** Takes the rows of the next turn off the queue. */
    <T> List<T> next(Deque<T> queue) {
        List<T> some = new ArrayList<>(size);
        while (some.size() < size && !queue.isEmpty()) {
            some.add(queue.removeFirst());
        }
        return some;
    }

    /** Writes {@code rows} rows in a turn; the next one is as long as this one teaches. */
    <T> T write(int rows, Database.Work<T> work) {
        long asked = System.nanoTime();
        return database.writeUnsynced(transaction -> {
            long began = System.nanoTime();
            T done = work.run(transaction);
            learn(rows, began - asked, System.nanoTime() - began);
            return done;
        });
    }

    private void learn(int rows, long waited, long took) {
        double fitting = (double) rows * wanted(waited).toNanos() / Math.max(1, took);
        double next = Math.min(2.0 * size, Math.max(size / 2.0, fitting));
        size = (int) Math.max(LEAST, Math.min(Trying.CHUNK, next));
    }

    private Duration wanted(long waited) {
        if (database.dialect() != Database.Dialect.H2) {
            return UNHINDERED;
        }
        return waited > SHARED.toNanos() ? WITH_OTHERS : ALONE;
    }
}
