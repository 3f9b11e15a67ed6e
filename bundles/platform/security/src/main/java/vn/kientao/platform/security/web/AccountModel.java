package vn.kientao.platform.security.web;

import java.time.Instant;
import java.util.List;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.security.domain.Account;

/** One's own account. */
public record AccountModel(Page page, Account account, List<PostView> posts, List<SessionView> sessions) {

    /**
     * @param id its hash; tells it apart and opens nothing
     * @param device what it is used with; empty when that is not known
     * @param here whether it is the session that asks
     */
    public record SessionView(
            String id, Instant createdAt, Instant seenAt, String device, String address, boolean here) {
        public String created() {
            return Formats.time(createdAt);
        }

        public String seen() {
            return Formats.time(seenAt);
        }

        /** Device and address, as far as known. */
        public String where() {
            return device.isEmpty() || address.isEmpty() ? device + address : device + " · " + address;
        }
    }
}
