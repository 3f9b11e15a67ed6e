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
 * @param slice what else narrows it
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
        Slice slice,
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
        requireNonNull(slice, "slice");
        requireNonNull(words, "words");
        requireNonNull(today, "today");
    }

    /** Whether it shows what is still to do rather than what has ended. */
    public boolean open() {
        return standing.map(Standing::open).orElse(!ended);
    }

    /**
     * What narrows a list besides.
     *
     * @param division of the lead; an empty one for tasks that no division has
     * @param person by name or post; an empty one for tasks that nobody answers for
     * @param from first day on which what ended was done, or on which what is open is due
     * @param to the last such day
     */
    public record Slice(
            Optional<String> division, Optional<String> person, Optional<LocalDate> from, Optional<LocalDate> to) {
        /** Narrows nothing. */
        public static final Slice NONE =
                new Slice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public Slice {
            requireNonNull(division, "division");
            requireNonNull(person, "person");
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }
    }

    /** Where a page of the list begins: behind this task. */
    public record Key(LocalDate due, long id) {
        public Key {
            requireNonNull(due, "due");
        }
    }
}
