package vn.kientao.platform.audit.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How one entry hangs on the one before it. */
public final class Chain {
    /** The hash before the first entry. */
    public static final String BEGINNING = "0".repeat(64);

    private Chain() {}

    /** SHA-256 over the place in the trail, the hash before it, the entry and its keyed digest; lower-case hex. */
    public static String hash(long sequence, String previous, Entry entry) {
        MessageDigest digest = digest();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
        digest.update(previous.getBytes(StandardCharsets.US_ASCII));
        digest.update(entry.bytes());
        digest.update(entry.mac().getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from the Java runtime", e);
        }
    }
}
