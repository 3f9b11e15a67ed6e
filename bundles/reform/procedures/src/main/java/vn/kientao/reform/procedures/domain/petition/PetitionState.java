package vn.kientao.reform.procedures.domain.petition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a petition stands. */
public enum PetitionState {
    /** Mới. */
    NEW(true),
    /** Chờ bổ sung. */
    SUPPLEMENT(true),
    /** Không tiếp nhận. */
    REFUSED(false),
    /** Đã chuyển cơ quan khác. */
    FORWARDED(false),
    /** Đã phân công. */
    ASSIGNED(true),
    /** Đã dự thảo trả lời. */
    DRAFTED(true),
    /** Đã duyệt trả lời. */
    APPROVED(true),
    /** Đã trả lời. */
    ANSWERED(false);

    private final boolean running;

    PetitionState(boolean running) {
        this.running = running;
    }

    /** Whether a deadline runs. */
    public boolean running() {
        return running;
    }

    /** Its word in addresses and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The text key of its name. */
    public String textKey() {
        return "petition.state." + word();
    }

    public static Optional<PetitionState> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
