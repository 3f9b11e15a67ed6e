package vn.kientao.platform.security.web;

import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;

/**
 * The sign-in page.
 *
 * @param login as it was typed
 * @param next where to go afterwards
 */
public record SignInModel(Page page, String login, String next, PasskeyRequest passkey, FormErrors errors) {}
