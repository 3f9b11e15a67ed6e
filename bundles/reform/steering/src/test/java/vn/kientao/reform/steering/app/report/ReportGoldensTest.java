package vn.kientao.reform.steering.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.steering.Goldens;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.domain.report.ReportScope;

/** Reports as documents of Decree 30/2020/NĐ-CP, as they come out of the press. */
class ReportGoldensTest {
    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("steering");

    private final LetterService letters = new LetterService(new PaperService());
    private ReportBench bench;

    @BeforeEach
    void open() {
        bench = new ReportBench(store.database(), store.migrations());
        bench.done(bench.give("STP2", "institutions", "2026-01-05", "2026-02-10"), "2026-02-09");
        bench.give("STP2", "procedures", "2026-01-05", "2026-03-01");
    }

    @Test
    void theReportOfAnAgencyLooksAsItWasApproved() throws IOException {
        same("report-agency", bench.make("STP2", ReportScope.AGENCY, ReportKind.QUARTER_1, 2026, "2026-03-16"));
    }

    @Test
    void theReportOfTheProvinceLooksAsItWasApproved() throws IOException {
        same("report-province", bench.make("VPUB2", ReportScope.PROVINCE, ReportKind.YEAR, 2026, "2026-12-15"));
    }

    private void same(String name, PeriodicReport report) throws IOException {
        bench.desk.write(
                bench.reports.find(report.code()).orElseThrow(),
                "direction",
                1,
                "Đã ban hành kế hoạch năm và phân công người phụ trách.\nĐã họp giao ban hằng tháng.",
                ReportBench.act(report.agency(), "2026-03-16"));
        Letter letter = bench.letter.of(bench.reports.find(report.code()).orElseThrow(), LocalDate.of(2026, 12, 16));
        byte[] pdf = letters.pdf(List.of(letter));
        Goldens.samePicture(name, pdf);
        Goldens.sameDocx(name, letters.docx(letter));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                    .contains("Đã họp giao ban hằng tháng.")
                    .contains("Nhiệm vụ quá hạn đến cuối kỳ");
        }
    }
}
