package vn.kientao.reform.procedures.domain.citizen;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals a text so that only the holder of a {@link SecretCode} can read it: AES-256 in GCM, a fresh nonce each time. */
public final class Seal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Seal() {}

    public static String close(SecretCode code, String text, SecureRandom random) {
        return close(code.key(), text, random);
    }

    /** A text, sealed with the {@linkplain SecretCode#key key} of a code. */
    public static String close(byte[] key, String text, SecureRandom random) {
        return Base64.getEncoder().encodeToString(close(key, text.getBytes(StandardCharsets.UTF_8), random));
    }

    /** Bytes, sealed with the {@linkplain SecretCode#key key} of a code. */
    public static byte[] close(byte[] key, byte[] content, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(content);
            byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot seal: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException when the code does not fit, or somebody changed what was sealed */
    public static String open(SecretCode code, String sealed) {
        return open(code.key(), sealed);
    }

    /** @throws IllegalArgumentException when the key does not fit, or somebody changed what was sealed */
    public static String open(byte[] key, String sealed) {
        return new String(open(key, Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException when the key does not fit, or somebody changed what was sealed */
    public static byte[] open(byte[] key, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the seal does not open with this code", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
