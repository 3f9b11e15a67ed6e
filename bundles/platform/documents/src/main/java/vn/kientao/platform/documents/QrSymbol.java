package vn.kientao.platform.documents;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A QR symbol of error correction level M with the quiet zone of four modules that the standard asks for. */
public record QrSymbol(QrCode code) {
    private static final int QUIET_ZONE = 4;
    private static final int PIXELS_PER_MODULE = 8;
    private static final int WHITE = 0xFFFFFF;

    public static QrSymbol of(String text) {
        return new QrSymbol(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
    }

    String svg(int millimetres) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(',')
                            .append(y + QUIET_ZONE)
                            .append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$dmm" height="%1$dmm" viewBox="0 0 %2$d %2$d" \
                role="img" aria-label="QR"><path d="M0,0h%2$dv%2$dh-%2$dz" fill="#fff"/>\
                <path d="%3$s" fill="#000"/></svg>""".formatted(millimetres, width(), path);
    }

    String dataAddress() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png());
    }

    /** As a picture. */
    public byte[] png() {
        int pixels = width() * PIXELS_PER_MODULE;
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                boolean dark = code.getModule(x / PIXELS_PER_MODULE - QUIET_ZONE, y / PIXELS_PER_MODULE - QUIET_ZONE);
                image.setRGB(x, y, dark ? 0 : WHITE);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a PNG to memory", e);
        }
        return png.toByteArray();
    }

    private int width() {
        return code.size + 2 * QUIET_ZONE;
    }
}
