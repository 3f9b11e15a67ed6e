package vn.kientao.reform.procedures.domain.dossier;

import java.util.Locale;

/** What an officer does with a dossier. From which states it may be done stands in {@link Transition#TABLE}. */
public enum DossierAction {
    /** Tiếp nhận: complete and within competence; code and due date are issued, the clock starts. */
    RECEIVE(DossierStatus.RECEIVED),
    /** Chuyển xử lý: on the same working day, after 15:00 at the beginning of the next one. */
    FORWARD(DossierStatus.PROCESSING),
    /** Giải quyết xong: the result is signed and numbered. */
    FINISH(DossierStatus.FINISHED),
    /** Trả kết quả: to the applicant or whom they authorised. */
    HAND_OVER(DossierStatus.HANDED_OVER);

    private final DossierStatus to;

    DossierAction(DossierStatus to) {
        this.to = to;
    }

    public DossierStatus to() {
        return to;
    }

    public boolean allowedFrom(DossierStatus status) {
        return Transition.TABLE.stream()
                .anyMatch(transition -> transition.action() == this && transition.from() == status);
    }

    /** Its word in text keys, audit entries and addresses: {@code hand-over}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
