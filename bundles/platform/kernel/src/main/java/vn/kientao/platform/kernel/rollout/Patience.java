package vn.kientao.platform.kernel.rollout;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a module's code on a thread of its own, which is interrupted and abandoned when it does not come back in time. A
 * thread that is in the embedded database is not interrupted: that would close the database's file under everybody.
 */
final class Patience {

    private Patience() {}

    /**
     * What {@code work} answers.
     *
     * @throws TimeoutException when it does not answer within {@code limit}
     * @throws ExecutionException when it throws; the cause is what it threw
     */
    static <T> T within(Duration limit, String what, Callable<T> work)
            throws TimeoutException, ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "kientao-" + what);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!task.isDone()) {
                task.cancel(!inDatabase(thread));
            }
        }
    }

    /** Whether the thread is in the embedded database at the moment. */
    static boolean inDatabase(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("org.h2."));
    }
}
