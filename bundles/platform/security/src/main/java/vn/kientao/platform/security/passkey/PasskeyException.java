package vn.kientao.platform.security.passkey;

/** An answer about a passkey that is not to be believed; the message says why, for the log. */
public final class PasskeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PasskeyException(String reason) {
        super(reason);
    }

    /** The form came without an answer: no script, or the reader thought better of it. */
    public static PasskeyException missing() {
        return new PasskeyException("no answer in the form");
    }

    PasskeyException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
