package vn.kientao.reform.steering.domain.inspection;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A visit to a unit (cuộc kiểm tra) from the plan to the accepted remedy.
 *
 * @param code such as {@code VPUB2-KT-2026-0001}
 * @param inspector code of the agency that inspects
 * @param agency code of the agency that is visited
 * @param on the day of the visit
 * @param team who goes
 * @param content what is looked at
 * @param selfReport the unit's own report; empty until it is there
 * @param closedOn when it ended
 */
public record Visit(
        long id,
        long version,
        String code,
        long plan,
        String inspector,
        String agency,
        LocalDate on,
        String team,
        String content,
        VisitState state,
        String selfReport,
        Optional<LocalDateTime> selfReported,
        Optional<Notice> notice,
        Optional<LocalDateTime> remedyReported,
        Optional<LocalDate> closedOn) {
    public Visit {
        requireNonNull(code, "code");
        requireNonNull(inspector, "inspector");
        requireNonNull(agency, "agency");
        requireNonNull(on, "on");
        requireNonNull(team, "team");
        requireNonNull(content, "content");
        requireNonNull(state, "state");
        requireNonNull(selfReport, "selfReport");
        requireNonNull(selfReported, "selfReported");
        requireNonNull(notice, "notice");
        requireNonNull(remedyReported, "remedyReported");
        requireNonNull(closedOn, "closedOn");
    }

    /** Whether the remedy is not reported and its last day is over. */
    public boolean overdue(LocalDate today) {
        return state == VisitState.NOTICED
                && notice.filter(one -> today.isAfter(one.remedyDue())).isPresent();
    }

    public Visit in(VisitState next) {
        return with(next, selfReport, selfReported, notice, remedyReported, closedOn);
    }

    public Visit selfReported(String words, LocalDateTime at) {
        return with(state, words, Optional.of(at), notice, remedyReported, closedOn);
    }

    /** Concluded; without anything to remedy it ends at once. */
    public Visit noticed(Notice one, boolean remedy) {
        return remedy
                ? with(VisitState.NOTICED, selfReport, selfReported, Optional.of(one), remedyReported, closedOn)
                : with(
                        VisitState.CLOSED,
                        selfReport,
                        selfReported,
                        Optional.of(one),
                        remedyReported,
                        Optional.of(one.on()));
    }

    public Visit remedied(LocalDateTime at) {
        return with(VisitState.REMEDIED, selfReport, selfReported, notice, Optional.of(at), closedOn);
    }

    public Visit closed(LocalDate day) {
        return with(VisitState.CLOSED, selfReport, selfReported, notice, remedyReported, Optional.of(day));
    }

    private Visit with(
            VisitState next,
            String report,
            Optional<LocalDateTime> reported,
            Optional<Notice> told,
            Optional<LocalDateTime> remedied,
            Optional<LocalDate> closed) {
        return new Visit(
                id, version, code, plan, inspector, agency, on, team, content, next, report, reported, told, remedied,
                closed);
    }
}
