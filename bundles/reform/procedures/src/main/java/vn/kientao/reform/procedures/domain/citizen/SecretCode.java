package vn.kientao.reform.procedures.domain.citizen;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A code (mã bí mật) that is given to one person and kept by nobody: twelve signs that cannot be mistaken for each other,
 * 58 bits. The database knows {@link #lookup} only, and what is sealed with {@link #key} can be read by whoever brings the
 * code.
 *
 * @param text {@code XXXX-XXXX-XXXX}
 */
public record SecretCode(String text) {
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[" + SIGNS + "]{12}");
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final int ROUNDS = 60_000;
    private static final int LOOKUP_BYTES = 32;
    private static final int KEY_BYTES = 32;
    /** The same for all: a code is looked up by what is made of it. Codes are random, so nothing can be prepared. */
    private static final byte[] SALT = "vn.kientao.reform.procedures".getBytes(StandardCharsets.US_ASCII);

    public SecretCode {
        requireNonNull(text, "text");
        if (!SHAPE.matcher(bare(text)).matches()) {
            throw new IllegalArgumentException("no secret code (expected: XXXX-XXXX-XXXX)");
        }
        text = grouped(bare(text));
    }

    /** A new one. */
    public static SecretCode next(SecureRandom random) {
        StringBuilder signs = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            signs.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return new SecretCode(signs.toString());
    }

    /** Reads a code as people type it: small letters, spaces and hyphens do not matter. Empty when it is none. */
    public static Optional<SecretCode> parse(String typed) {
        String bare = bare(typed);
        return SHAPE.matcher(bare).matches() ? Optional.of(new SecretCode(bare)) : Optional.empty();
    }

    /** Under what the database finds what belongs to the code. */
    public String lookup() {
        return HexFormat.of().formatHex(Arrays.copyOf(derived(), LOOKUP_BYTES));
    }

    /** The key that opens what belongs to the code. */
    public byte[] key() {
        return Arrays.copyOfRange(derived(), LOOKUP_BYTES, LOOKUP_BYTES + KEY_BYTES);
    }

    private byte[] derived() {
        PBEKeySpec secret =
                new PBEKeySpec(bare(text).toCharArray(), SALT, ROUNDS, (LOOKUP_BYTES + KEY_BYTES) * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(secret)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot derive keys: " + e.getMessage(), e);
        } finally {
            secret.clearPassword();
        }
    }

    private static String bare(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static String grouped(String bare) {
        return bare.substring(0, GROUP) + "-" + bare.substring(GROUP, 2 * GROUP) + "-" + bare.substring(2 * GROUP);
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "SecretCode";
    }
}
