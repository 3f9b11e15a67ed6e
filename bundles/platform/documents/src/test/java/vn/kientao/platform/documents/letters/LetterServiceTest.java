package vn.kientao.platform.documents.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.documents.LetterNumber;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.documents.PaperService;

class LetterServiceTest {
    private static final double TWIPS_PER_MILLIMETRE = 56.693;

    private final LetterService letters = new LetterService(new PaperService());

    @Test
    void aReportReadsAsTheAnnexWantsIt() throws IOException {
        assertThat(text(letters.pdf(List.of(SomeLetters.report())))
                        .lines()
                        .map(String::strip)
                        .toList())
                .contains(
                        "SỞ TƯ PHÁP",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "BÁO CÁO",
                        "Kết quả tiếp nhận hồ sơ quý IV năm 2026",
                        "Căn cứ Luật Tổ chức chính quyền địa phương;",
                        "Căn cứ Nghị định số 61/2018/NĐ-CP.",
                        "PHÓ GIÁM ĐỐC",
                        "Nguyễn Văn Bình",
                        "- Văn phòng UBND tỉnh;",
                        "- Lưu: VT.")
                .anyMatch(line -> line.startsWith("ỦY BAN NHÂN DÂN TỈNH CÀ"))
                .anyMatch(line -> line.contains("Số: 07/BC-STP"))
                .anyMatch(line -> line.contains("Cà Mau, ngày 09 tháng 02 năm 2026"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-09, ngày 09 tháng 02 năm 2026",
        "2026-01-31, ngày 31 tháng 01 năm 2026",
        "2026-03-01, ngày 01 tháng 3 năm 2026",
        "2026-11-23, ngày 23 tháng 11 năm 2026"
    })
    void daysAndTheFirstTwoMonthsGetAZero(LocalDate day, String words) {
        assertThat(LetterHead.longDay(day)).isEqualTo(words);
    }

    @Test
    void numbersBelowTenGetAZero() {
        assertThat(new LetterNumber(7, "BC-STP")).hasToString("07/BC-STP");
        assertThat(new LetterNumber(107, "TB-STP")).hasToString("107/TB-STP");
        assertThatThrownBy(() -> new LetterNumber(0, "BC-STP")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void decomposedTextPrintsTheSameGlyphs() throws IOException {
        String words = "Đề nghị của phường Lý Văn Lâm về việc trả kết quả trễ hẹn";
        String decomposed = Normalizer.normalize(words, Normalizer.Form.NFD);

        assertThat(glyphs(letters.pdf(List.of(SomeLetters.report(decomposed)))))
                .isEqualTo(glyphs(letters.pdf(List.of(SomeLetters.report(words)))))
                .allMatch(glyph -> glyph.startsWith("LiberationSerif"))
                .noneMatch(glyph -> glyph.endsWith(" 0"));
        assertThat(letters.docx(SomeLetters.report(decomposed))).isEqualTo(letters.docx(SomeLetters.report(words)));
    }

    @Test
    void theDocumentHasTheMeasuresOfTheAnnex() throws Exception {
        Document body = xml(letters.docx(SomeLetters.report()), "word/document.xml");
        Element size = (Element) body.getElementsByTagName("w:pgSz").item(0);
        Element margins = (Element) body.getElementsByTagName("w:pgMar").item(0);

        assertThat(millimetres(size, "w:w")).isEqualTo(210);
        assertThat(millimetres(size, "w:h")).isEqualTo(297);
        assertThat(millimetres(margins, "w:top")).isBetween(20L, 25L);
        assertThat(millimetres(margins, "w:bottom")).isBetween(20L, 25L);
        assertThat(millimetres(margins, "w:left")).isBetween(30L, 35L);
        assertThat(millimetres(margins, "w:right")).isBetween(15L, 20L);
        assertThat(body.getElementsByTagName("w:titlePg").getLength()).isEqualTo(1);

        assertThat(points(body, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).isBetween(12.0, 13.0);
        assertThat(points(body, "Độc lập - Tự do - Hạnh phúc")).isBetween(13.0, 14.0);
        assertThat(points(body, "SỞ TƯ PHÁP")).isBetween(12.0, 13.0);
        assertThat(points(body, "Số: 07/BC-STP")).isEqualTo(13.0);
        assertThat(points(body, "Cà Mau, ngày 09 tháng 02 năm 2026")).isBetween(13.0, 14.0);
        assertThat(points(body, "BÁO CÁO")).isBetween(13.0, 14.0);
        assertThat(points(body, "Sở Tư pháp báo cáo kết quả tiếp nhận, giải quyết hồ sơ như sau:"))
                .isBetween(13.0, 14.0);

        Element paragraph = paragraph(body, "Sở Tư pháp báo cáo");
        assertThat(attribute(paragraph, "w:jc", "w:val")).isEqualTo("both");
        assertThat(Integer.parseInt(attribute(paragraph, "w:ind", "w:firstLine")))
                .isEqualTo(720);
        assertThat(Integer.parseInt(attribute(paragraph, "w:spacing", "w:after")))
                .isGreaterThanOrEqualTo(120);
        assertThat(paragraph(body, "Căn cứ Luật").getElementsByTagName("w:i").getLength())
                .isEqualTo(1);
        assertThat(paragraph(body, "ỦY BAN NHÂN DÂN")
                        .getElementsByTagName("w:b")
                        .getLength())
                .isZero();
        assertThat(paragraph(body, "SỞ TƯ PHÁP").getElementsByTagName("w:b").getLength())
                .isEqualTo(1);

        Document styles = xml(letters.docx(SomeLetters.report()), "word/styles.xml");
        assertThat(((Element) styles.getElementsByTagName("w:rFonts").item(0)).getAttribute("w:ascii"))
                .isEqualTo("Times New Roman");
        assertThat(xml(letters.docx(SomeLetters.report()), "word/header1.xml")
                        .getElementsByTagName("w:instrText")
                        .item(0)
                        .getTextContent())
                .isEqualTo("PAGE");
    }

    @Test
    void everyPartOfADocumentIsDeclaredAndThere() throws Exception {
        Map<String, byte[]> parts = parts(letters.docx(SomeLetters.slip()));

        assertThat(parts.keySet())
                .containsExactlyInAnyOrder(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "word/document.xml",
                        "word/_rels/document.xml.rels",
                        "word/styles.xml",
                        "word/header1.xml",
                        "word/media/qr.png");
        Document relations = parse(parts.get("word/_rels/document.xml.rels"));
        NodeList targets = relations.getElementsByTagName("Relationship");
        for (int i = 0; i < targets.getLength(); i++) {
            assertThat(parts).containsKey("word/" + ((Element) targets.item(i)).getAttribute("Target"));
        }
        assertThat(parts(letters.docx(SomeLetters.report()))).doesNotContainKey("word/media/qr.png");
    }

    @Test
    void aSlipFitsOnA5WithItsQrCode() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(letters.pdf(List.of(SomeLetters.slip())))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(419f, 420.5f);
            assertThat(pdf.getPage(0).getResources().getXObjectNames()).hasSize(1);
        }
    }

    @Test
    void severalLettersMakeOneFileWithTheirOwnSizesAndPageNumbers() throws IOException {
        Letter report = SomeLetters.report();
        List<LetterPart> lines = new ArrayList<>(report.parts());
        for (int i = 0; i < 80; i++) {
            lines.add(new LetterPart.Text("Đoạn " + i));
        }
        Letter longer = new Letter(
                report.paper(),
                report.head(),
                report.title(),
                report.summary(),
                lines,
                report.signatures(),
                report.receivers());
        try (PDDocument pdf = Loader.loadPDF(letters.pdf(List.of(longer, SomeLetters.slip(), longer)))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThanOrEqualTo(5);
            assertThat(pdf.getPage(pages / 2).getMediaBox().getWidth()).isLessThan(421f);
            assertThat(firstLine(pdf, 1)).doesNotMatch("\\d+");
            assertThat(firstLine(pdf, 2)).isEqualTo("2");
            assertThat(firstLine(pdf, pages)).isEqualTo(String.valueOf(pages / 2));
        }
    }

    private static String firstLine(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf).strip().lines().findFirst().orElse("").strip();
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static List<String> glyphs(byte[] file) throws IOException {
        List<String> glyphs = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(file)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    for (int code : text.getCharacterCodes()) {
                        glyphs.add(text.getFont().getName().replaceAll("^[A-Z]+\\+", "") + " " + code);
                    }
                }
            }.getText(pdf);
        }
        assertThat(glyphs).hasSizeGreaterThan(100);
        return glyphs;
    }

    private static long millimetres(Element element, String attribute) {
        return Math.round(Integer.parseInt(element.getAttribute(attribute)) / TWIPS_PER_MILLIMETRE);
    }

    private static double points(Document body, String words) {
        Element run = (Element) textNode(body, words).getParentNode();
        return Integer.parseInt(attribute(run, "w:sz", "w:val")) / 2.0;
    }

    private static Element paragraph(Document body, String words) {
        return (Element) textNode(body, words).getParentNode().getParentNode();
    }

    private static Element textNode(Document body, String words) {
        NodeList texts = body.getElementsByTagName("w:t");
        for (int i = 0; i < texts.getLength(); i++) {
            if (texts.item(i).getTextContent().startsWith(words)) {
                return (Element) texts.item(i);
            }
        }
        throw new AssertionError("no text " + words);
    }

    private static String attribute(Element inside, String element, String attribute) {
        return ((Element) inside.getElementsByTagName(element).item(0)).getAttribute(attribute);
    }

    private static Document xml(byte[] file, String part) throws Exception {
        byte[] content = parts(file).get(part);
        return parse(content);
    }

    private static Document parse(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}
