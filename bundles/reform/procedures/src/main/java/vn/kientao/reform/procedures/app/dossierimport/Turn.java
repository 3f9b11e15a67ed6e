package vn.kientao.reform.procedures.app.dossierimport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * How many rows are written at once: as many as a short transaction can take, on whatever database and machine. On the
 * embedded database everybody else waits that long for their turn to write.
 */
final class Turn {
    /** The least that is written at once. */
    static final int LEAST = 25;

    private static final long SHORT = Duration.ofMillis(40).toNanos();
    private static final long LONG = Duration.ofMillis(100).toNanos();

    private int size = 4 * LEAST;

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

    /** Runs a turn; the next one is as long as this one teaches. */
    int timed(IntSupplier work) {
        long began = System.nanoTime();
        int done = work.getAsInt();
        long took = System.nanoTime() - began;
        if (took > LONG) {
            size = Math.max(LEAST, size / 2);
        } else if (took < SHORT) {
            size = Math.min(Trying.CHUNK, size * 2);
        }
        return done;
    }
}
