package vn.kientao.reform.procedures.app.dossier;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the random keys in the addresses of receipts: 128 bits, nothing to guess. */
public final class TrackingKeys {
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    public String next() {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
