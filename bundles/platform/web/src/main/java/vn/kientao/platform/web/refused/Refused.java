package vn.kientao.platform.web.refused;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import vn.kientao.platform.api.security.Circumstances;

/**
 * A request that was turned away.
 *
 * @param circumstances who asked, from where, in which agency
 * @param owner id of the module or room whose route it is
 * @param route method and path template
 * @param path the path that was asked for
 * @param status of the answer
 * @param code of the problem
 */
public record Refused(Circumstances circumstances, String owner, String route, String path, int status, String code) {
    /** Problems that somebody ran into who lacks a right, a proof or a token, sends too much, or files that do harm. */
    private static final Set<String> WORTH_KEEPING = Set.of(
            "forbidden",
            "sign-in",
            "bad-token",
            "duty-first",
            "step-up-required",
            "form-expired",
            "other-site",
            "too-many",
            "infected",
            "swollen-archive",
            "nested-archive",
            "unexpected-file");

    public Refused {
        requireNonNull(circumstances, "circumstances");
        requireNonNull(owner, "owner");
        requireNonNull(route, "route");
        requireNonNull(path, "path");
        requireNonNull(code, "code");
    }

    static boolean isWorthKeeping(String code) {
        return WORTH_KEEPING.contains(code);
    }

    /** Who is counted: a person or program, or the address of a stranger. */
    String who() {
        String account = circumstances.actor().account();
        return account.isEmpty() ? "from " + circumstances.address() : account;
    }
}
