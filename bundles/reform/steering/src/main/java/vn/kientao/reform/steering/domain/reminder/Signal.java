package vn.kientao.reform.steering.domain.reminder;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that is told of a task once for each term, on which terms it is told on a day.
 *
 * @param kind {@code REMIND_<days>}, {@code OVERDUE}, {@code HEAD} or {@code CHAIRMAN}
 * @param from first due date for which it is told
 * @param to last due date for which it is told
 */
public record Signal(String kind, LocalDate from, LocalDate to) {
    public static final String OVERDUE = "OVERDUE";
    public static final String HEAD = "HEAD";
    public static final String CHAIRMAN = "CHAIRMAN";

    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
    private static final String REMIND = "REMIND_";

    public Signal {
        requireNonNull(kind, "kind");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /**
     * What is told on a day. Of the reminders only the one for the time that is left: a task given five days before its term
     * is not told that seven are left.
     *
     * @param remindDays days before the end of the term, such as 7, 3, 1
     * @param headDays days of delay after which the head of the lead is told
     * @param chairmanDays days of delay after which the chairman is told
     */
    public static List<Signal> on(LocalDate today, List<Integer> remindDays, int headDays, int chairmanDays) {
        List<Signal> signals = new ArrayList<>();
        LocalDate from = today;
        for (int days : remindDays.stream().sorted().toList()) {
            signals.add(new Signal(REMIND + days, from, today.plusDays(days)));
            from = today.plusDays(days + 1L);
        }
        signals.add(new Signal(OVERDUE, LONG_AGO, today.minusDays(1)));
        signals.add(new Signal(HEAD, LONG_AGO, today.minusDays(headDays)));
        signals.add(new Signal(CHAIRMAN, LONG_AGO, today.minusDays(chairmanDays)));
        return signals;
    }

    public boolean reminds() {
        return kind.startsWith(REMIND);
    }
}
