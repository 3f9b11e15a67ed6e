package vn.kientao.reform.procedures.app.citizen;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.notice.Mail;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.notice.Notices;

/** Keeps notices and e-mails instead of delivering them. */
public final class Outbox implements Notices {
    private final List<Mail> mails = new ArrayList<>();
    private final List<Notice> told = new ArrayList<>();

    /** What was to be sent. */
    public List<Mail> kept() {
        return List.copyOf(mails);
    }

    /** Who was told what. */
    public List<Notice> told() {
        return List.copyOf(told);
    }

    @Override
    public void tell(Handle transaction, Notice notice) {
        told.add(notice);
    }

    @Override
    public boolean mail(Handle transaction, Mail mail) {
        return mails.add(mail);
    }

    @Override
    public boolean mails() {
        return true;
    }

    @Override
    public int unread(String account) {
        return 0;
    }
}
