package vn.kientao.platform.security.web;

import java.util.List;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.security.domain.Account;

/**
 * One account as administrators see it.
 *
 * @param base address of the list it stands in
 * @param may whether the reader manages it: lock, new password, end sessions
 * @param posts its posts, those that are over, too
 * @param roles the roles that the reader may give
 * @param agencies the agencies to choose from; none through an agency's own door
 * @param form the new post as typed
 * @param factors whether it has a second factor
 * @param sessions how many sessions it has
 * @param secret a one-time password, shown this once; empty otherwise
 */
public record PersonModel(
        Page page,
        String base,
        Account account,
        boolean may,
        List<PostView> posts,
        List<String> roles,
        List<Agency> agencies,
        PostForm form,
        boolean factors,
        int sessions,
        String secret,
        FormErrors errors) {

    public List<PostView> open() {
        return posts.stream().filter(post -> !post.over()).toList();
    }

    public List<PostView> over() {
        return posts.stream().filter(PostView::over).toList();
    }

    /** The address of one of its own pages. */
    public String link(String path) {
        return base + "/" + account.id() + path;
    }
}
