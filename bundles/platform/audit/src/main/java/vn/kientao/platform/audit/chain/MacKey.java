package vn.kientao.platform.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key with which a node marks the entries it writes (HMAC-SHA-256); kept outside the database. */
public final class MacKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_DIGITS = 16;

    private final SecretKeySpec key;
    private final String id;

    public MacKey(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("key of " + secret.length + " bytes (expected: at least 32)");
        }
        key = new SecretKeySpec(secret, ALGORITHM);
        id = Chain.sha256(secret).substring(0, ID_DIGITS);
    }

    /** The beginning of the key's own digest: tells keys apart without giving them away. */
    public String id() {
        return id;
    }

    String mac(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is missing from the Java runtime", e);
        }
    }

    /** Whether this key made the digest of the entry. */
    public boolean made(Entry entry) {
        return MessageDigest.isEqual(
                mac(entry.bytes()).getBytes(StandardCharsets.US_ASCII),
                entry.mac().getBytes(StandardCharsets.US_ASCII));
    }
}
