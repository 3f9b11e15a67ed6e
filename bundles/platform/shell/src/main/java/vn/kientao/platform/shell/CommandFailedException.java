package vn.kientao.platform.shell;

import org.jspecify.annotations.Nullable;

/** A command could not do what was asked; the message is the one line that the administrator reads. */
public final class CommandFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    CommandFailedException(String message) {
        this(message, null);
    }

    CommandFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
