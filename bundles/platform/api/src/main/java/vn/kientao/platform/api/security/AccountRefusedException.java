package vn.kientao.platform.api.security;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.text.LocalText;

/** An account cannot be changed so. Carries one sentence that a person can act on. */
public final class AccountRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LocalText reason;

    public AccountRefusedException(LocalText reason) {
        super(requireNonNull(reason, "reason").en());
        this.reason = reason;
    }

    public LocalText reason() {
        return reason;
    }
}
