package vn.kientao.reform.procedures.domain.staffing;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A person's term at a desk (đợt làm việc tại Bộ phận Một cửa).
 *
 * @param desk counter or field
 * @param reserve whether the person stands in for the official one (dự phòng)
 * @param years of service
 * @param ratedGood whether the last rating was good or better
 * @param decision number of the decision that posts the person
 */
public record Posting(
        long id,
        long version,
        String desk,
        String person,
        boolean reserve,
        Grade grade,
        int years,
        boolean ratedGood,
        LocalDate from,
        LocalDate to,
        String decision,
        String note) {
    public Posting {
        requireNonNull(desk, "desk");
        requireNonNull(person, "person");
        requireNonNull(grade, "grade");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(decision, "decision");
        requireNonNull(note, "note");
        if (desk.isBlank() || person.isBlank()) {
            throw new IllegalArgumentException("desk '" + desk + "', person '" + person + "' (expected: not blank)");
        }
        if (years < 0) {
            throw new IllegalArgumentException("years " + years + " (expected: >= 0)");
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("term from " + from + " to " + to + " (expected: to >= from)");
        }
    }

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
