package vn.kientao.reform.steering.domain.task;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which tasks of an agency a list shows.
 *
 * @param agency code of the agency; empty for those of the whole province
 * @param part of the agency in them
 * @param account only those of this person
 * @param words folded; empty for any
 * @param ended whether it shows what has ended; without meaning when a standing is given
 */
public record TaskFilter(
        Optional<String> agency,
        Part part,
        Optional<Standing> standing,
        Optional<String> area,
        Optional<String> account,
        Optional<Long> clause,
        String words,
        boolean ended,
        LocalDate today) {
    public TaskFilter {
        requireNonNull(agency, "agency");
        requireNonNull(part, "part");
        requireNonNull(standing, "standing");
        requireNonNull(area, "area");
        requireNonNull(account, "account");
        requireNonNull(clause, "clause");
        requireNonNull(words, "words");
        requireNonNull(today, "today");
    }

    /** Whether it shows what is still to do rather than what has ended. */
    public boolean open() {
        return standing.map(Standing::open).orElse(!ended);
    }

    /** Where a page of the list begins: behind this task. */
    public record Key(LocalDate due, long id) {
        public Key {
            requireNonNull(due, "due");
        }
    }
}
