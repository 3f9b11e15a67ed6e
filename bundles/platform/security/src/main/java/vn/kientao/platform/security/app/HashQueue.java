package vn.kientao.platform.security.app;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import vn.kientao.platform.security.app.PasswordHasher.TooBusyException;

/**
 * The line in which passwords wait to be hashed, first come first served. Few are hashed at once, so that the other
 * processors go on serving pages; few enough wait that the threads of the front door do not run out. Their memory is used
 * again, because 19 MiB of garbage for each sign-in would be felt by everybody.
 */
final class HashQueue {
    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore places;
    private final int longest;
    private final BlockPool memory;

    /**
     * @param atOnce how many are hashed at a time
     * @param longest how many wait at most; whoever comes then is sent away
     * @param kibibytes what one hash takes
     */
    HashQueue(int atOnce, int longest, int kibibytes) {
        this.places = new Semaphore(atOnce, true);
        this.longest = longest;
        this.memory = new FixedBlockPool(atOnce * kibibytes);
    }

    BlockPool memory() {
        return memory;
    }

    /** How many wait at this moment. */
    int waiting() {
        return places.getQueueLength();
    }

    /** @throws TooBusyException when too many wait already, or the turn does not come within 20 seconds */
    <T> T inTurn(Supplier<T> work) {
        takePlace();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        if (waiting() >= longest) {
            throw new TooBusyException(longest + " passwords wait to be hashed already");
        }
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooBusyException("no place for another password hash within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusyException("interrupted while waiting to hash a password");
        }
    }
}
