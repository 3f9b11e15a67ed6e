package vn.kientao.platform.api.module;

/** How a module stands. */
public enum ModuleState {
    /** A release serves. */
    LIVE,
    /** A release serves and another is being rolled out. */
    ROLLING_OUT,
    /** It should serve but no release of it is up. */
    AWAY
}
