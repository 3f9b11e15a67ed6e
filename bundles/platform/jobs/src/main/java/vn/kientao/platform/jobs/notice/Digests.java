package vn.kientao.platform.jobs.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.notice.Mail;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;

/**
 * Each morning at half past seven, one e-mail to everybody who wants it and has unread notices. It says only that there
 * are some, and where.
 */
final class Digests {
    private static final LocalTime MORNING = LocalTime.of(7, 30);
    private static final int AT_ONCE = 100;

    private final Database database;
    private final NoticeRepository notices = new NoticeRepository();
    private final MailRepository mails = new MailRepository();
    private final TextBundle texts = TextBundle.of(Digests.class);
    private final Clock clock;

    Digests(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Puts the summaries of today in the queue, once a reader and day on whatever node.
     *
     * @param site address of this site
     * @return how many
     */
    int queue(String site) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Formats.ZONE);
        if (now.toLocalTime().isBefore(MORNING)) {
            return 0;
        }
        int queued = 0;
        String after = "";
        List<NoticeRepository.Digest> due;
        do {
            String begin = after;
            due = database.read(handle -> notices.due(handle, now.toLocalDate(), begin, AT_ONCE));
            for (NoticeRepository.Digest digest : due) {
                queued += queue(digest, now.toLocalDate(), site) ? 1 : 0;
                after = digest.account();
            }
        } while (due.size() == AT_ONCE);
        return queued;
    }

    private boolean queue(NoticeRepository.Digest digest, LocalDate day, String site) {
        Mail mail = new Mail(
                digest.email(),
                texts.text("notices.digest.subject"),
                texts.text("notices.digest.text"),
                site + "/notices",
                site + "/notices/stop?k=" + digest.stopKey());
        return database.write(handle -> {
            if (!notices.take(handle, digest.account(), day) || notices.unread(handle, digest.account(), 1) == 0) {
                return false;
            }
            mails.insert(handle, MailText.of(mail), clock.instant());
            return true;
        });
    }
}
