package vn.kientao.platform.api.time;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * What a deadline depends on beside receipt, limit and reading.
 *
 * @param agency code of the agency whose office hours count; empty for those of the province
 * @param pauses the spans in which the clock stood still, in order
 */
public record DeadlineTerms(String agency, List<Pause> pauses) {
    /** The office hours of the province, never paused. */
    public static final DeadlineTerms PLAIN = new DeadlineTerms("", List.of());

    public DeadlineTerms {
        requireNonNull(agency, "agency");
        pauses = pauses.stream().sorted(Comparator.comparing(Pause::from)).toList();
    }

    /** Those of an agency, never paused. */
    public static DeadlineTerms of(String agency) {
        return new DeadlineTerms(agency, List.of());
    }

    /**
     * A span in which the clock stood still (tạm dừng tính thời hạn). By the day, the day on which it began still counts and
     * the day on which it ended does not, as the day of an event never does (Civil Code 2015 Art. 147(2)).
     */
    public record Pause(LocalDateTime from, LocalDateTime to) {
        public Pause {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("pause ends " + to + " (expected: not before " + from + ")");
            }
        }
    }
}
