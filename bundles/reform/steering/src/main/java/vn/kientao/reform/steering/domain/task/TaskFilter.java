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
 * @param narrow days and states; they decide before the others whether it is about what has ended
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
        LocalDate today,
        Narrow narrow) {
    public TaskFilter {
        requireNonNull(narrow, "narrow");
        requireNonNull(agency, "agency");
        requireNonNull(part, "part");
        requireNonNull(standing, "standing");
        requireNonNull(area, "area");
        requireNonNull(account, "account");
        requireNonNull(clause, "clause");
        requireNonNull(words, "words");
        requireNonNull(today, "today");
    }

    /** Without days and states. */
    public TaskFilter(
            Optional<String> agency,
            Part part,
            Optional<Standing> standing,
            Optional<String> area,
            Optional<String> account,
            Optional<Long> clause,
            String words,
            boolean ended,
            LocalDate today) {
        this(agency, part, standing, area, account, clause, words, ended, today, Narrow.NONE);
    }

    /**
     * Days and states between which tasks have to be.
     *
     * @param dueFrom first due date
     * @param dueTo last due date
     * @param doneFrom first day on which they were done
     * @param doneTo last day on which they were done
     * @param division of the lead; an empty one for tasks that no division has
     * @param person who answers for them, by name or post; an empty one for tasks that nobody answers for
     */
    public record Narrow(
            Optional<LocalDate> dueFrom,
            Optional<LocalDate> dueTo,
            Optional<LocalDate> doneFrom,
            Optional<LocalDate> doneTo,
            Optional<TaskState> state,
            Optional<String> division,
            Optional<String> person) {
        public static final Narrow NONE = between(Optional.empty(), Optional.empty());

        public Narrow {
            requireNonNull(dueFrom, "dueFrom");
            requireNonNull(dueTo, "dueTo");
            requireNonNull(doneFrom, "doneFrom");
            requireNonNull(doneTo, "doneTo");
            requireNonNull(state, "state");
            requireNonNull(division, "division");
            requireNonNull(person, "person");
        }

        /** Due between two days. */
        public static Narrow due(LocalDate from, LocalDate to) {
            return between(Optional.of(from), Optional.of(to));
        }

        private static Narrow between(Optional<LocalDate> from, Optional<LocalDate> to) {
            return new Narrow(
                    from, to, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** The same between other days. */
    public TaskFilter between(Narrow other) {
        return new TaskFilter(agency, part, standing, area, account, clause, words, ended, today, other);
    }

    /** The same in one state. */
    public TaskFilter in(TaskState state) {
        return between(new Narrow(
                narrow.dueFrom(),
                narrow.dueTo(),
                narrow.doneFrom(),
                narrow.doneTo(),
                Optional.of(state),
                narrow.division(),
                narrow.person()));
    }

    /** The same for another part of the agency, and of somebody. */
    public TaskFilter as(Part other, Optional<String> whose) {
        return new TaskFilter(agency, other, standing, area, whose, clause, words, ended, today, narrow);
    }

    /** Whether it shows what is still to do rather than what has ended. */
    public boolean open() {
        return narrow.state()
                .map(TaskState::open)
                .or(() -> standing.map(Standing::open))
                .orElse(!ended);
    }

    /** Where a page of the list begins: behind this task. */
    public record Key(LocalDate due, long id) {
        public Key {
            requireNonNull(due, "due");
        }
    }
}
