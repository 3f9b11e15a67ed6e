package vn.kientao.platform.data;

/** Refuses a write inside a write: the inner one would wait for the outer one for ever, or not see its changes. */
final class OnePerThread {
    private final ThreadLocal<Boolean> writing = new ThreadLocal<>();

    void enter() {
        if (writing.get() != null) {
            throw new IllegalStateException("a write inside a write on thread "
                    + Thread.currentThread().getName() + " (expected: hand the outer write's Handle over)");
        }
        writing.set(Boolean.TRUE);
    }

    void leave() {
        writing.remove();
    }
}
