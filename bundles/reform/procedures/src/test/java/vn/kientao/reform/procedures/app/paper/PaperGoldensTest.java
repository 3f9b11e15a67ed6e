package vn.kientao.reform.procedures.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterPaper;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.paper.PaperKind;

/**
 * Every form of Circular 01/2018/TT-VPCP and of Circular 03/2025/TT-VPCP, Annex I, and the papers beside them, as they come out
 * of the printer.
 */
class PaperGoldensTest {
    /** A Monday under the forms of 2018. */
    private static final LocalDateTime IN_2024 = LocalDateTime.of(2024, 5, 6, 8, 15);

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final LetterService letters = new LetterService(new PaperService());
    private PaperCases cases;

    @BeforeEach
    void open() {
        cases = new PaperCases(store.database(), store.migrations());
    }

    @ParameterizedTest
    @CsvSource({
        "2018, RECEIPT, A5",
        "2018, SUPPLEMENT, A5",
        "2018, REFUSAL, A5",
        "2018, APOLOGY, A5",
        "2018, CONTROL, A5",
        "2018, REGISTER, A4_LANDSCAPE",
        "2025, RECEIPT, A5",
        "2025, SUPPLEMENT, A5",
        "2025, REFUSAL, A5",
        "2025, APOLOGY, A5",
        "2025, STOP, A5",
        "2025, CONTROL, A4",
        "2025, REGISTER, A4_LANDSCAPE",
        "2025, HAND_OVER, A5",
        "2025, HAND_OVER_LIST, A4",
        "2025, FEE_NOTICE, A5",
        "2025, FEE_RECEIPT, A5",
        "2025, OPINION_REQUEST, A5",
        "2025, PAUSE, A5",
        "2025, CORRECTION, A5"
    })
    void everyFormLooksAsItWasApproved(int circular, PaperKind kind, LetterPaper paper) throws IOException {
        Letter letter = cases.letter(kind, circular == 2018 ? IN_2024 : DeskFixture.RECEIVED);
        String name = circular + "-" + kind.word();
        byte[] pdf = letters.pdf(List.of(letter));

        assertThat(letter.paper()).isEqualTo(paper);
        Goldens.samePicture(name, pdf);
        Goldens.sameDocx(name, letters.docx(letter));
        Glyphs.areThoseOfTheFace(pdf, letter);
        assertPages(paper, kind == PaperKind.CONTROL ? 2 : 1, pdf);
    }

    @Test
    void theReceiptOfMoneyForAnotherAgencyLooksAsItWasApproved() throws IOException {
        Letter letter = cases.sentReceipt();
        byte[] pdf = letters.pdf(List.of(letter));

        Goldens.samePicture("2025-fee-receipt-sent", pdf);
        Goldens.sameDocx("2025-fee-receipt-sent", letters.docx(letter));
        Glyphs.areThoseOfTheFace(pdf, letter);
        assertPages(LetterPaper.A5, 1, pdf);
    }

    @Test
    void thePictureTellsOneMarkOverAVowel() throws IOException {
        Letter letter = cases.letter(PaperKind.RECEIPT, DeskFixture.RECEIVED);
        byte[] wrong = letters.pdf(List.of(new Letter(
                letter.paper(),
                letter.head(),
                letter.title().replace("hẹn", "hen"),
                letter.summary(),
                letter.parts(),
                letter.signatures(),
                letter.receivers())));
        BufferedImage right = Goldens.picture(letters.pdf(List.of(letter)));
        assertThat(Goldens.far(right, Goldens.picture(wrong))).isGreaterThan(Goldens.MOST_FAR);
    }

    @ParameterizedTest
    @EnumSource(names = {"RECEIPT", "FEE_RECEIPT"})
    void theQrCodeOfPdfAndDocxLeadsToTheTrackingPage(PaperKind kind) throws IOException {
        Letter letter = cases.letter(kind, DeskFixture.RECEIVED);
        assertThat(QrReader.read(pictureOf(letters.pdf(List.of(letter))))).isEqualTo(PaperCases.QR);
        assertThat(QrReader.read(pictureInDocx(letters.docx(letter)))).isEqualTo(PaperCases.QR);
    }

    @Test
    void aBatchHasAPageForEachDossierInTheOrderAskedFor() throws IOException {
        Letter[] all = new Letter[12];
        for (int i = 0; i < all.length; i++) {
            Dossier dossier = cases.receive(DeskFixture.RECEIVED.plusMinutes(i));
            all[i] = cases.papers
                    .issue(dossier, PaperKind.RECEIPT, PaperCases.HEAD, DeskFixture.doer(DeskFixture.RECEIVED, ""))
                    .letter();
        }
        byte[] pdf = letters.pdf(List.of(all));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(12);
        }
        assertThat(Glyphs.textOfPage(pdf, 1)).contains("STP2-261120-0001");
        assertThat(Glyphs.textOfPage(pdf, 12)).contains("STP2-261120-0012");
    }

    private static void assertPages(LetterPaper paper, int pages, byte[] pdf) throws IOException {
        float width = switch (paper) {
            case A4 -> 595.3f;
            case A4_LANDSCAPE -> 841.9f;
            case A5 -> 419.5f;
        };
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(width - 1, width + 1);
            assertThat(document.getNumberOfPages()).isEqualTo(pages);
        }
    }

    private static BufferedImage pictureOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDResources resources = document.getPage(0).getResources();
            for (COSName name : resources.getXObjectNames()) {
                if (resources.getXObject(name) instanceof PDImageXObject image) {
                    return image.getImage();
                }
            }
        }
        throw new IOException("PDF without a picture");
    }

    private static BufferedImage pictureInDocx(byte[] docx) throws IOException {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if ("word/media/qr.png".equals(part.getName())) {
                    return ImageIO.read(parts);
                }
            }
        }
        throw new IOException("DOCX without a picture");
    }
}
