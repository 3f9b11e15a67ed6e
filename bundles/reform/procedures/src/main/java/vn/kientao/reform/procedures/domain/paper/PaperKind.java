package vn.kientao.reform.procedures.domain.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;

/** What a paper is for. Its number, title and size stand in the rows of the form in force. */
public enum PaperKind {
    /** Giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
    RECEIPT,
    /** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. */
    SUPPLEMENT,
    /** Phiếu từ chối tiếp nhận giải quyết hồ sơ. */
    REFUSAL,
    /** Phiếu xin lỗi và hẹn lại ngày trả kết quả. */
    APOLOGY,
    /** Thông báo dừng giải quyết hồ sơ; since 2025. */
    STOP,
    /** Thông báo nghĩa vụ tài chính: a form of no circular, as are those after it. */
    FEE_NOTICE,
    /** Biên lai thu phí, lệ phí: of the unit that took the money. */
    FEE_RECEIPT,
    /** Văn bản đề nghị tham gia ý kiến: to another body. */
    OPINION_REQUEST,
    /** Thông báo tạm dừng tính thời hạn. */
    PAUSE,
    /** Biên bản sửa sai sót: for the agency's own files. */
    CORRECTION,
    /** Phiếu kiểm soát quá trình giải quyết hồ sơ. */
    CONTROL,
    /** Sổ theo dõi hồ sơ: of a year, not of a dossier. */
    REGISTER,
    /** Phiếu bàn giao kết quả. */
    HAND_OVER,
    /** Danh sách bàn giao kết quả: of a day, not of a dossier. */
    HAND_OVER_LIST;

    /** Whether it is issued for one dossier and kept with it. */
    public boolean ofDossier() {
        return this != REGISTER && this != HAND_OVER_LIST;
    }

    /** The steps that it goes with: without one there is nothing to write. Empty for papers of the dossier's own data. */
    public List<DossierAction> steps() {
        return switch (this) {
            case SUPPLEMENT -> List.of(DossierAction.ASK_SUPPLEMENT);
            case REFUSAL -> List.of(DossierAction.REFUSE, DossierAction.DECLINE);
            case APOLOGY -> List.of(DossierAction.RE_APPOINT);
            case STOP -> List.of(DossierAction.STOP);
            case FEE_NOTICE -> List.of(DossierAction.ASK_PAYMENT);
            case FEE_RECEIPT -> List.of(DossierAction.CONFIRM_PAYMENT);
            case OPINION_REQUEST -> List.of(DossierAction.ASK_OPINION);
            case PAUSE -> List.of(DossierAction.PAUSE);
            case CORRECTION -> List.of(DossierAction.CORRECT);
            case HAND_OVER -> List.of(DossierAction.HAND_OVER);
            case RECEIPT, CONTROL, REGISTER, HAND_OVER_LIST -> List.of();
        };
    }

    /** Whether the applicant gets it: a letter to them, not a slip between officers. */
    public boolean toApplicant() {
        return ofDossier() && this != CONTROL && this != OPINION_REQUEST && this != CORRECTION;
    }

    /** Whether the agency itself writes it, under the name of its head; the others are slips of its desk. */
    public boolean ofAgency() {
        return switch (this) {
            case APOLOGY, STOP, FEE_NOTICE, OPINION_REQUEST, PAUSE, CORRECTION -> true;
            case RECEIPT, SUPPLEMENT, REFUSAL, FEE_RECEIPT, CONTROL, REGISTER, HAND_OVER, HAND_OVER_LIST -> false;
        };
    }

    /** Its word in addresses and text keys: {@code hand-over}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PaperKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The kind that is kept under a name; empty for one that this release does not know. */
    public static Optional<PaperKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** The text key of its name. */
    public String textKey() {
        return "paper.kind." + word();
    }
}
