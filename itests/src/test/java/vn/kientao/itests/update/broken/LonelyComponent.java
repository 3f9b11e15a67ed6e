package vn.kientao.itests.update.broken;

/** A component whose reference nobody satisfies. */
public final class LonelyComponent {}
