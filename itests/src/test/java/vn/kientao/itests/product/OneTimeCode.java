package vn.kientao.itests.product;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app: makes the codes of RFC 6238 from the key that a page shows for typing. */
public final class OneTimeCode {
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BYTES = 20;
    private static final int STEP_SECONDS = 30;

    private final byte[] secret;

    public OneTimeCode(String typedKey) {
        BigInteger number = BigInteger.ZERO;
        for (char sign : typedKey.replace(" ", "").toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(SIGNS.indexOf(sign)));
        }
        byte[] bytes = number.toByteArray();
        secret = new byte[BYTES];
        byte[] last = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - BYTES), bytes.length);
        System.arraycopy(last, 0, secret, BYTES - last.length, last.length);
    }

    public String now() {
        return at(Instant.now().getEpochSecond() / STEP_SECONDS);
    }

    /** The code of the step after this one, which is taken already and was never used. */
    public String next() {
        return at(Instant.now().getEpochSecond() / STEP_SECONDS + 1);
    }

    private String at(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash, hash[19] & 0xF, 4).getInt() & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA1", e);
        }
    }
}
