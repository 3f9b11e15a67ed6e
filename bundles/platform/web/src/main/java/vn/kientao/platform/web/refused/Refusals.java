package vn.kientao.platform.web.refused;

/** Is told of every request that ended with a problem, and keeps those that somebody should know of. */
@FunctionalInterface
public interface Refusals {
    void note(Refused refused);
}
