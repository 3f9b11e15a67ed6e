package vn.kientao.platform.security.app;

/** Helps people who have lost what they prove themselves with. */
public interface LostFactors {

    /** Whether the account has a second factor. */
    boolean any(long account);

    /**
     * Takes every second factor of the account away, with its recovery codes; all its sessions end.
     *
     * @param reason why, in the words of whoever does it; may be empty
     * @return false when the account had none; nothing was done then
     * @throws Mandate.BeyondMandateException when the mandate does not allow it
     */
    boolean removeAll(long account, Mandate mandate, String reason, Trace trace);
}
