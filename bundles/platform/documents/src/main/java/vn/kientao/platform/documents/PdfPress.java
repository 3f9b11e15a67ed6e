package vn.kientao.platform.documents;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import vn.kientao.platform.api.text.Folding;

/**
 * Prints XHTML as PDF. The one face is Liberation Serif, metric-compatible with the Times New Roman that Decree
 * 30/2020/NĐ-CP, Annex I asks for, embedded so that every machine prints the same; nothing is fetched from anywhere.
 */
final class PdfPress {
    private static final String FAMILY = "serif";
    private static final int NORMAL_WEIGHT = 400;
    private static final int BOLD_WEIGHT = 700;

    byte[] print(String xhtml) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(parse(Folding.nfc(xhtml)), null);
        builder.useFont(face("Regular"), FAMILY, NORMAL_WEIGHT, FontStyle.NORMAL, true);
        builder.useFont(face("Bold"), FAMILY, BOLD_WEIGHT, FontStyle.NORMAL, true);
        builder.useFont(face("Italic"), FAMILY, NORMAL_WEIGHT, FontStyle.ITALIC, true);
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        builder.withProducer("Kiến Tạo");
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a PDF to memory", e);
        }
        return pdf.toByteArray();
    }

    private static FSSupplier<InputStream> face(String style) {
        String path = "/fonts/LiberationSerif-" + style + ".ttf";
        return () -> Objects.requireNonNull(PdfPress.class.getResourceAsStream(path), path);
    }

    private static Document parse(String xhtml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new Strict());
            return parser.parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXParseException e) {
            throw new IllegalArgumentException(
                    "XHTML is not well-formed in line " + e.getLineNumber() + ": " + e.getMessage(), e);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException("XHTML cannot be read: " + e.getMessage(), e);
        }
    }

    /** Throws what the parser would print to the console. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
