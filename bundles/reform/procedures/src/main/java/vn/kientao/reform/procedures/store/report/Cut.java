package vn.kientao.reform.procedures.store.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.report.Narrowing;

/**
 * A period as the statements need it.
 *
 * @param agency empty for the whole province
 * @param field empty for every field
 * @param begin first moment of the period
 * @param end first moment after it, or now while it runs
 */
public record Cut(
        Optional<String> agency, Optional<String> field, LocalDateTime begin, LocalDateTime end, Narrowing narrowing) {
    public Cut {
        requireNonNull(agency, "agency");
        requireNonNull(field, "field");
        requireNonNull(begin, "begin");
        requireNonNull(end, "end");
        requireNonNull(narrowing, "narrowing");
        if (end.isBefore(begin)) {
            throw new IllegalArgumentException("cut from " + begin + " to " + end + " (expected: end >= begin)");
        }
    }

    public Cut(Optional<String> agency, Optional<String> field, LocalDateTime begin, LocalDateTime end) {
        this(agency, field, begin, end, Narrowing.NONE);
    }

    /** A part of it. */
    Cut between(LocalDateTime partBegin, LocalDateTime partEnd) {
        return new Cut(agency, field, partBegin, partEnd, narrowing);
    }
}
