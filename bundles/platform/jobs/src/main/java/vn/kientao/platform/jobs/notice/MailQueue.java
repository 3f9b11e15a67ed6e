package vn.kientao.platform.jobs.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;

/**
 * Sends the e-mails that wait. Each is tried by one node of the cluster at a time, again after growing pauses, and given
 * up after the last; one that the server refuses for good comes back at once, which is recorded.
 */
final class MailQueue {
    static final String SENT = "SENT";
    static final String RETURNED = "RETURNED";

    private static final Logger log = LoggerFactory.getLogger(MailQueue.class);
    private static final int AT_ONCE = 20;
    private static final Duration TAKEN_FOR = Duration.ofMinutes(5);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(16));

    private final Database database;
    private final MailRepository mails = new MailRepository();
    private final Clock clock;

    MailQueue(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Tries what is due; returns how many were sent. */
    int sendDue(MailServer server) {
        Instant now = clock.instant();
        List<MailRepository.Outgoing> due = database.read(handle -> mails.due(handle, now, AT_ONCE));
        int sent = 0;
        for (MailRepository.Outgoing mail : due) {
            boolean mine = database.write(handle -> mails.take(handle, mail, now.plus(TAKEN_FOR)));
            if (mine && send(server, mail)) {
                sent++;
            }
        }
        return sent;
    }

    private boolean send(MailServer server, MailRepository.Outgoing mail) {
        try {
            server.send(mail);
            end(mail, SENT, "");
            return true;
        } catch (MailServer.Undelivered e) {
            if (e.permanent() || mail.tries() >= PAUSES.size()) {
                end(mail, RETURNED, e.words());
                log.warn("{} came back: {}", mail, e.words());
            } else {
                Instant next = clock.instant().plus(PAUSES.get(mail.tries()));
                database.write(handle -> {
                    mails.later(handle, mail.id(), next, e.words());
                    return mail;
                });
                log.info("{} could not be sent and is tried again at {}: {}", mail, next, e.words());
            }
            return false;
        }
    }

    private void end(MailRepository.Outgoing mail, String state, String answer) {
        database.write(handle -> {
            mails.end(handle, mail.id(), state, answer);
            return mail;
        });
    }
}
