package vn.kientao.reform.steering.domain.task;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A task (nhiệm vụ).
 *
 * @param code {@code <giver>-<year>-<number>}
 * @param product what is to be there in the end (sản phẩm, kết quả)
 * @param area code of its area of the reform
 * @param document the document that gives it
 * @param clause the point of that document
 * @param parent the task of which it is a part
 * @param giver code of the agency that gives it and confirms its result (cơ quan giao)
 * @param lead code of the agency that answers for it (cơ quan chủ trì)
 * @param division of the lead
 * @param person who answers for it there, by name or post
 * @param account that person's account
 * @param budget in đồng
 * @param originalDue the day that was given first; never changes
 * @param due the present one
 * @param progress 0 to 100
 * @param reportedOn when the lead says that it was done
 * @param doneOn when it was done, once the giver has confirmed it
 * @param result what came of it
 */
public record Task(
        long id,
        long version,
        String code,
        String title,
        String product,
        String area,
        Optional<Long> document,
        Optional<Long> clause,
        Optional<Long> parent,
        String giver,
        String lead,
        String division,
        String person,
        Optional<String> account,
        Optional<BigDecimal> budget,
        String budgetSource,
        Term term,
        Optional<LocalDate> originalDue,
        Optional<LocalDate> due,
        TaskState state,
        int progress,
        Optional<LocalDate> reportedOn,
        Optional<LocalDate> doneOn,
        String result,
        LocalDate givenOn) {
    public Task {
        requireNonNull(code, "code");
        requireNonNull(title, "title");
        requireNonNull(product, "product");
        requireNonNull(area, "area");
        requireNonNull(document, "document");
        requireNonNull(clause, "clause");
        requireNonNull(parent, "parent");
        requireNonNull(giver, "giver");
        requireNonNull(lead, "lead");
        requireNonNull(division, "division");
        requireNonNull(person, "person");
        requireNonNull(account, "account");
        requireNonNull(budget, "budget");
        requireNonNull(budgetSource, "budgetSource");
        requireNonNull(term, "term");
        requireNonNull(originalDue, "originalDue");
        requireNonNull(due, "due");
        requireNonNull(state, "state");
        requireNonNull(reportedOn, "reportedOn");
        requireNonNull(doneOn, "doneOn");
        requireNonNull(result, "result");
        requireNonNull(givenOn, "givenOn");
        if ((term == Term.DATED) != due.isPresent()) {
            throw new IllegalArgumentException("due " + due + " of a term " + term + " (expected: a day when dated)");
        }
    }

    /**
     * How it stands on a day. What the lead reports as done before its due date is not overdue while the giver looks at it.
     */
    public Standing standing(LocalDate today) {
        return switch (state) {
            case CANCELLED -> Standing.CANCELLED;
            case DONE -> late(doneOn.orElse(today)) ? Standing.DONE_LATE : Standing.DONE_ON_TIME;
            case PAUSED -> Standing.PAUSED;
            case REPORTED -> running(reportedOn.orElse(today));
            case OPEN -> running(today);
        };
    }

    private Standing running(LocalDate day) {
        if (due.isEmpty()) {
            return Standing.NO_TERM;
        }
        return late(day) ? Standing.OVERDUE : Standing.WITHIN_TERM;
    }

    private boolean late(LocalDate day) {
        return due.filter(day::isAfter).isPresent();
    }

    /** How many days after the due date a day is; 0 when it is not later. */
    public long daysLate(LocalDate day) {
        return due.filter(day::isAfter)
                .map(last -> ChronoUnit.DAYS.between(last, day))
                .orElse(0L);
    }

    /** Whether the due date is another than the one given first. */
    public boolean moved() {
        return !due.equals(originalDue);
    }

    /** The same in another state. */
    public Task in(TaskState next, int share, Optional<LocalDate> reported, Optional<LocalDate> done, String outcome) {
        return copy(lead, division, person, account, due, next, share, reported, done, outcome);
    }

    /** The same in the hands of somebody else at the lead. */
    public Task by(String newDivision, String newPerson, Optional<String> newAccount) {
        return copy(lead, newDivision, newPerson, newAccount, due, state, progress, reportedOn, doneOn, result);
    }

    /** The same with another due date; the one given first stays. */
    public Task until(LocalDate newDue) {
        return copy(lead, division, person, account, Optional.of(newDue), state, progress, reportedOn, doneOn, result);
    }

    /** The same led by another agency, where nobody answers for it yet. */
    public Task ledBy(String newLead) {
        return copy(newLead, "", "", Optional.empty(), due, state, progress, reportedOn, doneOn, result);
    }

    private Task copy(
            String newLead,
            String newDivision,
            String newPerson,
            Optional<String> newAccount,
            Optional<LocalDate> newDue,
            TaskState newState,
            int newProgress,
            Optional<LocalDate> newReportedOn,
            Optional<LocalDate> newDoneOn,
            String newResult) {
        return new Task(
                id,
                version,
                code,
                title,
                product,
                area,
                document,
                clause,
                parent,
                giver,
                newLead,
                newDivision,
                newPerson,
                newAccount,
                budget,
                budgetSource,
                term,
                originalDue,
                newDue,
                newState,
                newProgress,
                newReportedOn,
                newDoneOn,
                newResult,
                givenOn);
    }
}
