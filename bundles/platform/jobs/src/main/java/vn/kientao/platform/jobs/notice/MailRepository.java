package vn.kientao.platform.jobs.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of e-mails on their way. */
final class MailRepository {
    private static final String INSERT = """
            INSERT INTO jobs.mail (recipient, subject, body, stop, state, tries, next_at, answer, made_at)
            VALUES (?, ?, ?, ?, 'WAITING', 0, ?, '', ?)
            """;
    private static final String DUE = """
            SELECT id, recipient, subject, body, stop, tries
              FROM jobs.mail
             WHERE state = 'WAITING' AND next_at <= ?
             ORDER BY state, next_at
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String TAKE = """
            UPDATE jobs.mail
               SET tries = tries + 1, next_at = ?
             WHERE id = ? AND state = 'WAITING' AND tries = ?
            """;
    private static final String END = """
            UPDATE jobs.mail
               SET state = ?, answer = ?, recipient = ''
             WHERE id = ? AND state = 'WAITING'
            """;
    private static final String LATER = """
            UPDATE jobs.mail
               SET next_at = ?, answer = ?
             WHERE id = ? AND state = 'WAITING'
            """;
    private static final String DELETE_OLD = "DELETE FROM jobs.mail WHERE state <> 'WAITING' AND made_at < ?";
    private static final String COUNT = "SELECT COUNT(*) AS mails FROM jobs.mail WHERE state = ?";
    private static final String ANSWER =
            "SELECT answer FROM jobs.mail WHERE state = ? ORDER BY id DESC FETCH FIRST 1 ROWS ONLY";

    void insert(Handle handle, Outgoing mail, Instant now) {
        handle.execute(
                INSERT,
                mail.recipient(),
                mail.subject(),
                mail.body(),
                mail.stop(),
                NoticeRepository.time(now),
                NoticeRepository.time(now));
    }

    List<Outgoing> due(Handle handle, Instant now, int size) {
        return handle.createQuery(DUE)
                .bind(0, NoticeRepository.time(now))
                .bind(1, size)
                .map((row, context) -> new Outgoing(
                        row.getLong("id"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("stop"),
                        row.getInt("tries")))
                .list();
    }

    /** Whether this node is the one to try now; another one does so not before {@code until}. */
    boolean take(Handle handle, Outgoing mail, Instant until) {
        return handle.execute(TAKE, NoticeRepository.time(until), mail.id(), mail.tries()) == 1;
    }

    /** It was sent ({@code SENT}) or came back ({@code RETURNED}); nobody needs its recipient any more. */
    void end(Handle handle, long id, String state, String answer) {
        handle.execute(END, state, answer, id);
    }

    void later(Handle handle, long id, Instant next, String answer) {
        handle.execute(LATER, NoticeRepository.time(next), answer, id);
    }

    int deleteOld(Handle handle, Instant before) {
        return handle.execute(DELETE_OLD, NoticeRepository.time(before));
    }

    int count(Handle handle, String state) {
        return handle.createQuery(COUNT)
                .bind(0, state)
                .map((row, context) -> row.getInt("mails"))
                .one();
    }

    /** What the server said to the last one in that state. */
    Optional<String> lastAnswer(Handle handle, String state) {
        return handle.createQuery(ANSWER)
                .bind(0, state)
                .map((row, context) -> row.getString("answer"))
                .findOne();
    }

    /** An e-mail to be sent. */
    record Outgoing(long id, String recipient, String subject, String body, String stop, int tries) {
        /** Without the recipient. */
        @Override
        public String toString() {
            return "mail " + id;
        }
    }
}
