package vn.kientao.platform.api.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The entity tag (RFC 9110 §8.8.3) of a record with a version: {@code "7.1f0c…"}, the version before the dot and a digest
 * of the answer behind it. Who asks again is told of every difference, also of a name that was masked before; who changes
 * the record only has to have seen its version.
 *
 * @param version of the record, as the database counts it
 */
public record RecordTag(long version) {
    private static final int DIGEST_BYTES = 8;

    /** The tag without a digest: {@code "7"}. */
    public String text() {
        return "\"" + version + "\"";
    }

    /** A tag of {@link #text} with the digest of the body it stands for. */
    public static String completed(String tag, byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            String hex = HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_BYTES));
            return tag.substring(0, tag.length() - 1) + "." + hex + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Whether a header {@code If-Match} names this version; weak tags never do (RFC 9110 §13.1.1). */
    public boolean isIn(String ifMatch) {
        return Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*")
                        || tag.equals(text())
                        || (tag.startsWith("\"" + version + ".") && tag.endsWith("\"")));
    }

    /** Whether a header {@code If-None-Match} names exactly this tag, weak or not (RFC 9110 §13.1.2). */
    public static boolean isKnown(String ifNoneMatch, String tag) {
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                .anyMatch(known -> known.equals("*") || known.equals(tag));
    }
}
