package vn.kientao.platform.api.documents;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.LocalText;

/** A sheet is not read, or not read further. Carries one sentence that a person can act on. */
public final class SheetRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LocalText reason;

    public SheetRefusedException(LocalText reason) {
        this(reason, null);
    }

    public SheetRefusedException(LocalText reason, @Nullable Throwable cause) {
        super(requireNonNull(reason, "reason").en(), cause);
        this.reason = reason;
    }

    public LocalText reason() {
        return reason;
    }
}
