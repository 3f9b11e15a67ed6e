package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * A span in which the clock stood still (tạm dừng tính thời hạn).
 *
 * @param number from 1
 * @param to empty while it lasts
 * @param document number of the document, or the provision, that it rests on; may be empty
 */
public record Pause(
        int number, Cause cause, LocalDateTime from, Optional<LocalDateTime> to, String reason, String document) {

    /** Why the clock stands still. */
    public enum Cause {
        /** Chờ bổ sung. */
        SUPPLEMENT,
        /** Chờ thực hiện nghĩa vụ tài chính. */
        PAYMENT,
        /** Khác: somebody stopped it for a reason of law. */
        OTHER;

        /** The text key of its name. */
        public String textKey() {
            return "dossier.pause." + name().toLowerCase(Locale.ROOT);
        }
    }

    public Pause {
        requireNonNull(cause, "cause");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(reason, "reason");
        requireNonNull(document, "document");
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("pause ends " + to.get() + " (expected: not before " + from + ")");
        }
    }
}
