package vn.kientao.platform.web.reply;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.web.Reply.Download;
import vn.kientao.platform.web.http.Exchange;
import vn.kientao.platform.web.http.SecurityHeaders;
import vn.kientao.platform.web.http.UrlText;

/** Sends files. The answer begins with the first bytes that leave, so that a file which fails at once can be told as a problem. */
final class Downloads {
    private static final int BUFFER = 64 * 1024;
    private static final Set<String> INLINE = Set.of("application/pdf", "image/png", "image/jpeg", "image/svg+xml");

    private Downloads() {}

    static void send(Exchange exchange, Download download, boolean signedIn) throws IOException {
        if (download.inline() && !INLINE.contains(download.contentType())) {
            throw new IllegalArgumentException(
                    "inline download of " + download.contentType() + " (expected: one of " + INLINE + ")");
        }
        LateStream late = new LateStream(exchange, download, signedIn);
        OutputStream out = new BufferedOutputStream(late, BUFFER);
        download.content().writeTo(new Unclosed(out));
        out.flush();
        late.opened().close();
    }

    private static void begin(Exchange exchange, Download download, boolean signedIn) {
        exchange.status(200);
        exchange.setHeader("Content-Type", download.contentType());
        exchange.setHeader("Content-Disposition", disposition(download));
        if (!download.inline()) {
            SecurityHeaders.sandbox(exchange);
        }
        exchange.setHeader("Cache-Control", signedIn ? "no-store" : "private, no-cache");
    }

    /** The name twice: in ASCII for old programs, and as it is (RFC 5987). */
    private static String disposition(Download download) {
        String name = download.fileName().replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\]", "_");
        String plain = Folding.fold(name).replaceAll("[^a-z0-9._-]", "-");
        String kind = download.inline() ? "inline" : "attachment";
        return kind + "; filename=\"" + plain + "\"; filename*=UTF-8''"
                + UrlText.encode(Folding.nfc(name)).replace("*", "%2A");
    }

    /** Status and headers go out with the first bytes. */
    private static final class LateStream extends OutputStream {
        private final Exchange exchange;
        private final Download download;
        private final boolean signedIn;
        private @Nullable OutputStream out;

        LateStream(Exchange exchange, Download download, boolean signedIn) {
            this.exchange = exchange;
            this.download = download;
            this.signedIn = signedIn;
        }

        @Override
        public void write(int b) throws IOException {
            opened().write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            opened().write(bytes, offset, length);
        }

        private OutputStream opened() throws IOException {
            OutputStream way = out;
            if (way == null) {
                begin(exchange, download, signedIn);
                way = exchange.out();
                out = way;
            }
            return way;
        }
    }

    /** Writers like to close what they were given; the end is ours to tell. */
    private static final class Unclosed extends OutputStream {
        private final OutputStream out;

        Unclosed(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
