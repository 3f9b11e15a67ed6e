package vn.kientao.reform.steering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Papers that were looked at and found right: a picture of the pages of the PDF, one below the other, in 16 greys, and the text part of the DOCX.
 * {@code -Dkientao.goldens=write} writes them anew; look at what changed before it is committed.
 */
public final class Goldens {
    private static final Path FOLDER = Path.of("src/test/resources/papers");
    private static final boolean WRITE = "write".equals(System.getProperty("kientao.goldens"));
    private static final int DPI = 72;
    private static final int GREYS = 16;
    /** Pixels that differ by more are counted; edges of letters may differ by less between machines. */
    private static final int FAR = 60;
    /** Fewer than in one mark over a vowel. */
    static final int MOST_FAR = 2;

    private Goldens() {}

    public static void samePicture(String name, byte[] pdf) throws IOException {
        BufferedImage present = picture(pdf);
        Path file = FOLDER.resolve(name + ".png");
        if (WRITE) {
            Files.createDirectories(FOLDER);
            ImageIO.write(present, "png", file.toFile());
        }
        BufferedImage golden = ImageIO.read(file.toFile());
        assertThat(far(golden, present))
                .as("pixels of %s unlike those of %s", name, file)
                .isLessThanOrEqualTo(MOST_FAR);
    }

    public static void sameDocx(String name, byte[] docx) throws IOException {
        String present = document(docx);
        Path file = FOLDER.resolve(name + ".xml");
        if (WRITE) {
            Files.writeString(file, present);
        }
        assertThat(present).as(name).isEqualTo(Files.readString(file));
    }

    /** All pages, one below the other, as they are kept. */
    static BufferedImage picture(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(renderer.renderImageWithDPI(page, DPI, ImageType.GRAY));
            }
            int height = pages.stream().mapToInt(BufferedImage::getHeight).sum();
            BufferedImage all =
                    new BufferedImage(pages.get(0).getWidth(), height, BufferedImage.TYPE_BYTE_BINARY, greys());
            int top = 0;
            for (BufferedImage page : pages) {
                copy(page, all, top);
                top += page.getHeight();
            }
            return all;
        }
    }

    private static void copy(BufferedImage page, BufferedImage all, int top) {
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int level = Math.round(page.getRaster().getSample(x, y, 0) * (GREYS - 1) / 255f);
                all.getRaster().setSample(x, top + y, 0, level);
            }
        }
    }

    /** How many pixels differ much; all of them when the sheets are not of one size. */
    static int far(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return one.getWidth() * one.getHeight();
        }
        int far = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                far += Math.abs(red(one, x, y) - red(other, x, y)) > FAR ? 1 : 0;
            }
        }
        return far;
    }

    private static int red(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y)).getRed();
    }

    private static IndexColorModel greys() {
        byte[] levels = new byte[GREYS];
        for (int i = 0; i < GREYS; i++) {
            levels[i] = (byte) (i * 255 / (GREYS - 1));
        }
        return new IndexColorModel(4, GREYS, levels, levels, levels);
    }

    /** {@code word/document.xml}, a paragraph or row a line. */
    private static String document(byte[] docx) throws IOException {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if ("word/document.xml".equals(part.getName())) {
                    return new String(parts.readAllBytes(), UTF_8)
                                    .replaceAll("(</w:p>|</w:tr>|<w:tr>|<w:tbl>|</w:tbl>|<w:body>)", "$1\n")
                                    .strip()
                            + "\n";
                }
            }
        }
        throw new IOException("DOCX without word/document.xml");
    }
}
