package vn.kientao.platform.web.http;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.kientao.platform.api.text.Folding;

/** Text in addresses: percent-encoded UTF-8 on the wire, Unicode NFC inside. */
public final class UrlText {
    private static final int MOST_SEGMENTS = 32;

    private UrlText() {}

    /**
     * The decoded segments of a path; a slash at the end does not count.
     *
     * @throws Refusal 400 when the path is malformed
     */
    public static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        int from = 1;
        while (from < rawPath.length()) {
            int slash = rawPath.indexOf('/', from);
            int to = slash < 0 ? rawPath.length() : slash;
            segments.add(segment(rawPath.substring(from, to)));
            from = to + 1;
        }
        if (segments.size() > MOST_SEGMENTS) {
            throw new Refusal(400, "malformed");
        }
        return segments;
    }

    private static String segment(String raw) {
        String text = decode(raw, false);
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw new Refusal(404, "not-found");
        }
        return text;
    }

    /**
     * Decodes what a browser encoded.
     *
     * @throws Refusal 400 when it is not percent-encoded UTF-8 or holds a NUL
     */
    static String decode(String raw, boolean plusIsSpace) {
        String text = isPlain(raw, plusIsSpace) ? raw : decodeBytes(raw, plusIsSpace);
        if (text.indexOf('\0') >= 0) {
            throw new Refusal(400, "malformed");
        }
        return Folding.nfc(text);
    }

    /** Encodes text for one path segment or query value. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean isPlain(String raw, boolean plusIsSpace) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%' || c >= 0x80 || (plusIsSpace && c == '+')) {
                return false;
            }
        }
        return true;
    }

    private static String decodeBytes(String raw, boolean plusIsSpace) {
        byte[] given = raw.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(given.length);
        for (int i = 0; i < given.length; i++) {
            if (given[i] == '%') {
                bytes.put((byte) (hex(given, i + 1) << 4 | hex(given, i + 2)));
                i += 2;
            } else {
                bytes.put(plusIsSpace && given[i] == '+' ? (byte) ' ' : given[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(400, "malformed");
        }
    }

    private static int hex(byte[] given, int index) {
        int digit = index < given.length ? Character.digit(given[index], 16) : -1;
        if (digit < 0) {
            throw new Refusal(400, "malformed");
        }
        return digit;
    }
}
