package vn.kientao.platform.data.backup;

import org.jspecify.annotations.Nullable;

/** A backup cannot be restored; the message is the one sentence that whoever started the platform reads. */
public final class RestoreRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RestoreRefusedException(String message) {
        this(message, null);
    }

    public RestoreRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
