package vn.kientao.platform.security.oidc;

/** A sign-in of another house that is not to be believed; the message says why, for the log and not for the reader. */
public final class OidcException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OidcException(String reason) {
        super(reason);
    }

    OidcException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
