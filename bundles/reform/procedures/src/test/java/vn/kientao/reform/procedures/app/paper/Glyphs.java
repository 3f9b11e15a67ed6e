package vn.kientao.reform.procedures.app.paper;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.documents.PaperService;

/**
 * Looks at the outlines that a PDF draws, not at the text that it says it has: a letter whose glyph is missing can still be
 * copied as text.
 */
final class Glyphs {
    private static final Map<String, TrueTypeFont> FACES = new HashMap<>();

    private Glyphs() {}

    /** Every glyph drawn is embedded, is not the empty box, and has the outline that the face has for its code point. */
    static void areThoseOfTheFace(byte[] pdf, Letter letter) throws IOException {
        Collector drawn = new Collector();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            drawn.getText(document);
        }
        assertThat(drawn.wrong).isEmpty();
        assertThat(drawn.seen).containsAll(codePoints(letter));
    }

    static String textOfPage(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
    }

    private static Set<Integer> codePoints(Letter letter) {
        StringBuilder words = new StringBuilder();
        for (LetterPart part : letter.parts()) {
            if (part instanceof LetterPart.Field field) {
                words.append(field.label()).append(field.value());
            } else if (part instanceof LetterPart.Text text) {
                words.append(text.words());
            } else if (part instanceof LetterPart.Table table) {
                table.rows().forEach(row -> row.forEach(words::append));
            }
        }
        Set<Integer> points = new TreeSet<>();
        Normalizer.normalize(words, Normalizer.Form.NFC)
                .codePoints()
                .filter(point -> !Character.isWhitespace(point))
                .forEach(points::add);
        return points;
    }

    private static TrueTypeFont face(String name) throws IOException {
        String style = name.endsWith("-Bold") ? "Bold" : name.endsWith("-Italic") ? "Italic" : "Regular";
        TrueTypeFont known = FACES.get(style);
        if (known == null) {
            try (InputStream in = PaperService.class.getResourceAsStream("/fonts/LiberationSerif-" + style + ".ttf")) {
                known = new TTFParser().parse(new RandomAccessReadBuffer(requireNonNull(in, style)));
            }
            FACES.put(style, known);
        }
        return known;
    }

    private static final class Collector extends PDFTextStripper {
        private final Set<Integer> seen = new TreeSet<>();
        private final Set<String> wrong = new TreeSet<>();

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            for (TextPosition position : positions) {
                if (!position.getUnicode().isBlank()) {
                    look(position);
                }
            }
        }

        private void look(TextPosition position) throws IOException {
            String unicode = Normalizer.normalize(position.getUnicode(), Normalizer.Form.NFC);
            PDType0Font font = (PDType0Font) position.getFont();
            for (int code : position.getCharacterCodes()) {
                int point = unicode.codePointAt(0);
                seen.add(point);
                TrueTypeFont face = face(font.getName());
                int glyph = face.getUnicodeCmapLookup().getGlyphId(point);
                GlyphData outline = face.getGlyph().getGlyph(glyph);
                Rectangle2D right = outline.getPath().getBounds2D();
                boolean same = font.isEmbedded()
                        && glyph != 0
                        && unicode.codePointCount(0, unicode.length()) == 1
                        && near(font.getPath(code).getBounds2D(), right);
                if (!same) {
                    wrong.add(unicode + " in " + font.getName());
                }
            }
        }

        private static boolean near(Rectangle2D one, Rectangle2D other) {
            double scale = other.getHeight() == 0 ? 1 : one.getHeight() / other.getHeight();
            return !one.isEmpty()
                    && Math.abs(one.getMinX() - other.getMinX() * scale) < 3
                    && Math.abs(one.getMaxX() - other.getMaxX() * scale) < 3
                    && Math.abs(one.getMinY() - other.getMinY() * scale) < 3
                    && Math.abs(one.getMaxY() - other.getMaxY() * scale) < 3;
        }
    }
}
