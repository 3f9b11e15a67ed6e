package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.LocalText;

/** A release may not serve. Carries one sentence that a person can act on. */
public final class ReleaseRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LocalText reason;

    public ReleaseRefusedException(LocalText reason) {
        this(reason, null);
    }

    public ReleaseRefusedException(LocalText reason, @Nullable Throwable cause) {
        super(requireNonNull(reason, "reason").en(), cause);
        this.reason = reason;
    }

    public LocalText reason() {
        return reason;
    }
}
