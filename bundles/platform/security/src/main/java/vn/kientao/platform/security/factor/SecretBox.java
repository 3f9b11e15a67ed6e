package vn.kientao.platform.security.factor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.kientao.platform.security.domain.Secrets;

/**
 * Locks secrets away with AES-256-GCM under a key that is not in the database, so that a copy of the database alone gives
 * nobody a second factor. What is locked is bound to its purpose: a row copied to another account does not open.
 */
public final class SecretBox {
    /** Bytes of the key. */
    public static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    public SecretBox(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("key of " + key.length + " bytes (expected: " + KEY_BYTES + ")");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** @param purpose whose secret it is and what for; the same words open it */
    public String lock(byte[] secret, String purpose) {
        byte[] nonce = Secrets.bytes(NONCE_BYTES);
        byte[] locked = crypt(Cipher.ENCRYPT_MODE, nonce, secret, purpose)
                .orElseThrow(() -> new IllegalStateException("a secret could not be locked"));
        byte[] all = Arrays.copyOf(nonce, nonce.length + locked.length);
        System.arraycopy(locked, 0, all, nonce.length, locked.length);
        return Base64.getEncoder().encodeToString(all);
    }

    /** The secret; empty when it was locked with another key or for another purpose. */
    public Optional<byte[]> open(String locked, String purpose) {
        byte[] all = Base64.getDecoder().decode(locked);
        if (all.length < NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        return crypt(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(all, NONCE_BYTES, all.length), purpose);
    }

    private Optional<byte[]> crypt(int mode, byte[] nonce, byte[] input, String purpose) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(input));
        } catch (javax.crypto.AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES/GCM", e);
        }
    }
}
