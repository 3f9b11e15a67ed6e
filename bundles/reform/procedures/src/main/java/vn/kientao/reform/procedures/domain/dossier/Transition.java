package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;
import static vn.kientao.reform.procedures.domain.dossier.DossierStatus.FINISHED;
import static vn.kientao.reform.procedures.domain.dossier.DossierStatus.HANDED_OVER;
import static vn.kientao.reform.procedures.domain.dossier.DossierStatus.PAYMENT_ASKED;
import static vn.kientao.reform.procedures.domain.dossier.DossierStatus.PROCESSING;
import static vn.kientao.reform.procedures.domain.dossier.DossierStatus.RECEIVED;
import static vn.kientao.reform.procedures.domain.dossier.DossierStatus.REFUSED;
import static vn.kientao.reform.procedures.domain.dossier.DossierStatus.REGISTERED;
import static vn.kientao.reform.procedures.domain.dossier.DossierStatus.STOPPED;
import static vn.kientao.reform.procedures.domain.dossier.DossierStatus.SUPPLEMENT_ASKED;
import static vn.kientao.reform.procedures.domain.dossier.DossierStatus.WITHDRAWN;

import java.util.List;
import java.util.Locale;

/**
 * A step that a dossier may take: who takes it, under what conditions, what it does to the clock, which paper goes with it
 * and the article that says so. Whatever does not stand in the table is not allowed.
 *
 * @param guards all of which must hold
 * @param legalBasis decree and article, as they are cited
 */
public record Transition(
        DossierStatus from,
        DossierAction action,
        DossierStatus to,
        By by,
        List<Guard> guards,
        Effect clock,
        Paper paper,
        String legalBasis) {
    private static final String DECREE = "Nghị định 61/2018/NĐ-CP, Điều ";

    /** Every step after the dossier was registered or received (Articles 17 to 21). */
    public static final List<Transition> TABLE = List.of(
            on(REGISTERED, DossierAction.RECEIVE, RECEIVED, By.DESK, Effect.START, Paper.RECEIPT, "17", Guard.ROUTED),
            on(
                    REGISTERED,
                    DossierAction.ASK_SUPPLEMENT,
                    SUPPLEMENT_ASKED,
                    By.DESK,
                    Effect.STOP,
                    Paper.SUPPLEMENT_REQUEST,
                    "11 khoản 2 điểm c, Điều 17",
                    Guard.ONE_REQUEST),
            on(REGISTERED, DossierAction.REFUSE, REFUSED, By.DESK, Effect.END, Paper.REFUSAL, "17", Guard.LEGAL_REASON),
            on(
                    REGISTERED,
                    DossierAction.ASSIGN,
                    REGISTERED,
                    By.ROUTER,
                    Effect.NONE,
                    Paper.CONTROL_SLIP,
                    "14",
                    Guard.AT_RECEIVING_UNIT),
            on(
                    RECEIVED,
                    DossierAction.ASSIGN,
                    RECEIVED,
                    By.ROUTER,
                    Effect.NONE,
                    Paper.CONTROL_SLIP,
                    "18, Điều 19 khoản 6, khoản 7",
                    Guard.AT_RECEIVING_UNIT),
            on(
                    PROCESSING,
                    DossierAction.ASSIGN,
                    PROCESSING,
                    By.ROUTER,
                    Effect.NONE,
                    Paper.CONTROL_SLIP,
                    "19 khoản 6, khoản 7",
                    Guard.AT_RECEIVING_UNIT,
                    Guard.NOTHING_SIGNED,
                    Guard.LEGS_BACK),
            sendingBack(REGISTERED),
            sendingBack(RECEIVED),
            sendingBack(PROCESSING),
            on(
                    RECEIVED,
                    DossierAction.TAKE_OVER,
                    PROCESSING,
                    By.HANDLER,
                    Effect.NONE,
                    Paper.CONTROL_SLIP,
                    "18",
                    Guard.FROM_ELSEWHERE),
            on(REGISTERED, DossierAction.WITHDRAW, WITHDRAWN, By.APPLICANT, Effect.END, Paper.NONE, "17"),
            on(RECEIVED, DossierAction.FORWARD, PROCESSING, By.DESK, Effect.NONE, Paper.CONTROL_SLIP, "18"),
            on(RECEIVED, DossierAction.FINISH, FINISHED, By.HANDLER, Effect.END, Paper.RESULT, "19"),
            on(
                    RECEIVED,
                    DossierAction.WITHDRAW,
                    WITHDRAWN,
                    By.APPLICANT,
                    Effect.END,
                    Paper.NONE,
                    "17",
                    Guard.NOT_SIGNED),
            on(
                    PROCESSING,
                    DossierAction.PASS_ON,
                    PROCESSING,
                    By.HANDLER,
                    Effect.NONE,
                    Paper.CONTROL_SLIP,
                    "19 khoản 1"),
            on(PROCESSING, DossierAction.TAKE_OVER, PROCESSING, By.HANDLER, Effect.NONE, Paper.CONTROL_SLIP, "18"),
            on(
                    PROCESSING,
                    DossierAction.ASK_OPINION,
                    PROCESSING,
                    By.HANDLER,
                    Effect.NONE,
                    Paper.OPINION_REQUEST,
                    "19 khoản 5"),
            on(
                    PROCESSING,
                    DossierAction.RECORD_OPINION,
                    PROCESSING,
                    By.HANDLER,
                    Effect.NONE,
                    Paper.NONE,
                    "19 khoản 5",
                    Guard.OPINION_OPEN),
            on(
                    PROCESSING,
                    DossierAction.PROPOSE_SUPPLEMENT,
                    PROCESSING,
                    By.HANDLER,
                    Effect.NONE,
                    Paper.NONE,
                    "19 khoản 4",
                    Guard.ONE_REQUEST,
                    Guard.WITHIN_NOTICE),
            on(
                    PROCESSING,
                    DossierAction.ASK_SUPPLEMENT,
                    SUPPLEMENT_ASKED,
                    By.DESK,
                    Effect.STOP,
                    Paper.SUPPLEMENT_REQUEST,
                    "19 khoản 4",
                    Guard.ONE_REQUEST,
                    Guard.WITHIN_NOTICE),
            on(PROCESSING, DossierAction.ASK_PAYMENT, PAYMENT_ASKED, By.HANDLER, Effect.STOP, Paper.FEE_NOTICE, "19"),
            on(
                    PROCESSING,
                    DossierAction.PAUSE,
                    PROCESSING,
                    By.HANDLER,
                    Effect.STOP,
                    Paper.PAUSE_NOTICE,
                    "19",
                    Guard.NOT_PAUSED,
                    Guard.LEGAL_REASON),
            on(PROCESSING, DossierAction.RESUME, PROCESSING, By.HANDLER, Effect.RUN_ON, Paper.NONE, "19", Guard.PAUSED),
            on(
                    PROCESSING,
                    DossierAction.RE_APPOINT,
                    PROCESSING,
                    By.HANDLER,
                    Effect.MOVE,
                    Paper.APOLOGY,
                    "19 khoản 9",
                    Guard.BEFORE_DUE_DAY,
                    Guard.ONE_RE_APPOINTMENT,
                    Guard.NOT_PAUSED),
            on(
                    PROCESSING,
                    DossierAction.DECLINE,
                    FINISHED,
                    By.HANDLER,
                    Effect.END,
                    Paper.REFUSAL,
                    "19 khoản 8",
                    Guard.IN_TIME,
                    Guard.LEGAL_REASON,
                    Guard.LEGS_BACK),
            on(
                    PROCESSING,
                    DossierAction.FINISH,
                    FINISHED,
                    By.HANDLER,
                    Effect.END,
                    Paper.RESULT,
                    "19",
                    Guard.LEGS_BACK,
                    Guard.NOT_PAUSED),
            on(
                    PROCESSING,
                    DossierAction.WITHDRAW,
                    WITHDRAWN,
                    By.APPLICANT,
                    Effect.END,
                    Paper.NONE,
                    "19",
                    Guard.NOT_SIGNED),
            on(
                    PROCESSING,
                    DossierAction.STOP,
                    STOPPED,
                    By.HANDLER,
                    Effect.END,
                    Paper.STOP_NOTICE,
                    "19",
                    Guard.LEGAL_REASON),
            on(PROCESSING, DossierAction.LINK, PROCESSING, By.DESK, Effect.NONE, Paper.CONTROL_SLIP, "19 khoản 6"),
            on(PROCESSING, DossierAction.LINK_UP, PROCESSING, By.DESK, Effect.NONE, Paper.CONTROL_SLIP, "19 khoản 7"),
            on(
                    PROCESSING,
                    DossierAction.LINK_BACK,
                    PROCESSING,
                    By.DESK,
                    Effect.NONE,
                    Paper.CONTROL_SLIP,
                    "19 khoản 6, khoản 7",
                    Guard.LEG_OUT),
            on(
                    SUPPLEMENT_ASKED,
                    DossierAction.SUPPLEMENT,
                    REGISTERED,
                    By.DESK,
                    Effect.BY_RULE,
                    Paper.NONE,
                    "17",
                    Guard.ASKED_BEFORE_RECEIPT,
                    Guard.COMPLETE),
            on(
                    SUPPLEMENT_ASKED,
                    DossierAction.SUPPLEMENT,
                    PROCESSING,
                    By.DESK,
                    Effect.BY_RULE,
                    Paper.NONE,
                    "19 khoản 4",
                    Guard.ASKED_AFTER_RECEIPT,
                    Guard.COMPLETE),
            on(
                    SUPPLEMENT_ASKED,
                    DossierAction.WITHDRAW,
                    WITHDRAWN,
                    By.APPLICANT,
                    Effect.END,
                    Paper.NONE,
                    "19",
                    Guard.NOT_SIGNED),
            on(
                    SUPPLEMENT_ASKED,
                    DossierAction.STOP,
                    STOPPED,
                    By.HANDLER,
                    Effect.END,
                    Paper.STOP_NOTICE,
                    "19",
                    Guard.LEGAL_REASON),
            on(
                    PAYMENT_ASKED,
                    DossierAction.CONFIRM_PAYMENT,
                    PROCESSING,
                    By.DESK,
                    Effect.RUN_ON,
                    Paper.FEE_RECEIPT,
                    "19"),
            on(
                    PAYMENT_ASKED,
                    DossierAction.WITHDRAW,
                    WITHDRAWN,
                    By.APPLICANT,
                    Effect.END,
                    Paper.NONE,
                    "19",
                    Guard.NOT_SIGNED),
            on(FINISHED, DossierAction.HAND_OVER, HANDED_OVER, By.HAND_OVER, Effect.NONE, Paper.HAND_OVER_SLIP, "20"),
            on(FINISHED, DossierAction.CORRECT, PROCESSING, By.HANDLER, Effect.MOVE, Paper.CORRECTION, "21"),
            on(HANDED_OVER, DossierAction.CORRECT, PROCESSING, By.HANDLER, Effect.MOVE, Paper.CORRECTION, "21"));

    public Transition {
        requireNonNull(from, "from");
        requireNonNull(action, "action");
        requireNonNull(to, "to");
        requireNonNull(by, "by");
        guards = List.copyOf(guards);
        requireNonNull(clock, "clock");
        requireNonNull(paper, "paper");
        requireNonNull(legalBasis, "legalBasis");
    }

    private static Transition on(
            DossierStatus from,
            DossierAction action,
            DossierStatus to,
            By by,
            Effect clock,
            Paper paper,
            String article,
            Guard... guards) {
        return new Transition(from, action, to, by, List.of(guards), clock, paper, DECREE + article);
    }

    /** Whoever is not competent gives it back to the unit that received it. */
    private static Transition sendingBack(DossierStatus from) {
        return on(
                from,
                DossierAction.SEND_BACK,
                from,
                By.HANDLER,
                Effect.NONE,
                Paper.CONTROL_SLIP,
                "19 khoản 6, khoản 7",
                Guard.FROM_ELSEWHERE,
                Guard.NOTHING_SIGNED,
                Guard.LEGS_BACK);
    }

    /** The lines by which this action leads on from a state; none when it is not allowed there. */
    public static List<Transition> of(DossierStatus from, DossierAction action) {
        return TABLE.stream()
                .filter(line -> line.from() == from && line.action() == action)
                .toList();
    }

    /** Who takes steps of this action. */
    public static By by(DossierAction action) {
        return TABLE.stream()
                .filter(line -> line.action() == action)
                .map(Transition::by)
                .findFirst()
                .orElse(By.DESK);
    }

    /** Who takes a step. Which permission that means is the door's business. */
    public enum By {
        /** Người nộp hồ sơ; the desk writes it down for them. */
        APPLICANT,
        /** Công chức Một cửa. */
        DESK,
        /** Người thụ lý. */
        HANDLER,
        /** Who hands results over. */
        HAND_OVER,
        /** Who decides which agency is competent. */
        ROUTER
    }

    /** What must hold beside the state. */
    public enum Guard {
        /** The competent agency is known. */
        ROUTED,
        /** It is in a register to stay, not on its way to another agency. */
        STAYS,
        /** It is in the register of the agency that received it. */
        AT_RECEIVING_UNIT,
        /** Another agency received it. */
        FROM_ELSEWHERE,
        /** No result was ever signed, not even one that is being corrected. */
        NOTHING_SIGNED,
        /** A supplement was not yet asked for (once only). */
        ONE_REQUEST,
        /** Not later than the working days after receipt within which a dossier may be found insufficient. */
        WITHIN_NOTICE,
        /** A reason and the provision it rests on are given. */
        LEGAL_REASON,
        /** The result is not signed. */
        NOT_SIGNED,
        /** At the latest so many days before the due date as the rule set says. */
        BEFORE_DUE_DAY,
        /** Not re-appointed as often as the rule set allows. */
        ONE_RE_APPOINTMENT,
        /** Within the time limit. */
        IN_TIME,
        /** No part is still with another body. */
        LEGS_BACK,
        /** Some part is with another body. */
        LEG_OUT,
        /** Another body was asked and has not answered. */
        OPINION_OPEN,
        /** The clock runs. */
        NOT_PAUSED,
        /** The clock was stopped by a person. */
        PAUSED,
        /** Everything that was asked for is there. */
        COMPLETE,
        /** The supplement was asked for before the dossier was received. */
        ASKED_BEFORE_RECEIPT,
        /** The supplement was asked for by the handler. */
        ASKED_AFTER_RECEIPT;

        /** The text key of the sentence that says why not. */
        public String textKey() {
            return "dossier.guard." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What happens to the clock. */
    public enum Effect {
        NONE,
        /** It starts; the due date is promised. */
        START,
        /** It stands still. */
        STOP,
        /** It runs on where it stood. */
        RUN_ON,
        /** It runs on, or starts anew, as the rule set says. */
        BY_RULE,
        /** The due date becomes another one. */
        MOVE,
        /** Nothing is owed any more. */
        END
    }

    /** The paper that goes with a step (Circular 01/2018/TT-VPCP; Circular 03/2025/TT-VPCP, Annex I). */
    public enum Paper {
        NONE,
        /** Giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
        RECEIPT,
        /** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. */
        SUPPLEMENT_REQUEST,
        /** Phiếu từ chối giải quyết hồ sơ. */
        REFUSAL,
        /** Phiếu xin lỗi và hẹn lại ngày trả kết quả. */
        APOLOGY,
        /** Thông báo dừng giải quyết hồ sơ. */
        STOP_NOTICE,
        /** Phiếu kiểm soát quá trình giải quyết hồ sơ. */
        CONTROL_SLIP,
        /** Văn bản đề nghị tham gia ý kiến. */
        OPINION_REQUEST,
        /** Thông báo nghĩa vụ tài chính. */
        FEE_NOTICE,
        /** Biên lai thu phí, lệ phí. */
        FEE_RECEIPT,
        /** Thông báo tạm dừng tính thời hạn. */
        PAUSE_NOTICE,
        /** The result itself. */
        RESULT,
        /** Phiếu bàn giao kết quả. */
        HAND_OVER_SLIP,
        /** Biên bản sửa sai sót. */
        CORRECTION
    }
}
