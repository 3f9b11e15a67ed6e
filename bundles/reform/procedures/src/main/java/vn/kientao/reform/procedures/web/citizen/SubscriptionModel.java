package vn.kientao.reform.procedures.web.citizen;

import vn.kientao.platform.api.web.Page;

/** Asks before e-mails begin or end, because links in e-mails are opened by programs too. */
public record SubscriptionModel(Page page, String key) {}
