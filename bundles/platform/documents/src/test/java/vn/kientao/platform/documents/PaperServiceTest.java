package vn.kientao.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class PaperServiceTest {
    private static final String SENTENCE =
            "Giấy tiếp nhận hồ sơ và hẹn trả kết quả – Đăng ký khai sinh, phường Lý Văn Lâm";

    private final PaperService paper = new PaperService();

    @Test
    void printsVietnameseWithAnEmbeddedFace() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(paper.pdf(document(SENTENCE)))) {
            assertThat(new PDFTextStripper().getText(pdf)).containsIgnoringWhitespaces(SENTENCE);
            for (PDPage page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                    assertThat(page.getResources().getFont(name).getName()).contains("LiberationSerif");
                }
            }
        }
    }

    @Test
    void printsTheSameGlyphsForDecomposedText() throws IOException {
        String decomposed = Normalizer.normalize(SENTENCE, Normalizer.Form.NFD);

        assertThat(decomposed).isNotEqualTo(SENTENCE);
        assertThat(glyphs(paper.pdf(document(decomposed)))).isEqualTo(glyphs(paper.pdf(document(SENTENCE))));
    }

    @Test
    void keepsThePageSizeTheDocumentAsksFor() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(paper.pdf(document("A5")))) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(419f, 421f);
        }
    }

    @Test
    void drawsAQrCodeIntoThePaper() throws IOException {
        String image =
                "<img style=\"width: 20mm\" alt=\"QR\" src=\"" + paper.qrImage("http://localhost:8181/t/1") + "\"/>";
        byte[] with = paper.pdf(document("x").replace("</p>", image + "</p>"));

        try (PDDocument pdf = Loader.loadPDF(with)) {
            assertThat(pdf.getPage(0).getResources().getXObjectNames()).hasSize(1);
        }
    }

    @Test
    void fetchesNothingFromOutside() {
        byte[] pdf = paper.pdf(document("x").replace("</p>", "<img alt=\"\" src=\"http://localhost:1/x.png\"/></p>"));

        assertThat(pdf).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void namesTheLineThatIsNotWellFormed() {
        assertThatThrownBy(() -> paper.pdf("<html>\n<body><p></body></html>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void refusesForeignEntities() {
        assertThatThrownBy(() -> paper.pdf(
                        "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><body>&x;</body></html>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesAnSvgThatGrowsWithTheText() {
        assertThat(paper.qrSvg("H12.01-261123-0001", 25))
                .startsWith("<svg")
                .contains("width=\"25mm\"")
                .doesNotContain("<script")
                .hasSizeLessThan(
                        paper.qrSvg("H12.01-261123-0001".repeat(10), 25).length());
    }

    private static List<String> glyphs(byte[] pdf) throws IOException {
        List<String> codes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    for (int code : text.getCharacterCodes()) {
                        codes.add(text.getFont().getName().replaceAll("^[A-Z]+\\+", "") + code);
                    }
                }
            }.getText(document);
        }
        assertThat(codes).isNotEmpty();
        return codes;
    }

    private static String document(String text) {
        return """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="vi">
                <head><title>t</title><style>@page { size: A5 } body { font-family: serif }</style></head>
                <body><p>%s</p></body>
                </html>
                """.formatted(text);
    }
}
