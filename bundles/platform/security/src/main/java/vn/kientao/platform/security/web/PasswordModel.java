package vn.kientao.platform.security.web;

import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.security.domain.Account;

/** The page on which one changes one's password. */
public record PasswordModel(Page page, Account account, FormErrors errors) {}
