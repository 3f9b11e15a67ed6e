package vn.kientao.reform.procedures.domain.petition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to a petition, by whom, from which states, and where it leads (Decree 20/2008/NĐ-CP, Articles 9, 13 and 14). An
 * action without an end state of its own leaves the petition where it is.
 */
public enum PetitionAction {
    /** Tiếp nhận. */
    RECEIVE(By.SENDER, PetitionState.NEW),
    /** Yêu cầu bổ sung. */
    ASK(By.HANDLER, PetitionState.SUPPLEMENT),
    /** Bổ sung. */
    SUPPLEMENT(By.SENDER, PetitionState.NEW),
    /** Không tiếp nhận. */
    REFUSE(By.HANDLER, PetitionState.REFUSED),
    /** Chuyển cơ quan có thẩm quyền. */
    FORWARD(By.HANDLER, PetitionState.FORWARDED),
    /** Phân công. */
    ASSIGN(By.HANDLER, PetitionState.ASSIGNED),
    /** Dự thảo trả lời. */
    DRAFT(By.HANDLER, PetitionState.DRAFTED),
    /** Cập nhật tiến độ cho người gửi. */
    UPDATE(By.HANDLER, null),
    /** Trả lại dự thảo. */
    RETURN(By.APPROVER, PetitionState.ASSIGNED),
    /** Duyệt. */
    APPROVE(By.APPROVER, PetitionState.APPROVED),
    /** Trả lời. */
    ANSWER(By.APPROVER, PetitionState.ANSWERED),
    /** Công khai. */
    PUBLISH(By.APPROVER, null),
    /** Gỡ công khai. */
    UNPUBLISH(By.APPROVER, null),
    /** Người dân đánh giá. */
    RATE(By.SENDER, null),
    /** Mở lại. */
    REOPEN(By.SENDER, PetitionState.NEW);

    /** Who does it. */
    public enum By {
        /** Người gửi. */
        SENDER,
        /** Người xử lý. */
        HANDLER,
        /** Người duyệt. */
        APPROVER
    }

    private final By by;
    private final @Nullable PetitionState to;

    PetitionAction(By by, @Nullable PetitionState to) {
        this.by = by;
        this.to = to;
    }

    public By by() {
        return by;
    }

    public boolean allowedFrom(PetitionState state) {
        return switch (this) {
            case RECEIVE -> false;
            case ASK, FORWARD -> state == PetitionState.NEW;
            case SUPPLEMENT -> state == PetitionState.SUPPLEMENT;
            case REFUSE -> state == PetitionState.NEW || state == PetitionState.SUPPLEMENT;
            case ASSIGN -> state == PetitionState.NEW || state == PetitionState.ASSIGNED;
            case DRAFT -> state == PetitionState.ASSIGNED || state == PetitionState.DRAFTED;
            case UPDATE ->
                state == PetitionState.ASSIGNED || state == PetitionState.DRAFTED || state == PetitionState.APPROVED;
            case RETURN, APPROVE -> state == PetitionState.DRAFTED;
            case ANSWER -> state == PetitionState.APPROVED;
            case PUBLISH, UNPUBLISH, RATE, REOPEN -> state == PetitionState.ANSWERED;
        };
    }

    /** Where it leads from a state. */
    public PetitionState to(PetitionState present) {
        return to == null ? present : to;
    }

    /** Its word in addresses, texts and the audit trail. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PetitionAction> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
