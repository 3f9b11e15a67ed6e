package vn.kientao.reform.steering.app.report;

import static java.util.Objects.requireNonNull;

/** A report cannot be made or taken further; nothing was written. */
public final class ReportRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The agency has a report of this period already. */
        PRESENT,
        /** No rule about the period is in force. */
        NO_RULE,
        /** The period has not begun. */
        NOT_BEGUN,
        /** No signed file is attached. */
        UNSIGNED
    }

    private final Reason reason;

    public ReportRefusedException(Reason reason) {
        super(reason.name());
        this.reason = requireNonNull(reason, "reason");
    }

    public Reason reason() {
        return reason;
    }
}
