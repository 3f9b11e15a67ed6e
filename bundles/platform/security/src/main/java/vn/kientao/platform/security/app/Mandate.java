package vn.kientao.platform.security.app;

import org.jdbi.v3.core.Handle;
import vn.kientao.platform.security.domain.RoleGrant;

/**
 * What allows somebody to change other people's accounts and posts. It is asked inside the transaction of the change, so
 * that nobody uses a power that has just ended.
 */
public interface Mandate {

    /** Of the platform's own doors and of its administrators: everything. */
    Mandate WHOLE = new Mandate() {
        @Override
        public void overAccount(Handle handle, long account) {}

        @Override
        public void overPost(Handle handle, long account, RoleGrant grant, String unit) {}
    };

    /**
     * Whether the account may be locked, unlocked, given a new password, or signed out.
     *
     * @throws BeyondMandateException when it may not
     */
    void overAccount(Handle handle, long account);

    /**
     * Whether the post may be given to the account, or taken from it.
     *
     * @throws BeyondMandateException when it may not
     */
    void overPost(Handle handle, long account, RoleGrant grant, String unit);

    /** Somebody wanted more than the own mandate allows; nothing was changed. */
    final class BeyondMandateException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String textKey;

        BeyondMandateException(String textKey) {
            super("refused: " + textKey);
            this.textKey = textKey;
        }

        /** The key of the sentence that says why. */
        public String textKey() {
            return textKey;
        }
    }
}
