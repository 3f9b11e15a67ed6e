package vn.kientao.platform.security.app;

/** Helps people who have lost what they prove themselves with. */
public interface LostFactors {

    /** Takes every second factor of the account away; all its sessions end. */
    void removeAll(long account, Trace trace);
}
