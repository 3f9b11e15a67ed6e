package vn.kientao.reform.procedures.app.importing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8, taken strictly. */
final class Utf8 {

    private static final char REPLACEMENT = '\ufffd';

    private Utf8() {}

    /** Answers the first position from {@code from} on that is not UTF-8, or -1 when all of it is. */
    static int firstFault(byte[] bytes, int from, int to, String decoded) {
        if (decoded.indexOf(REPLACEMENT) < 0) {
            return -1;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate(1024);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return result.isError() ? in.position() : -1;
    }

    /** The name of the other Unicode encoding whose mark the bytes begin with, or empty. */
    static String otherEncoding(byte[] bytes, int length) {
        if (length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return "UTF-16BE";
        }
        if (length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return "UTF-16LE";
        }
        boolean noughts = length >= 4 && (bytes[0] == 0 || bytes[1] == 0);
        return noughts ? "UTF-16 / UTF-32" : "";
    }

    /** How many bytes the mark at the beginning of a UTF-8 file takes: 3 or none. */
    static int markLength(byte[] bytes, int length) {
        boolean mark =
                length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf;
        return mark ? 3 : 0;
    }
}
