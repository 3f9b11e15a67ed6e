package vn.kientao.itests.product;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens in another process: asks again and again, until a deadline. */
public final class Await {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private Await() {}

    /**
     * Returns as soon as {@code condition} holds.
     *
     * @param what names the condition in the error, as the end of "waited for …"
     * @throws AssertionError after {@code limit}, with the state that {@code report} tells
     */
    public static void until(String what, Duration limit, BooleanSupplier condition, Supplier<String> report) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError(
                        "Waited " + limit.toSeconds() + " s in vain for " + what + ". " + report.get());
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** The same for a condition that explains itself. */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        until(what, limit, condition, () -> "");
    }
}
