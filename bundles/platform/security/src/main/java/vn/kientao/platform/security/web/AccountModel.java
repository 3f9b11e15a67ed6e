package vn.kientao.platform.security.web;

import java.time.Instant;
import java.util.List;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.security.domain.Account;

/** One's own account. */
public record AccountModel(Page page, Account account, List<PostView> posts, List<SessionView> sessions) {

    /** @param here whether it is the session that asks */
    public record SessionView(Instant createdAt, Instant seenAt, boolean here) {
        public String created() {
            return Formats.time(createdAt);
        }

        public String seen() {
            return Formats.time(seenAt);
        }
    }
}
