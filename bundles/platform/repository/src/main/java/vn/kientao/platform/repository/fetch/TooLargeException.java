package vn.kientao.platform.repository.fetch;

import java.io.IOException;

/** A file is larger than it may be; the rest of it was not read. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String path, long mostBytes, IOException cause) {
        this(path, mostBytes);
        initCause(cause);
    }

    TooLargeException(String path, long mostBytes) {
        super(path + " is larger than " + mostBytes + " bytes");
    }
}
