package vn.kientao.reform.procedures.app.dossierimport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.kientao.platform.api.security.Circumstances;

/**
 * Does work beside the thread that hands it out, in the circumstances of that thread. What goes wrong is thrown where the next
 * piece is handed out, or at the end.
 */
final class Hands implements AutoCloseable {
    private final int most;
    private final ExecutorService threads;
    private final Deque<CompletableFuture<Void>> busy = new ArrayDeque<>();

    /** @param most how many pieces are done at the same time */
    Hands(int most) {
        this.most = most;
        threads = Executors.newFixedThreadPool(most, work -> new Thread(work, "kientao-import"));
    }

    /** Hands a piece of work out, once one of the hands is free. */
    void take(Runnable work) {
        if (busy.size() == most) {
            waitFor(busy.removeFirst());
        }
        Circumstances here = Circumstances.present();
        busy.add(CompletableFuture.runAsync(
                () -> {
                    try (Circumstances.Scope scope = here.enter()) {
                        work.run();
                    }
                },
                threads));
    }

    /** Returns when all that was handed out is done. */
    void finish() {
        while (!busy.isEmpty()) {
            waitFor(busy.removeFirst());
        }
    }

    private static void waitFor(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Nothing that was handed out goes on after this, whatever became of it. */
    @Override
    public void close() {
        threads.shutdown();
        busy.forEach(work -> work.handle((done, failure) -> failure).join());
    }
}
