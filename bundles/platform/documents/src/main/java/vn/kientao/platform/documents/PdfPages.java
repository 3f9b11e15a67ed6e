package vn.kientao.platform.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import vn.kientao.platform.api.documents.PageImages;

/** Draws pages, one at a time for the whole platform: a file that takes long takes one processor, not all. */
@Component
public final class PdfPages implements PageImages {
    private static final int LONGER_SIDE = 1400;
    /** A picture inside with more points than this is not drawn: unpacked it would fill the memory. */
    private static final long MOST_POINTS = 60_000_000L;

    private static final int DEPTH = 5;

    private final Semaphore turn = new Semaphore(1, true);

    @Override
    public int pages(byte[] pdf) {
        return with(pdf, PDDocument::getNumberOfPages);
    }

    @Override
    public byte[] page(byte[] pdf, int number) {
        return with(pdf, document -> {
            if (number < 1 || number > document.getNumberOfPages()) {
                throw new IllegalArgumentException(
                        "page " + number + " (expected: 1 to " + document.getNumberOfPages() + ")");
            }
            return draw(document, number - 1);
        });
    }

    private static byte[] draw(PDDocument document, int index) throws IOException {
        PDPage page = document.getPage(index);
        bounded(page.getResources(), DEPTH);
        PDRectangle box = page.getCropBox();
        float longer = Math.max(box.getWidth(), box.getHeight());
        if (longer < 1) {
            throw new IllegalArgumentException("a page without size");
        }
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        BufferedImage image = renderer.renderImage(index, LONGER_SIDE / longer, ImageType.RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static void bounded(@Nullable PDResources resources, int depth) throws IOException {
        if (resources == null) {
            return;
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDImageXObject image && (long) image.getWidth() * image.getHeight() > MOST_POINTS) {
                throw new IllegalArgumentException("a picture of " + image.getWidth() + " x " + image.getHeight()
                        + " points (expected: at most " + MOST_POINTS + " in all)");
            }
            if (object instanceof PDFormXObject form && depth > 0) {
                bounded(form.getResources(), depth - 1);
            }
        }
    }

    private <T> T with(byte[] pdf, Work<T> work) {
        turn.acquireUninterruptibly();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return work.on(document);
        } catch (IOException e) {
            throw new IllegalArgumentException("the file is no PDF that can be shown: " + e.getMessage(), e);
        } finally {
            turn.release();
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PDDocument document) throws IOException;
    }
}
