package vn.kientao.platform.web.outbound;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.platform.api.outbound.OutboundCall;
import vn.kientao.platform.api.outbound.OutboundHttp.Answer;
import vn.kientao.platform.api.outbound.OutboundTooLongException;

/** Reads one answer in HTTP/1.1 (RFC 9112) from a connection that is closed behind it. */
final class AnswerReader {
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1[.][01] ([1-5][0-9]{2})( .*)?");
    private static final Pattern SIZE = Pattern.compile("([0-9a-fA-F]{1,15})[ \\t]*(;.*)?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final OutboundCall call;
    private final InputStream in;
    private final OutputStream out;
    private int head;
    private long bytes;

    AnswerReader(OutboundCall call, InputStream in, OutputStream out) {
        this.call = call;
        this.in = in;
        this.out = out;
    }

    Answer read() throws IOException {
        int status = status();
        Map<String, String> headers = headers();
        while (status < 200) {
            status = status();
            headers = headers();
        }
        if (!call.method().equals("HEAD") && status != 204 && status != 304) {
            body(headers);
        }
        return new Answer(status, headers);
    }

    private int status() throws IOException {
        String line = line();
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            throw malformed("status line");
        }
        return Integer.parseInt(status.group(1));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw malformed("header");
            }
            headers.putIfAbsent(
                    line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** A line of the head, without its end. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException(call.address().getHost() + " ended in the middle of its answer");
            }
            if (++head > LONGEST_HEAD) {
                throw new OutboundTooLongException(call.address().getHost(), LONGEST_HEAD);
            }
            line.write(c);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private void body(Map<String, String> headers) throws IOException {
        String packed = headers.getOrDefault("Content-Encoding", "identity");
        String framing = headers.getOrDefault("Transfer-Encoding", "").toLowerCase(Locale.ROOT);
        String length = headers.get("Content-Length");
        if (!packed.equalsIgnoreCase("identity")) {
            throw malformed("encoding " + packed);
        }
        if (framing.equals("chunked")) {
            chunks();
        } else if (!framing.isEmpty()) {
            throw malformed("framing " + framing);
        } else if (length == null) {
            copy(Long.MAX_VALUE, false);
        } else if (LENGTH.matcher(length).matches()) {
            copy(Long.parseLong(length), true);
        } else {
            throw malformed("length");
        }
    }

    private void chunks() throws IOException {
        while (true) {
            Matcher size = SIZE.matcher(line());
            if (!size.matches()) {
                throw malformed("chunk");
            }
            long length = Long.parseLong(size.group(1), 16);
            if (length == 0) {
                headers();
                return;
            }
            copy(length, true);
            if (!line().isEmpty()) {
                throw malformed("chunk");
            }
        }
    }

    /** @param whole whether the connection may not end before {@code length} bytes have come */
    private void copy(long length, boolean whole) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                if (whole) {
                    throw new EOFException(call.address().getHost() + " ended in the middle of its answer");
                }
                return;
            }
            left -= read;
            bytes += read;
            if (bytes > call.mostBytes()) {
                throw new OutboundTooLongException(call.address().getHost(), call.mostBytes());
            }
            out.write(buffer, 0, read);
        }
    }

    private IOException malformed(String part) {
        return new IOException(call.address().getHost() + " does not answer in HTTP/1.1: " + part);
    }
}
