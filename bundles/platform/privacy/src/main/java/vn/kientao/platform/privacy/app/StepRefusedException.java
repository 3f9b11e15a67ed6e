package vn.kientao.platform.privacy.app;

/** A request cannot be taken this step now; nothing was written. */
public final class StepRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepRefusedException(String message) {
        super(message);
    }
}
