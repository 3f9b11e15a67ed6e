package vn.kientao.reform.steering.domain.obstacle;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * An obstacle, a proposal or an unsuitable rule (khó khăn, vướng mắc, kiến nghị), from raising to the verdict of the agency
 * that raised it (D2.5, D2.6).
 *
 * @param code shown to people, such as {@code P-AX-VM-2026-0001}
 * @param raiser code of the agency that raised it
 * @param raisedBy account of who did
 * @param reopened how often the raiser had it opened again
 */
public record Obstacle(
        long id,
        long version,
        String code,
        Report report,
        String raiser,
        String raisedBy,
        LocalDateTime raisedAt,
        Handling handling,
        AnswerClock clock,
        Answer answer,
        int reopened) {
    public Obstacle {
        requireNonNull(code, "code");
        requireNonNull(report, "report");
        requireNonNull(raiser, "raiser");
        requireNonNull(raisedBy, "raisedBy");
        requireNonNull(raisedAt, "raisedAt");
        requireNonNull(handling, "handling");
        requireNonNull(clock, "clock");
        requireNonNull(answer, "answer");
    }

    public ObstacleState state() {
        return handling.state();
    }

    /** Whether the answer is late: not given in time, or given too late. */
    public boolean late(LocalDateTime now) {
        return stopped(now).isAfter(clock.due()) && state() != ObstacleState.WITHDRAWN;
    }

    /** Days since the answer was due, begun ones too; 0 when it is not late. */
    public long daysLate(LocalDateTime now) {
        return late(now)
                ? Math.max(
                        1,
                        ChronoUnit.DAYS.between(
                                clock.due().toLocalDate(), stopped(now).toLocalDate()))
                : 0;
    }

    /** Days until the answer is due; 0 on the last one. */
    public long daysLeft(LocalDateTime now) {
        return Math.max(
                0, ChronoUnit.DAYS.between(now.toLocalDate(), clock.due().toLocalDate()));
    }

    private LocalDateTime stopped(LocalDateTime now) {
        return state().open() ? now : answer.at().orElse(clock.due());
    }

    public Obstacle with(Handling next) {
        return new Obstacle(id, version, code, report, raiser, raisedBy, raisedAt, next, clock, answer, reopened);
    }

    public Obstacle with(Report next) {
        return new Obstacle(id, version, code, next, raiser, raisedBy, raisedAt, handling, clock, answer, reopened);
    }

    public Obstacle with(AnswerClock next) {
        return new Obstacle(id, version, code, report, raiser, raisedBy, raisedAt, handling, next, answer, reopened);
    }

    public Obstacle with(Answer next) {
        return new Obstacle(id, version, code, report, raiser, raisedBy, raisedAt, handling, clock, next, reopened);
    }

    /** Opened again in the hands of who answered. */
    public Obstacle reopened(AnswerClock anew) {
        return new Obstacle(
                id,
                version,
                code,
                report,
                raiser,
                raisedBy,
                raisedAt,
                handling.in(ObstacleState.ROUTED),
                anew,
                Answer.NONE,
                reopened + 1);
    }
}
