package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * The part of an interlinked dossier (liên thông) that another body settles. Bodies of the same level take a dossier on
 * paper one after the other and an electronic one all at once, each with a due date of its own; one of them leads
 * (Decree 61/2018/NĐ-CP, Article 19(6)). A body of another level takes it at its own one-stop and sends the result back
 * (Article 19(7)).
 *
 * @param number from 1; also their order
 * @param body who settles it
 * @param lead whether this body puts the parts together
 * @param sentAt empty while it waits for its turn
 * @param result number of the document that came back; may be empty
 */
public record Leg(
        int number,
        Level level,
        Mode mode,
        String body,
        boolean lead,
        LocalDateTime due,
        Optional<LocalDateTime> sentAt,
        Optional<LocalDateTime> returnedAt,
        String result,
        String note) {

    /** Whether the body stands beside or above. */
    public enum Level {
        /** Cùng cấp. */
        SAME,
        /** Khác cấp. */
        UPPER;

        /** The text key of its name. */
        public String textKey() {
            return "dossier.leg.level." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** How the bodies get it. */
    public enum Mode {
        /** Lần lượt: on paper, one after the other. */
        IN_SEQUENCE,
        /** Đồng thời: electronic, all at once. */
        AT_ONCE;

        /** Its word in forms. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Leg {
        requireNonNull(level, "level");
        requireNonNull(mode, "mode");
        requireNonNull(body, "body");
        requireNonNull(due, "due");
        requireNonNull(sentAt, "sentAt");
        requireNonNull(returnedAt, "returnedAt");
        requireNonNull(result, "result");
        requireNonNull(note, "note");
    }

    public boolean late(LocalDateTime now) {
        return due.isBefore(returnedAt.orElse(now));
    }
}
