package vn.kientao.platform.documents;

import org.osgi.service.component.annotations.Component;
import vn.kientao.platform.api.documents.Documents;

/** Makes paper with the libraries of this bundle. */
@Component
public final class PaperService implements Documents {
    private final PdfPress press = new PdfPress();

    @Override
    public byte[] pdf(String xhtml) {
        return press.print(xhtml);
    }

    @Override
    public String qrSvg(String text, int millimetres) {
        return QrSymbol.of(text).svg(millimetres);
    }

    @Override
    public String qrImage(String text) {
        return QrSymbol.of(text).dataAddress();
    }
}
