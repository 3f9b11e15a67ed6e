package vn.kientao.reform.procedures.app.dossier;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.IntPredicate;
import vn.kientao.reform.procedures.store.dossier.ListKey;

/** How many dossiers each view holds, from how many stand in each bucket of {@link ListKey#bucket}. */
record ViewNumbers(Map<Integer, Long> buckets, int day) {
    ViewNumbers {
        buckets = Map.copyOf(buckets);
    }

    ViewNumbers(Map<Integer, Long> buckets, LocalDate today) {
        this(buckets, Math.toIntExact(today.toEpochDay()));
    }

    /** Due today, whether late by now or not. */
    int today() {
        return sum(bucket -> bucket == day);
    }

    /**
     * How many a view holds.
     *
     * @param late of those due today, how many are late by now
     * @param endOfSoon the first day that is not soon any more
     */
    int of(DossierView view, int late, LocalDate endOfSoon) {
        return switch (view) {
            case OVERDUE -> sum(bucket -> bucket >= 0 && bucket < day) + late;
            case TODAY -> Math.max(0, today() - late);
            case SOON -> sum(bucket -> bucket > day && bucket < endOfSoon.toEpochDay());
            case WAITING -> sum(bucket -> bucket == ListKey.STANDING);
            case OPEN -> sum(bucket -> bucket != ListKey.ENDED);
            case FINISHED -> sum(bucket -> bucket == ListKey.ENDED);
        };
    }

    private int sum(IntPredicate which) {
        return Math.toIntExact(buckets.entrySet().stream()
                .filter(bucket -> which.test(bucket.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum());
    }
}
