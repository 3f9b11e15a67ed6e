package vn.kientao.platform.security.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random tokens, readable one-time secrets, and the hash under which tokens are kept. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** No letter or digit that is easily taken for another; 31 signs. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private Secrets() {}

    /** 256 random bits, safe in a cookie. */
    public static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    /** Twenty readable signs in groups of five, about 99 bits: {@code k7mfp-…}. */
    public static String readable() {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                secret.append('-');
            }
            secret.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return secret.toString();
    }

    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** SHA-256 in 64 hexadecimal digits. */
    public static String hash(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
