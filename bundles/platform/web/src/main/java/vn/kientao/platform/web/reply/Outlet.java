package vn.kientao.platform.web.reply;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import vn.kientao.platform.web.http.Exchange;

/** Sends a body of text, packed when the browser can unpack it and it gains something. */
final class Outlet {
    private static final int WORTH_PACKING = 1024;

    private Outlet() {}

    /** The way out for {@code length} bytes; -1 when nobody knows how many. Closing it ends the body. */
    static OutputStream text(Exchange exchange, int length) throws IOException {
        exchange.addHeader("Vary", "Accept-Encoding");
        boolean packs = (length < 0 || length > WORTH_PACKING)
                && exchange.header("Accept-Encoding").orElse("").contains("gzip");
        if (packs) {
            exchange.setHeader("Content-Encoding", "gzip");
            return new QuickGzip(exchange.out());
        }
        if (length >= 0) {
            exchange.setHeader("Content-Length", Integer.toString(length));
        }
        return exchange.out();
    }

    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, 8 * 1024);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
