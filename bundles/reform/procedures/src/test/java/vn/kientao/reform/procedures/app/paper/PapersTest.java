package vn.kientao.reform.procedures.app.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossier.ClockSteps;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.DeskSteps;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.app.dossier.HandlerSteps;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;
import vn.kientao.reform.procedures.domain.paper.PaperAgency;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.paper.PaperKind;

@OnEachDatabase("procedures")
class PapersTest {
    private final LetterService letters = new LetterService(new PaperService());
    private final PaperCases cases;
    private final DeskFixture fixture;
    private final Papers papers;
    private final Register register;
    private final Database database;

    PapersTest(Database database, Migrations migrations) {
        this.database = database;
        cases = new PaperCases(database, migrations);
        fixture = cases.fixture;
        papers = cases.papers;
        register = cases.register;
    }

    @ParameterizedTest
    @CsvSource({
        "SUPPLEMENT, Ký và ghi rõ họ tên",
        "SUPPLEMENT, Nộp bản chính có công chứng",
        "SUPPLEMENT, Tờ khai chưa có chữ ký của người yêu cầu",
        "SUPPLEMENT, 0290 3831 234",
        "REFUSAL, Không có thông tin trong sổ hộ tịch",
        "REFUSAL, 'Luật Hộ tịch năm 2014, Điều 63'",
        "APOLOGY, Phải xác minh tại nơi đăng ký trước đây",
        "APOLOGY, '17 giờ 00 phút, ngày 30/11/2026'",
        "APOLOGY, '17 giờ 00 phút, ngày 08/12/2026'",
        "APOLOGY, Trần Văn Ưởng",
        "STOP, Người yêu cầu không bổ sung hồ sơ đúng hạn",
        "STOP, Nghị định 118/2025/NĐ-CP",
        "HAND_OVER, 07/TLHT",
        "FEE_NOTICE, Phí khai thác",
        "FEE_NOTICE, 1.205.000 đồng",
        "FEE_NOTICE, Một triệu hai trăm linh năm nghìn đồng",
        "FEE_NOTICE, 30/11/2026",
        "FEE_RECEIPT, 01/BLTP-STP",
        "FEE_RECEIPT, 1.205.000 đồng",
        "FEE_RECEIPT, Một triệu hai trăm linh năm nghìn đồng",
        "FEE_RECEIPT, 0000127",
        "FEE_RECEIPT, Tại quầy",
        "FEE_RECEIPT, 27/TB-STP",
        "OPINION_REQUEST, UBND xã Tân Ân",
        "OPINION_REQUEST, Xác nhận việc đăng ký khai sinh",
        "PAUSE, Chờ xác minh tại nước ngoài",
        "CORRECTION, Sai năm sinh",
        "CORRECTION, 07/TLHT",
        "CORRECTION, 30.000 đồng"
    })
    void aPaperSaysWhatTheStepWroteDown(PaperKind kind, String words) {
        assertThat(cases.letter(kind, DeskFixture.RECEIVED).toString()).contains(words);
    }

    @Test
    void theControlSlipPairsEveryGivingWithItsTaking() {
        Letter slip = cases.letter(PaperKind.CONTROL, DeskFixture.RECEIVED);
        LetterPart.Table way = (LetterPart.Table) slip.parts().get(slip.parts().size() - 1);
        assertThat(way.rows())
                .extracting(row -> row.get(0))
                .containsExactly(
                        "Người nộp hồ sơ giao Bộ phận Một cửa",
                        "Bộ phận Một cửa giao Phòng Hộ tịch",
                        "Phòng Hộ tịch giao Phòng Lưu trữ",
                        "Bộ phận Một cửa giao Cục Hộ tịch",
                        "Cục Hộ tịch giao Bộ phận Một cửa",
                        "Phòng Lưu trữ giao Bộ phận Một cửa",
                        "Bộ phận Một cửa giao Người nộp hồ sơ");
        List<String> forwarded = way.rows().get(1);
        assertThat(forwarded.get(1)).isEqualTo("09 giờ 15 phút, ngày 20/11/2026\n\nNguyễn Thị Lan");
        assertThat(forwarded.get(2)).isEqualTo("10 giờ 15 phút, ngày 20/11/2026\n\nNguyễn Thị Lan");
        assertThat(forwarded.get(3)).isEqualTo("Đúng hạn");
        assertThat(way.rows().get(5).get(3)).isEqualTo("Trước hạn");
        assertThat(way.rows().get(5).get(2)).contains("Nguyễn Thị Lan");
    }

    @Test
    void nothingIsWrittenBeforeItsStep() {
        Dossier dossier = cases.receive(DeskFixture.RECEIVED);
        assertThat(papers.offers(dossier))
                .extracting(offer -> offer.form().kind())
                .containsExactlyInAnyOrder(PaperKind.RECEIPT, PaperKind.CONTROL);
        assertThatThrownBy(() -> issue(dossier, PaperKind.APOLOGY)).isInstanceOf(PaperNotAllowedException.class);
        assertThat(papers.of(dossier)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-06, APOLOGY, 04, Phiếu xin lỗi và hẹn lại ngày trả kết quả",
        "2025-06-30, CONTROL, 05, Phiếu kiểm soát quá trình giải quyết hồ sơ",
        "2025-07-01, CONTROL, 06, Phiếu kiểm soát quá trình giải quyết hồ sơ",
        "2025-07-01, APOLOGY, 04, Phiếu xin lỗi và đề nghị gia hạn thời gian trả kết quả",
        "2025-07-01, REGISTER, 07, Sổ theo dõi hồ sơ",
        "2025-07-01, HAND_OVER, '', Phiếu bàn giao kết quả giải quyết hồ sơ"
    })
    void theDayOfReceiptChoosesTheForm(LocalDate day, PaperKind kind, String number, String title) {
        assertThat(papers.form(kind, day))
                .hasValueSatisfying(form -> assertThat(form.number()).isEqualTo(number))
                .hasValueSatisfying(form -> assertThat(form.title()).isEqualTo(title))
                .hasValueSatisfying(form -> assertThat(form.legalBasis()).contains("/TT-VPCP"));
    }

    @Test
    void whoeverTookTheMoneyWritesTheReceipt() {
        Dossier owing = cases.ready(PaperKind.FEE_NOTICE, DeskFixture.RECEIVED);
        cases.take(
                owing,
                new ClockSteps.ConfirmPayment(1_205_000, 1, "0000127", "An", "", "SYT2"),
                DeskFixture.RECEIVED.plusHours(3));
        assertThat(papers.offers(fixture.again(owing)))
                .extracting(offer -> offer.form().kind())
                .contains(PaperKind.FEE_NOTICE)
                .doesNotContain(PaperKind.FEE_RECEIPT);
    }

    @Test
    void theTrackingPageNamesNobodyWhoPaidOrTookTheResultInFull() {
        Dossier dossier = cases.ready(PaperKind.FEE_NOTICE, DeskFixture.RECEIVED);
        LocalDateTime at = DeskFixture.RECEIVED.plusHours(3);
        cases.take(dossier, new ClockSteps.ConfirmPayment(1_205_000, 1, "0000127", "Phạm Quốc Toản", ""), at);
        issue(fixture.again(dossier), PaperKind.FEE_RECEIPT);
        DossierResult result = new DossierResult("07/TLHT", "Bản sao", "Trần Văn Ưởng", at.toLocalDate());
        cases.take(dossier, new HandlerSteps.Finish(result, ""), at.plusHours(1));
        cases.take(dossier, new DeskSteps.HandOver("Vũ Thị Hạnh", ""), at.plusHours(2));
        issue(fixture.again(dossier), PaperKind.HAND_OVER);

        List<IssuedPaper> letters = papers.letters(fixture.again(dossier));
        assertThat(letters).extracting(IssuedPaper::kind).containsExactly(PaperKind.FEE_RECEIPT, PaperKind.HAND_OVER);
        assertThat(letters.toString())
                .contains("1.205.000 đồng", "07/TLHT")
                .doesNotContain("Phạm Quốc Toản", "Vũ Thị Hạnh");
        assertThat(papers.of(dossier).toString()).contains("Phạm Quốc Toản", "Vũ Thị Hạnh");
    }

    @Test
    void aPaperOfALaterReleaseIsLeftOutAndStaysKept() {
        Dossier dossier = cases.ready(PaperKind.APOLOGY, DeskFixture.RECEIVED);
        issue(dossier, PaperKind.APOLOGY);
        database.write(handle -> {
            handle.execute("UPDATE procedures.issued_paper SET kind = 'OF_TOMORROW'");
            return handle.execute("UPDATE procedures.paper_form SET kind = 'OF_TOMORROW' WHERE kind = 'PAUSE'");
        });
        assertThat(papers.of(dossier)).isEmpty();
        assertThat(papers.forms(dossier)).extracting(PaperForm::kind).doesNotContain(PaperKind.PAUSE);
    }

    @Test
    void thereIsNoNoticeOfAStopBefore2025() {
        assertThat(papers.form(PaperKind.STOP, LocalDate.of(2025, 6, 30))).isEmpty();
        Dossier old = cases.ready(PaperKind.STOP, LocalDateTime.of(2024, 5, 6, 8, 0));
        assertThat(papers.forms(old)).extracting(PaperForm::kind).doesNotContain(PaperKind.STOP);
        assertThatThrownBy(() -> issue(old, PaperKind.STOP)).isInstanceOf(PaperNotAllowedException.class);
        assertThat(papers.of(old)).isEmpty();
    }

    @Test
    void whoeverListensHearsOfAnApology() {
        Dossier dossier = cases.ready(PaperKind.APOLOGY, DeskFixture.RECEIVED);
        assertThat(fixture.told)
                .extracting(event -> event.type() + " " + event.subject() + " " + event.detail())
                .containsExactly("procedures.re-appointed " + dossier.code()
                        + " {\"was\":\"2026-11-30T17:00\",\"due\":\"2026-12-08T17:00\"}");
    }

    @Test
    void aReprintSaysTheSameWhateverChangedMeanwhile() {
        Dossier dossier = cases.ready(PaperKind.APOLOGY, DeskFixture.RECEIVED);
        IssuedPaper first = issue(dossier, PaperKind.APOLOGY);
        papers.say(new PaperAgency("Bạc Liêu", "SNV", "", "", ""), doer());
        PaperHead other = new PaperHead("", "Sở Nội vụ", "http://x", "http://y");

        IssuedPaper again = papers.issue(fixture.again(dossier), PaperKind.APOLOGY, other, doer());
        assertThat(again).isEqualTo(first);
        assertThat(papers.of(dossier)).containsExactly(first);
        assertThat(letters.docx(again.letter())).isEqualTo(letters.docx(first.letter()));
        assertThat(fixture.audit.actions().stream().filter("procedures.issue-paper"::equals))
                .hasSize(1);
    }

    @Test
    void theControlSlipIsWrittenAnewWhenTheDossierMovedOn() {
        Dossier dossier = cases.receive(DeskFixture.RECEIVED);
        IssuedPaper first = issue(dossier, PaperKind.CONTROL);
        assertThat(issue(dossier, PaperKind.CONTROL).id()).isEqualTo(first.id());
        fixture.progress.forward(dossier, "Phòng Hộ tịch", "", doer());
        assertThat(issue(fixture.again(dossier), PaperKind.CONTROL).id()).isNotEqualTo(first.id());
    }

    @Test
    void numbersRunByKindAndYearWithoutGaps() {
        assertThat(reference(PaperKind.REFUSAL, DeskFixture.RECEIVED)).isEqualTo("01/TCHS-STP");
        assertThat(reference(PaperKind.REFUSAL, DeskFixture.RECEIVED)).isEqualTo("02/TCHS-STP");
        assertThat(reference(PaperKind.SUPPLEMENT, DeskFixture.RECEIVED)).isEqualTo("01/HDHS-STP");
        assertThat(reference(PaperKind.CONTROL, DeskFixture.RECEIVED)).isEmpty();
        assertThat(reference(PaperKind.REFUSAL, DeskFixture.RECEIVED.plusYears(1)))
                .isEqualTo("01/TCHS-STP");
    }

    @Test
    void peopleWhoIssueAtOnceGetDifferentNumbers() throws Exception {
        List<Dossier> late = Stream.generate(() -> cases.ready(PaperKind.APOLOGY, DeskFixture.RECEIVED))
                .limit(12)
                .toList();
        ExecutorService desks = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> references = new ArrayList<>();
            for (Dossier dossier : late) {
                references.add(
                        desks.submit(() -> issue(dossier, PaperKind.APOLOGY).reference()));
            }
            List<String> given = new ArrayList<>();
            for (Future<String> reference : references) {
                given.add(reference.get());
            }
            assertThat(given).doesNotHaveDuplicates().contains("01/XLGH-STP", "12/XLGH-STP");
        } finally {
            desks.shutdown();
        }
    }

    @Test
    void aClosedRegisterSaysHowManyItHoldsAndWhatHappenedToThem() {
        Letter closed = cases.letter(PaperKind.REGISTER, DeskFixture.RECEIVED);
        assertThat(closed.toString())
                .contains("Sổ có 3 hồ sơ, khoá ngày 31/12/2026", "Có bổ sung", "Hẹn lại", "Trước hạn");
    }

    @Test
    void theRegisterListsTheYearInOrder() throws IOException {
        fixture.receive(DeskFixture.RECEIVED.minusYears(1));
        fixture.receive(DeskFixture.RECEIVED);
        Dossier second = fixture.receive(DeskFixture.RECEIVED.plusHours(1));
        fixture.finished(second, DeskFixture.RECEIVED.plusDays(30));

        List<String> shown = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        register.write(DeskFixture.AGENCY, "Sở Tư pháp", 2026, SheetFormat.CSV, out, row -> shown.add(row.code()));
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).contains("năm 2026").contains("Sở Tư pháp");
        assertThat(lines.get(2)).startsWith("1;STP2-261120-0001;");
        assertThat(shown).containsExactly("STP2-261120-0001", "STP2-261120-0002");
        assertThat(lines.get(3)).startsWith("2;STP2-261120-0002;").contains(";Quá hạn;");

        PaperForm form =
                papers.form(PaperKind.REGISTER, LocalDate.of(2026, 12, 31)).orElseThrow();
        Letter letter = register.letter(
                        DeskFixture.AGENCY,
                        2026,
                        form,
                        PaperCases.HEAD,
                        papers.says(DeskFixture.AGENCY),
                        LocalDate.of(2026, 12, 31),
                        row -> shown.add(row.code()))
                .orElseThrow();
        assertThat(shown).hasSize(4);
        assertThat(text(letters.pdf(List.of(letter)))).contains("SỔ THEO DÕI HỒ SƠ", "Năm 2026");
    }

    @Test
    void theListOfResultsIsOfOneDay() throws IOException {
        Dossier dossier = cases.receive(DeskFixture.RECEIVED);
        fixture.finished(dossier, DeskFixture.RECEIVED.plusDays(3));
        PaperForm form = papers.form(PaperKind.HAND_OVER_LIST, LocalDate.of(2026, 11, 23))
                .orElseThrow();
        PaperAgency says = papers.says(DeskFixture.AGENCY);

        List<String> shown = new ArrayList<>();
        Letter that = register.handedOver(
                DeskFixture.AGENCY,
                LocalDate.of(2026, 11, 23),
                form,
                PaperCases.HEAD,
                says,
                row -> shown.add(row.code()));
        Letter next = register.handedOver(
                DeskFixture.AGENCY,
                LocalDate.of(2026, 11, 24),
                form,
                PaperCases.HEAD,
                says,
                row -> shown.add(row.code()));
        assertThat(shown).containsExactly(dossier.code().toString());
        assertThat(text(letters.pdf(List.of(that)))).contains("07/TLHT", "Cà Mau, ngày 23 tháng 11 năm 2026");
        assertThat(text(letters.pdf(List.of(next)))).doesNotContain("07/TLHT");
    }

    private String reference(PaperKind kind, LocalDateTime received) {
        return issue(cases.ready(kind, received), kind).reference();
    }

    private IssuedPaper issue(Dossier dossier, PaperKind kind) {
        return papers.issue(dossier, kind, PaperCases.HEAD, DeskFixture.doer(dossier.receivedAt(), ""));
    }

    private static Doer doer() {
        return DeskFixture.doer(DeskFixture.RECEIVED, "");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }
}
