package vn.kientao.reform.procedures.domain.dossier;

import java.util.Locale;

/** What is done with a dossier. From which states, by whom and under what conditions stands in {@link Transition#TABLE}. */
public enum DossierAction {
    /** Đăng ký: handed in, not yet looked at. */
    REGISTER,
    /** Tiếp nhận: complete and within competence; the due date is promised, the clock starts. */
    RECEIVE,
    /** Yêu cầu bổ sung: once only, everything that is missing in one list. */
    ASK_SUPPLEMENT,
    /** Đề nghị yêu cầu bổ sung: the handler tells the desk what is missing; nothing is sent yet. */
    PROPOSE_SUPPLEMENT,
    /** Bổ sung hồ sơ: the applicant has handed in what was asked for. */
    SUPPLEMENT,
    /** Từ chối tiếp nhận. */
    REFUSE,
    /** Phân công cơ quan giải quyết: for a dossier that could not be routed by competence. */
    ASSIGN,
    /** Trả lại vì không thuộc thẩm quyền: back to the receiving unit, which decides anew who settles it. */
    SEND_BACK,
    /** Chuyển xử lý: on the same working day, after the cut-off at the beginning of the next one. */
    FORWARD,
    /** Chuyển bước, bàn giao: to the next step, room or person. */
    PASS_ON,
    /** Nhận bàn giao. */
    TAKE_OVER,
    /** Lấy ý kiến của cơ quan khác. */
    ASK_OPINION,
    /** Ghi nhận ý kiến. */
    RECORD_OPINION,
    /** Yêu cầu nghĩa vụ tài chính. */
    ASK_PAYMENT,
    /** Xác nhận đã nộp. */
    CONFIRM_PAYMENT,
    /** Tạm dừng tính thời hạn. */
    PAUSE,
    /** Tính tiếp thời hạn. */
    RESUME,
    /** Xin lỗi và hẹn lại ngày trả kết quả. */
    RE_APPOINT,
    /** Từ chối giải quyết: a negative result. */
    DECLINE,
    /** Giải quyết xong: the result is signed and numbered. */
    FINISH,
    /** Rút hồ sơ, at the applicant's wish. */
    WITHDRAW,
    /** Dừng giải quyết. */
    STOP,
    /** Liên thông cùng cấp: to other bodies of the same level. */
    LINK,
    /** Liên thông khác cấp: to the desk of the body above. */
    LINK_UP,
    /** Nhận lại kết quả liên thông. */
    LINK_BACK,
    /** Trả kết quả: to the applicant or whom they authorised. */
    HAND_OVER,
    /** Sửa sai sót do cơ quan: at the agency's cost. */
    CORRECT;

    /** Whether some line of the table leads from here by this action. */
    public boolean allowedFrom(DossierStatus status) {
        return !Transition.of(status, this).isEmpty();
    }

    /** Its word in text keys, audit entries and addresses: {@code hand-over}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
