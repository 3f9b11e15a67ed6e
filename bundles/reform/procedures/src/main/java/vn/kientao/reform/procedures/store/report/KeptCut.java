package vn.kientao.reform.procedures.store.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A period taken apart: what is kept of it and what is still to be counted.
 *
 * @param kept runs of whole months whose sums are kept
 * @param counted the rest
 */
record KeptCut(List<Run> kept, List<Cut> counted, Set<LocalDate> months) {
    /** Months from {@code from}, before {@code to}. */
    record Run(LocalDate from, LocalDate to) {}

    static KeptCut of(Cut cut, Set<LocalDate> months) {
        List<Run> kept = new ArrayList<>();
        List<Cut> counted = new ArrayList<>();
        LocalDateTime at = cut.begin();
        while (at.isBefore(cut.end())) {
            LocalDateTime whole = at;
            while (isKept(whole, months) && !whole.plusMonths(1).isAfter(cut.end())) {
                whole = whole.plusMonths(1);
            }
            if (whole.isAfter(at)) {
                kept.add(new Run(at.toLocalDate(), whole.toLocalDate()));
                at = whole;
            } else {
                LocalDateTime next = StaleMonths.month(at).plusMonths(1).atStartOfDay();
                while (next.isBefore(cut.end()) && !isKept(next, months)) {
                    next = next.plusMonths(1);
                }
                LocalDateTime end = next.isBefore(cut.end()) ? next : cut.end();
                counted.add(cut.between(at, end));
                at = end;
            }
        }
        return new KeptCut(kept, counted, months);
    }

    private static boolean isKept(LocalDateTime moment, Set<LocalDate> months) {
        return begins(moment) && months.contains(moment.toLocalDate());
    }

    private static boolean begins(LocalDateTime moment) {
        return moment.equals(StaleMonths.month(moment).atStartOfDay());
    }

    /** The month whose sums tell what stood open at the moment. */
    Optional<LocalDate> standing(LocalDateTime moment) {
        return begins(moment)
                ? Optional.of(moment.toLocalDate().minusMonths(1)).filter(months::contains)
                : Optional.empty();
    }
}
