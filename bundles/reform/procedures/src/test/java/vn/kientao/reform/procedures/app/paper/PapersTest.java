package vn.kientao.reform.procedures.app.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterPaper;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;
import vn.kientao.reform.procedures.domain.paper.PaperAgency;
import vn.kientao.reform.procedures.domain.paper.PaperDetails;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.store.ProcedureTables;

@OnEachDatabase("procedures")
class PapersTest {
    private static final Path GOLDEN = Path.of("src/test/resources/papers");
    private static final PaperHead HEAD = new PaperHead(
            "UBND tỉnh Cà Mau",
            "Sở Tư pháp",
            "http://localhost:8181/public/procedures/track/X?k=1",
            "http://localhost:8181/public/procedures/track");
    private static final PaperDetails DETAILS = new PaperDetails(
            "Tờ khai chưa có chữ ký của người yêu cầu",
            List.of("Tờ khai: ký và ghi rõ họ tên", "Giấy tờ tùy thân: bản sao chứng thực"),
            Optional.of(LocalDate.of(2026, 12, 4)));

    private final LetterService letters = new LetterService(new PaperService());
    private final DeskFixture fixture;
    private final Papers papers;
    private final Register register;
    private final Dossier dossier;

    PapersTest(Database database, Migrations migrations) {
        fixture = new DeskFixture(database, migrations);
        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        papers = new Papers(database, fixture.audit, tables);
        register = new Register(database, new SheetService(), tables);
        papers.say(new PaperAgency("Cà Mau", "STP"), DeskFixture.doer(DeskFixture.RECEIVED, ""));
        dossier = fixture.receive(DeskFixture.RECEIVED);
    }

    @ParameterizedTest
    @CsvSource({"RECEIPT", "SUPPLEMENT", "REFUSAL", "APOLOGY", "STOP", "CONTROL", "HAND_OVER"})
    void everyPaperSaysWhatItsFormAsksFor(PaperKind kind) throws IOException {
        if (kind == PaperKind.HAND_OVER) {
            fixture.finished(dossier, DeskFixture.RECEIVED.plusDays(1));
            fixture.progress.handOver(
                    fixture.again(dossier),
                    "Nguyễn Thị An",
                    "",
                    DeskFixture.doer(DeskFixture.RECEIVED.plusDays(3), ""));
        }
        Dossier present = fixture.again(dossier);
        Letter letter = papers.issue(present, kind, DETAILS, HEAD, doer("")).letter();

        byte[] pdf = letters.pdf(List.of(letter));
        assertThat(text(pdf)).isEqualTo(golden(kind.word() + ".txt", text(pdf)));
        assertThat(letters.docx(letter)).isNotEmpty();
        float width = letter.paper() == LetterPaper.A5 ? 419.5f : 595.3f;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(width - 1, width + 1);
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
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
    void thereIsNoNoticeOfAStopBefore2025() {
        assertThat(papers.form(PaperKind.STOP, LocalDate.of(2025, 6, 30))).isEmpty();
        Dossier old = fixture.receive(LocalDateTime.of(2024, 5, 6, 8, 0));
        assertThat(papers.forms(old)).extracting(PaperForm::kind).doesNotContain(PaperKind.STOP);
        assertThatThrownBy(() -> papers.issue(old, PaperKind.STOP, DETAILS, HEAD, doer("")))
                .isInstanceOf(PaperNotAllowedException.class);
        assertThat(papers.of(old)).isEmpty();
    }

    @Test
    void aReprintSaysTheSameWhateverChangedMeanwhile() {
        IssuedPaper first = papers.receipt(dossier, HEAD, doer(""));
        papers.say(new PaperAgency("Bạc Liêu", "SNV"), doer(""));
        PaperHead other = new PaperHead("", "Sở Nội vụ", "http://x", "http://y");

        IssuedPaper again = papers.receipt(fixture.again(dossier), other, doer(""));
        assertThat(again).isEqualTo(first);
        assertThat(papers.of(dossier)).containsExactly(first);
        assertThat(letters.docx(again.letter())).isEqualTo(letters.docx(first.letter()));
        assertThat(fixture.audit.actions().stream().filter("procedures.issue-paper"::equals))
                .hasSize(1);
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
    void aRepeatedRequestIssuesOnce() {
        IssuedPaper first = papers.issue(dossier, PaperKind.REFUSAL, DETAILS, HEAD, doer("k1"));
        IssuedPaper second = papers.issue(dossier, PaperKind.REFUSAL, DETAILS, HEAD, doer("k1"));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(papers.of(dossier)).hasSize(1);
    }

    @Test
    void peopleWhoIssueAtOnceGetDifferentNumbers() throws Exception {
        ExecutorService desks = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> references = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                references.add(desks.submit(() -> reference(PaperKind.APOLOGY, DeskFixture.RECEIVED)));
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
    void theRegisterListsTheYearInOrder() throws IOException {
        fixture.receive(DeskFixture.RECEIVED.minusYears(1));
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
                        HEAD,
                        papers.says(DeskFixture.AGENCY),
                        LocalDate.of(2026, 12, 31),
                        row -> shown.add(row.code()))
                .orElseThrow();
        assertThat(shown).hasSize(4);
        assertThat(text(letters.pdf(List.of(letter)))).contains("SỔ THEO DÕI HỒ SƠ", "Năm 2026");
    }

    @Test
    void theListOfResultsIsOfOneDay() throws IOException {
        fixture.finished(dossier, DeskFixture.RECEIVED.plusDays(3));
        PaperForm form = papers.form(PaperKind.HAND_OVER_LIST, LocalDate.of(2026, 11, 23))
                .orElseThrow();
        PaperAgency says = papers.says(DeskFixture.AGENCY);

        List<String> shown = new ArrayList<>();
        Letter that = register.handedOver(
                DeskFixture.AGENCY, LocalDate.of(2026, 11, 23), form, HEAD, says, row -> shown.add(row.code()));
        Letter next = register.handedOver(
                DeskFixture.AGENCY, LocalDate.of(2026, 11, 24), form, HEAD, says, row -> shown.add(row.code()));
        assertThat(shown).containsExactly(dossier.code().toString());
        assertThat(text(letters.pdf(List.of(that)))).contains("07/TLHT", "Cà Mau, ngày 23 tháng 11 năm 2026");
        assertThat(text(letters.pdf(List.of(next)))).doesNotContain("07/TLHT");
    }

    private String reference(PaperKind kind, LocalDateTime at) {
        return papers.issue(dossier, kind, DETAILS, HEAD, DeskFixture.doer(at, ""))
                .reference();
    }

    private static Doer doer(String once) {
        return DeskFixture.doer(DeskFixture.RECEIVED, once);
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

    /** The text that was looked at and found right; {@code -Dgolden} writes it anew. */
    private static String golden(String name, String present) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, present);
        }
        return Files.readString(file);
    }
}
