package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.LocalText;

/** A repository cannot be used as asked; carries one sentence that a person can act on. */
public final class RepositoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LocalText reason;

    public RepositoryException(LocalText reason) {
        this(reason, null);
    }

    public RepositoryException(LocalText reason, @Nullable Throwable cause) {
        super(requireNonNull(reason, "reason").en(), cause);
        this.reason = reason;
    }

    public LocalText reason() {
        return reason;
    }
}
