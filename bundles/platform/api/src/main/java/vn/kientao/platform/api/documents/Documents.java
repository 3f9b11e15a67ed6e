package vn.kientao.platform.api.documents;

import org.osgi.annotation.versioning.ProviderType;

/** Makes paper. */
@ProviderType
public interface Documents {

    /**
     * A PDF of well-formed XHTML. The font family {@code serif} is an embedded face with every Vietnamese glyph; text is
     * put into NFC first. Page size and margins come from the document's own {@code @page} rule.
     *
     * @throws IllegalArgumentException when the XHTML is not well-formed; the message names the line
     */
    byte[] pdf(String xhtml);

    /** A QR code (error correction M) as an SVG element of {@code millimetres} width, quiet zone included, for pages. */
    String qrSvg(String text, int millimetres);

    /** The same QR code as a {@code data:image/png} address, for an {@code img} in the XHTML of a PDF. */
    String qrImage(String text);
}
