package vn.kientao.platform.jobs.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.Texts;

/** A notice for programs. */
public record NoticeJson(long id, String text, String link, Instant at, boolean unread) {

    static NoticeJson of(NoticeRepository.Kept notice, Texts texts) {
        return new NoticeJson(notice.id(), texts.get(notice.text()), notice.link(), notice.at(), notice.unread());
    }

    /** @param before where the next page begins; absent on the last one */
    public record Listing(
            List<NoticeJson> notices, @Nullable Long before) {}
}
