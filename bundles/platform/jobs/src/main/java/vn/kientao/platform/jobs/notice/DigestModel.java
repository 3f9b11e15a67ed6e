package vn.kientao.platform.jobs.notice;

import vn.kientao.platform.api.web.Page;

/**
 * Whether somebody wants a summary each morning.
 *
 * @param error what is wrong with the address; empty when nothing is
 * @param mails whether e-mail can be sent at all
 */
public record DigestModel(Page page, String email, boolean wanted, String error, boolean mails) {}
