package vn.kientao.platform.security.passkey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.kientao.platform.security.domain.Secrets;

/**
 * Challenges that nobody has to remember: 16 random bytes, the time they end, and a seal over both, over what they are for
 * and over the page they stand on. Who answers one spends it, see {@link Passkeys}.
 */
final class Challenges {
    /** For as long as a sign-in page may stand open before its button stops working. */
    static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private static final int NONCE = 16;
    private static final int HEAD = NONCE + Long.BYTES;

    private final byte[] key;

    Challenges(byte[] key) {
        this.key = key;
    }

    /** @param page a secret of the page that the challenge stands on: its CSRF token */
    String make(String purpose, String page, Instant now) {
        byte[] head = ByteBuffer.allocate(HEAD)
                .put(Secrets.bytes(NONCE))
                .putLong(now.plus(GOOD_FOR).getEpochSecond())
                .array();
        byte[] seal = seal(head, purpose, page);
        byte[] all = Arrays.copyOf(head, HEAD + seal.length);
        System.arraycopy(seal, 0, all, HEAD, seal.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** @throws PasskeyException when it is not one of ours for this purpose and page, or has ended */
    void require(byte[] challenge, String purpose, String page, Instant now) {
        if (challenge.length <= HEAD) {
            throw new PasskeyException("challenge of " + challenge.length + " bytes");
        }
        byte[] head = Arrays.copyOf(challenge, HEAD);
        byte[] seal = Arrays.copyOfRange(challenge, HEAD, challenge.length);
        if (!MessageDigest.isEqual(seal, seal(head, purpose, page))) {
            throw new PasskeyException("challenge that was made for another page or purpose");
        }
        if (ByteBuffer.wrap(head).getLong(NONCE) < now.getEpochSecond()) {
            throw new PasskeyException("challenge that has ended");
        }
    }

    private byte[] seal(byte[] head, String purpose, String page) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head);
            return mac.doFinal((purpose + " " + page).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
