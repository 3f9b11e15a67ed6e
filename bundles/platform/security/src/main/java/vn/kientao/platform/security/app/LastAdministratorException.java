package vn.kientao.platform.security.app;

/** The platform would be left without an administrator; nothing was changed. */
public final class LastAdministratorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LastAdministratorException() {
        super("the last platform administrator must stay");
    }
}
