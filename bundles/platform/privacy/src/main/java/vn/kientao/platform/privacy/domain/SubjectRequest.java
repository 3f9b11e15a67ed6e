package vn.kientao.platform.privacy.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.privacy.Treatment;

/**
 * A request of somebody whose data is kept (yêu cầu của chủ thể dữ liệu cá nhân). Times are local to Viet Nam.
 *
 * @param words what is asked for, in the person's words
 * @param atDesk whether an officer wrote it down; otherwise it came through the public form
 * @param identityHow how the person proved to be the one; empty before
 * @param reason of the decision; empty when all was granted
 * @param answer what the person was told; empty before
 * @param version counts the steps, from 1
 */
public record SubjectRequest(
        long id,
        long version,
        String agency,
        String code,
        RequestKind kind,
        RequestState state,
        DataSubject subject,
        String words,
        boolean atDesk,
        LocalDateTime receivedAt,
        LocalDateTime replyBy,
        LocalDateTime dueAt,
        RightRule rule,
        boolean extended,
        String identityHow,
        Decision decision,
        String reason,
        String answer,
        Optional<LocalDateTime> answeredAt,
        List<Event> events,
        List<Treated> treated) {

    public SubjectRequest {
        requireNonNull(agency, "agency");
        requireNonNull(code, "code");
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(subject, "subject");
        requireNonNull(words, "words");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(replyBy, "replyBy");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(rule, "rule");
        requireNonNull(identityHow, "identityHow");
        requireNonNull(decision, "decision");
        requireNonNull(reason, "reason");
        requireNonNull(answer, "answer");
        requireNonNull(answeredAt, "answeredAt");
        events = List.copyOf(events);
        treated = List.copyOf(treated);
    }

    /** A step that was taken. */
    public record Event(long version, LocalDateTime at, RequestStep step, String account, String note) {}

    /** A record, and what became of it. */
    public record Treated(String source, String record, String title, Treatment.Outcome outcome, String why) {}

    /** Whether it is, or was, answered later than due. */
    public boolean late(LocalDateTime now) {
        return dueAt.isBefore(answeredAt.orElse(now));
    }

    /** Steps after the version that somebody last saw. */
    public List<Event> since(long seen) {
        return events.stream().filter(event -> event.version() > seen).toList();
    }
}
