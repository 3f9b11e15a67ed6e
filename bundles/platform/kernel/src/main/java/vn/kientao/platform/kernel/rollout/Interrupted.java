package vn.kientao.platform.kernel.rollout;

/** The platform goes down in the middle of a rollout; the next start finishes or undoes it. */
final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted(Throwable cause) {
        super("the platform goes down", cause);
        Thread.currentThread().interrupt();
    }
}
