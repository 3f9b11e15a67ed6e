package vn.kientao.platform.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.DatabaseException;

/** A real database that a process loses for good after so many writes, as it does when it is killed. */
final class MortalDatabase implements Database {
    private final Database real;
    private final AtomicInteger writesLeft;
    private final boolean lastAnswerLost;
    private volatile boolean dead;

    /** @param lastAnswerLost whether the fatal write is committed, with only its answer lost, or does not happen */
    MortalDatabase(Database real, int writes, boolean lastAnswerLost) {
        this.real = real;
        this.writesLeft = new AtomicInteger(writes);
        this.lastAnswerLost = lastAnswerLost;
    }

    boolean dead() {
        return dead;
    }

    @Override
    public <T> T read(Work<T> work) {
        if (dead) {
            throw gone();
        }
        return real.read(work);
    }

    @Override
    public <T> T write(Work<T> work) {
        if (!dead && writesLeft.getAndDecrement() > 0) {
            return real.write(work);
        }
        if (!dead && lastAnswerLost) {
            dead = true;
            real.write(work);
        }
        dead = true;
        throw gone();
    }

    @Override
    public Dialect dialect() {
        return real.dialect();
    }

    private static DatabaseException gone() {
        return new DatabaseException("the process was killed", new IllegalStateException("killed"));
    }
}
