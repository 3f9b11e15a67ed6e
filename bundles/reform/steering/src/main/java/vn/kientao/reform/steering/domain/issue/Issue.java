package vn.kientao.reform.steering.domain.issue;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A matter that an agency puts before the chairman (vấn đề phát sinh), what was decided and what came of it (D7).
 *
 * @param code such as {@code STP2-VD-2026-0001}
 * @param agency code of the agency that raised it
 * @param area code of its area of the reform
 * @param decision what was decided; empty until then
 * @param decidedBy account of who decided
 * @param task code of the task that the decision gave; empty when it gave none
 * @param outcome what came of it; empty until it is closed
 */
public record Issue(
        long id,
        long version,
        String code,
        String agency,
        String title,
        String content,
        String area,
        LocalDateTime raisedAt,
        String raisedBy,
        IssueState state,
        String decision,
        Optional<LocalDateTime> decidedAt,
        String decidedBy,
        String task,
        String outcome) {
    public Issue {
        requireNonNull(code, "code");
        requireNonNull(agency, "agency");
        requireNonNull(title, "title");
        requireNonNull(content, "content");
        requireNonNull(area, "area");
        requireNonNull(raisedAt, "raisedAt");
        requireNonNull(raisedBy, "raisedBy");
        requireNonNull(state, "state");
        requireNonNull(decision, "decision");
        requireNonNull(decidedAt, "decidedAt");
        requireNonNull(decidedBy, "decidedBy");
        requireNonNull(task, "task");
        requireNonNull(outcome, "outcome");
    }

    public Issue decided(String words, LocalDateTime at, String by, String given) {
        return new Issue(
                id,
                version,
                code,
                agency,
                title,
                content,
                area,
                raisedAt,
                raisedBy,
                IssueState.DECIDED,
                words,
                Optional.of(at),
                by,
                given,
                outcome);
    }

    public Issue closed(String words) {
        return new Issue(
                id,
                version,
                code,
                agency,
                title,
                content,
                area,
                raisedAt,
                raisedBy,
                IssueState.CLOSED,
                decision,
                decidedAt,
                decidedBy,
                task,
                words);
    }
}
