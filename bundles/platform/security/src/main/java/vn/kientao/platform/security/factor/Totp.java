package vn.kientao.platform.security.factor;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes (RFC 6238): HMAC-SHA-1, six digits, steps of 30 s, one step of tolerance to either side. */
public final class Totp {
    /** Bytes of a secret, as many as SHA-1 makes. */
    public static final int SECRET_BYTES = 20;

    private static final long STEP_SECONDS = 30;
    private static final int TOLERATED_STEPS = 1;
    private static final int MODULUS = 1_000_000;

    private Totp() {}

    /** The step that an instant lies in. */
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The six digits of a step. */
    public static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0F;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format("%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA1", e);
        }
    }

    /** The step whose code was typed, later than {@code lastStep}; empty when it is wrong, too old or was used before. */
    public static OptionalLong match(byte[] secret, String typed, Instant now, long lastStep) {
        byte[] sent = typed.getBytes(StandardCharsets.UTF_8);
        long present = step(now);
        OptionalLong matched = OptionalLong.empty();
        for (long step = present - TOLERATED_STEPS; step <= present + TOLERATED_STEPS; step++) {
            boolean same = MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.US_ASCII), sent);
            if (same && step > lastStep) {
                matched = OptionalLong.of(step);
            }
        }
        return matched;
    }

    /** The address that authenticator apps read from a QR code. */
    public static String address(byte[] secret, String issuer, String login) {
        String label = encoded(issuer) + ":" + encoded(login);
        return "otpauth://totp/" + label + "?secret=" + Base32.encode(secret) + "&issuer=" + encoded(issuer)
                + "&algorithm=SHA1&digits=6&period=" + STEP_SECONDS;
    }

    /** The secret for typing, in groups of four. */
    public static String typed(byte[] secret) {
        return Base32.encode(secret).replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
