package vn.kientao.platform.security.web;

import java.util.List;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;

/**
 * The sign-in page.
 *
 * @param login as it was typed
 * @param next where to go afterwards
 * @param providers other houses through which one may sign in
 */
public record SignInModel(
        Page page,
        String login,
        String next,
        PasskeyRequest passkey,
        List<LinksModel.Button> providers,
        FormErrors errors) {}
