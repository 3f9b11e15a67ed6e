package vn.kientao.platform.jobs.notice;

import vn.kientao.platform.api.web.Page;

/** Asks before summaries end, because links in e-mails are opened by programs too. */
public record StopModel(Page page, String key) {}
