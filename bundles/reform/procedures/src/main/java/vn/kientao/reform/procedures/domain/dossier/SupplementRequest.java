package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the applicant was asked to add (yêu cầu bổ sung, hoàn thiện hồ sơ): all of it in one list, which is closed to new
 * items once it is sent (Decree 61/2018/NĐ-CP, Articles 11(2)c, 15(3)).
 *
 * @param number from 1
 * @param askedFrom the state in which it was asked for, to which the dossier goes back
 * @param guide whom the applicant may ask: name, telephone, address; may be empty
 * @param askedAt when it was sent; empty while it is being composed
 * @param respondBy until when the applicant should answer
 * @param answeredAt when everything was there
 */
public record SupplementRequest(
        int number,
        State state,
        DossierStatus askedFrom,
        String reason,
        String guide,
        String askedBy,
        Optional<LocalDateTime> askedAt,
        Optional<LocalDateTime> respondBy,
        Optional<LocalDateTime> answeredAt,
        List<Item> items) {

    /** Its sub-state. */
    public enum State {
        /** Đang soạn: proposed by the handler, not sent. */
        COMPOSED,
        /** Một cửa đã yêu cầu. */
        ASKED,
        /** Công dân đã gửi: waits at intake to be looked at. */
        SENT,
        /** Đã hoàn thành. */
        COMPLETED,
        /** Không còn cần: the dossier ended before. */
        DROPPED;

        /** The text key of its name. */
        public String textKey() {
            return "dossier.supplement." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing to add.
     *
     * @param paper the paper that it concerns
     * @param what what to do with it
     * @param done whether it was there in the end
     */
    public record Item(String paper, String what, boolean done) {
        public Item {
            requireNonNull(paper, "paper");
            requireNonNull(what, "what");
            if (paper.isBlank()) {
                throw new IllegalArgumentException("paper of a supplement item is blank");
            }
        }
    }

    public SupplementRequest {
        requireNonNull(state, "state");
        requireNonNull(askedFrom, "askedFrom");
        requireNonNull(reason, "reason");
        requireNonNull(guide, "guide");
        requireNonNull(askedBy, "askedBy");
        requireNonNull(askedAt, "askedAt");
        requireNonNull(respondBy, "respondBy");
        requireNonNull(answeredAt, "answeredAt");
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("supplement request without items (expected: at least 1)");
        }
    }

    /** Whether something is still to be done about it. */
    public boolean open() {
        return state != State.COMPLETED && state != State.DROPPED;
    }
}
