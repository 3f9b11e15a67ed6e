package vn.kientao.platform.api.data;

/** The database could not do what was asked: it is away, full, or the statement is wrong. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
