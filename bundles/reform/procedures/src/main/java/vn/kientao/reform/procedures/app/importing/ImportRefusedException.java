package vn.kientao.reform.procedures.app.importing;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.text.LocalText;

/** An import was not committed; nothing of it is in the catalogue. The sentence says why and what to do. */
public final class ImportRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LocalText reason;

    public ImportRefusedException(LocalText reason) {
        super(requireNonNull(reason, "reason").en());
        this.reason = reason;
    }

    public LocalText reason() {
        return reason;
    }
}
