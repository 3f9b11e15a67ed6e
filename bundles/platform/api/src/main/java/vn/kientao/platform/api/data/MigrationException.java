package vn.kientao.platform.api.data;

/** A migration script failed; the message names the script and what the database said. */
public final class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String script;

    public MigrationException(String script, String message, Throwable cause) {
        super(message, cause);
        this.script = script;
    }

    /** The file name of the script that failed. */
    public String script() {
        return script;
    }
}
