package vn.kientao.reform.procedures.app.paper;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.reform.procedures.app.dossier.ClockSteps;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.DeskSteps;
import vn.kientao.reform.procedures.app.dossier.DossierStep;
import vn.kientao.reform.procedures.app.dossier.HandlerSteps;
import vn.kientao.reform.procedures.app.dossier.LinkSteps;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.app.dossier.SupplementSteps;
import vn.kientao.reform.procedures.domain.competence.Errand;
import vn.kientao.reform.procedures.domain.competence.SentDossier;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.Owner;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.domain.dossier.Submission;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;
import vn.kientao.reform.procedures.domain.paper.PaperAgency;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.store.ProcedureTables;

/** Dossiers on which every step was taken that a paper goes with. */
public final class PaperCases {
    public static final String TRACKING = "https://motcua.camau.gov.vn/public/procedures/track";
    public static final String QR = TRACKING + "/STP2-261120-0001?k=Zm9vYmFyYmF6cXV1eA";
    public static final PaperHead HEAD = new PaperHead("UBND tỉnh Cà Mau", "Sở Tư pháp", QR, TRACKING);
    public static final PaperAgency SAYS =
            new PaperAgency("Cà Mau", "STP", "0290 3831 234", "GIÁM ĐỐC", "Trần Văn Ưởng");

    /** As a citizen hands it in for somebody else. */
    private static final Submission SUBMISSION = new Submission(
            DossierChannel.DIRECT,
            new Applicant(
                    Applicant.Kind.CITIZEN,
                    "Nguyễn Thị Ngọc Ánh",
                    "096123456789",
                    "Ấp Rạch Gốc, xã Tân Ân, tỉnh Cà Mau",
                    "0913123456",
                    "ngocanh@example.vn"),
            Optional.of(new Owner("Lê Hữu Phước", "Khóm 3, phường An Xuyên, tỉnh Cà Mau")),
            "Cấp 2 bản sao trích lục khai sinh",
            1,
            DossierChannel.POST,
            List.of(
                    new ReceivedPaper("Tờ khai cấp bản sao trích lục hộ tịch", 1, 0, 0, true),
                    new ReceivedPaper("Giấy tờ tuỳ thân của người yêu cầu", 0, 1, 2, true),
                    new ReceivedPaper("Văn bản uỷ quyền (nếu có)", 0, 0, 0, false)));

    final DeskFixture fixture;
    final Papers papers;
    final Register register;

    PaperCases(Database database, Migrations migrations) {
        fixture = new DeskFixture(database, migrations);
        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        papers = new Papers(database, fixture.audit, tables);
        register = new Register(database, new SheetService(), tables);
        papers.say(SAYS, DeskFixture.doer(DeskFixture.RECEIVED, ""));
    }

    Dossier receive(LocalDateTime at) {
        return fixture.desk.receive(
                SomeProcedures.EXTRACT, SUBMISSION, fixture.appointment(at), DeskFixture.doer(at, ""));
    }

    Dossier take(Dossier dossier, DossierStep step, LocalDateTime at) {
        fixture.progress.take(fixture.again(dossier), step, DeskFixture.doer(at, ""));
        return fixture.again(dossier);
    }

    /** A dossier that is ready for a paper of the kind. */
    Dossier ready(PaperKind kind, LocalDateTime received) {
        Dossier dossier = receive(received);
        if (kind == PaperKind.RECEIPT) {
            return dossier;
        }
        take(dossier, new DeskSteps.Forward("Phòng Hộ tịch", Optional.empty(), "Đủ giấy tờ"), received.plusHours(1));
        return switch (kind) {
            case SUPPLEMENT -> take(dossier, supplement(received), received.plusHours(2));
            case REFUSAL ->
                take(
                        dossier,
                        new HandlerSteps.Decline(
                                result("12/TB-STP", "Không có thông tin trong sổ hộ tịch", received),
                                "Luật Hộ tịch năm 2014, Điều 63"),
                        received.plusHours(2));
            case APOLOGY ->
                take(
                        dossier,
                        new ClockSteps.ReAppoint(
                                received.toLocalDate().plusDays(18).atTime(17, 0),
                                "Phải xác minh tại nơi đăng ký trước đây",
                                ""),
                        received.plusHours(2));
            case STOP ->
                take(
                        dossier,
                        new DeskSteps.End(
                                DossierAction.STOP,
                                "Người yêu cầu không bổ sung hồ sơ đúng hạn",
                                "Nghị định 118/2025/NĐ-CP, Điều 18"),
                        received.plusHours(2));
            case FEE_NOTICE -> owing(dossier, received);
            case FEE_RECEIPT -> {
                owing(dossier, received);
                yield take(
                        dossier,
                        new ClockSteps.ConfirmPayment(1_205_000, 1, "0000127", "Nguyễn Thị Ngọc Ánh", ""),
                        received.plusHours(3));
            }
            case OPINION_REQUEST ->
                take(
                        dossier,
                        new HandlerSteps.AskOpinion(
                                "UBND xã Tân Ân",
                                "Xác nhận việc đăng ký khai sinh năm 1987",
                                "",
                                received.plusDays(3),
                                Optional.empty()),
                        received.plusHours(2));
            case PAUSE ->
                take(
                        dossier,
                        new ClockSteps.Stop("Chờ xác minh tại nước ngoài", "Luật Hộ tịch năm 2014, Điều 5"),
                        received.plusHours(2));
            case CORRECTION -> {
                handedOver(dossier, received);
                yield take(
                        dossier,
                        new HandlerSteps.Correct(
                                "Sai năm sinh: 1978 thay vì 1987", "Phòng Hộ tịch", 30_000, "", received.plusDays(6)),
                        received.plusDays(3));
            }
            default -> handedOver(dossier, received);
        };
    }

    Letter letter(PaperKind kind, LocalDateTime received) {
        if (kind.ofDossier()) {
            Dossier dossier = ready(kind, received);
            return papers.issue(dossier, kind, HEAD, DeskFixture.doer(received.plusDays(1), ""))
                    .letter();
        }
        Dossier first = ready(PaperKind.HAND_OVER, received);
        ready(PaperKind.SUPPLEMENT, received.plusMinutes(30));
        ready(PaperKind.APOLOGY, received.plusMinutes(40));
        LocalDate day = first.finishedAt().orElseThrow().toLocalDate();
        PaperForm form = papers.form(kind, day).orElseThrow();
        return kind == PaperKind.HAND_OVER_LIST
                ? register.handedOver(DeskFixture.AGENCY, day, form, HEAD, SAYS, row -> {})
                : register.letter(
                                DeskFixture.AGENCY,
                                day.getYear(),
                                form,
                                HEAD,
                                SAYS,
                                LocalDate.of(day.getYear() + 1, 1, 2),
                                row -> {})
                        .orElseThrow();
    }

    private Dossier owing(Dossier dossier, LocalDateTime received) {
        return take(
                dossier,
                new ClockSteps.AskPayment(
                        "Phí khai thác, sử dụng thông tin hộ tịch",
                        1_205_000,
                        "27/TB-STP",
                        Optional.of(received.toLocalDate().plusDays(10))),
                received.plusHours(2));
    }

    /** The receipt of a desk that took the money for a dossier of another agency. */
    Letter sentReceipt() {
        LocalDateTime at = DeskFixture.RECEIVED.plusDays(3);
        SentDossier sent = new SentDossier(
                1,
                4,
                DeskFixture.AGENCY,
                "SYT2",
                "STP2-261120-0001",
                "Cấp giấy phép hoạt động khám bệnh, chữa bệnh",
                SentDossier.State.THERE,
                DossierStatus.PAYMENT_ASKED,
                "Phòng Nghiệp vụ",
                at.plusDays(10),
                "",
                DeskFixture.RECEIVED,
                "Nguyễn Thị Lan",
                Optional.of(DeskFixture.RECEIVED),
                "",
                "",
                Optional.of(new SentDossier.Owed("Phí thẩm định", 3_105_000, "15/TB-SYT", Optional.empty())));
        Errand errand = Errand.waiting(
                sent,
                DossierAction.CONFIRM_PAYMENT,
                "Nguyễn Thị Ngọc Ánh",
                "",
                Optional.of(new Errand.Taken(3_105_000, 1, "0000128")),
                "lan",
                "Nguyễn Thị Lan",
                at);
        PaperForm form = papers.form(PaperKind.FEE_RECEIPT, at.toLocalDate()).orElseThrow();
        return new SentReceipt(sent, errand, HEAD, "Sở Y tế").letter(form, SAYS, "02/BLTP-STP");
    }

    private Dossier handedOver(Dossier dossier, LocalDateTime received) {
        take(dossier, new HandlerSteps.TakeOver(""), received.plusHours(2));
        take(
                dossier,
                new HandlerSteps.PassOn("Phòng Lưu trữ", Optional.empty(), "Tra sổ năm 1987"),
                received.plusHours(5));
        take(
                dossier,
                new LinkSteps.SendUp(new LinkSteps.Part("Cục Hộ tịch", received.plusDays(2)), "Đối chiếu dữ liệu"),
                received.plusHours(6));
        take(dossier, new LinkSteps.Back(1, "88/CHT", ""), received.plusDays(1));
        take(
                dossier,
                new HandlerSteps.Finish(result("07/TLHT", "Bản sao trích lục khai sinh", received.plusDays(1)), ""),
                received.plusDays(1).plusHours(2));
        return take(
                dossier,
                new DeskSteps.HandOver("Nguyễn Thị Ngọc Ánh", ""),
                received.plusDays(1).plusHours(3));
    }

    private static SupplementSteps.Ask supplement(LocalDateTime received) {
        return new SupplementSteps.Ask(
                List.of(
                        new SupplementRequest.Item(
                                "Tờ khai cấp bản sao trích lục hộ tịch", "Ký và ghi rõ họ tên", false),
                        new SupplementRequest.Item("Văn bản uỷ quyền", "Nộp bản chính có công chứng", false)),
                "Tờ khai chưa có chữ ký của người yêu cầu",
                "",
                "",
                Optional.of(received.toLocalDate().plusDays(10).atTime(17, 0)));
    }

    private static DossierResult result(String number, String summary, LocalDateTime signed) {
        return new DossierResult(number, summary, "Trần Văn Ưởng", signed.toLocalDate());
    }
}
