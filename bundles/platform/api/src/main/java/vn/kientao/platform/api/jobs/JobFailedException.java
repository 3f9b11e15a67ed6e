package vn.kientao.platform.api.jobs;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.text.LocalText;

/** A job could not do what was asked; the sentence tells the user why and what to do. */
public final class JobFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LocalText reason;

    public JobFailedException(LocalText reason) {
        super(requireNonNull(reason, "reason").en());
        this.reason = reason;
    }

    public LocalText reason() {
        return reason;
    }
}
