package vn.kientao.platform.jobs.notice;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/** A page of notices. */
public final class NoticeListModel {
    private final Page page;
    private final List<Line> lines;
    private final boolean more;
    private final boolean first;
    private final boolean mails;

    NoticeListModel(Page page, List<NoticeRepository.Kept> rows, boolean more, boolean first, boolean mails) {
        this.page = page;
        this.lines = rows.stream()
                .map(row -> new Line(row.id(), page.texts().get(row.text()), NoticePages.at(row), row.unread()))
                .toList();
        this.more = more;
        this.first = first;
        this.mails = mails;
    }

    public Page page() {
        return page;
    }

    public List<Line> lines() {
        return lines;
    }

    public boolean more() {
        return more;
    }

    public boolean first() {
        return first;
    }

    /** Whether e-mail can be sent at all. */
    public boolean mails() {
        return mails;
    }

    public boolean unread() {
        return lines.stream().anyMatch(Line::unread);
    }

    public String next() {
        return "/notices?before=" + lines.get(lines.size() - 1).id();
    }

    /** A notice on the page. */
    public record Line(long id, String text, String at, boolean unread) {}
}
