package vn.kientao.platform.security.web;

import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;

/** The form of a new account with what was typed so far. */
public record NewAccountModel(Page page, String login, String name, FormErrors errors) {}
