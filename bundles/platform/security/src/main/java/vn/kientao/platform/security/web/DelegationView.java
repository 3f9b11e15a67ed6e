package vn.kientao.platform.security.web;

import vn.kientao.platform.security.domain.Delegation;
import vn.kientao.platform.security.domain.Post;

/**
 * A delegation in the reader's words.
 *
 * @param holder name of whoever is away
 * @param delegate name of whoever acts
 * @param what the post
 */
public record DelegationView(
        Delegation delegation, Post.State state, String holder, String delegate, String what, String period) {

    /** The style of the status tag. */
    public String tag() {
        return switch (state) {
            case HELD -> "kt-tag kt-tag-done";
            case PLANNED -> "kt-tag kt-tag-progress";
            case OVER -> "kt-tag";
        };
    }

    public boolean over() {
        return state == Post.State.OVER;
    }
}
