package vn.kientao.platform.security.web;

import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;

/**
 * The second half of signing in.
 *
 * @param next where to go afterwards
 * @param hasPasskeys whether the account has passkeys to answer with
 */
public record SecondModel(Page page, String next, PasskeyRequest passkey, boolean hasPasskeys, FormErrors errors) {}
