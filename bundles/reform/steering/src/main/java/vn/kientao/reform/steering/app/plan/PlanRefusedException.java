package vn.kientao.reform.steering.app.plan;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.text.LocalText;

/** A plan is not changed, and nothing was written. Carries the sentence that says why. */
public final class PlanRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LocalText reason;
    private final boolean overtaken;

    private PlanRefusedException(LocalText reason, boolean overtaken) {
        super(requireNonNull(reason, "reason").en());
        this.reason = reason;
        this.overtaken = overtaken;
    }

    /** What was asked for is not possible as things are. */
    static PlanRefusedException because(LocalText reason) {
        return new PlanRefusedException(reason, false);
    }

    /** Somebody else was faster. */
    static PlanRefusedException overtaken(LocalText reason) {
        return new PlanRefusedException(reason, true);
    }

    public LocalText reason() {
        return reason;
    }

    /** Whether somebody else changed it since it was read. */
    public boolean overtaken() {
        return overtaken;
    }
}
