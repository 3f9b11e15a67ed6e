package vn.kientao.platform.security.factor;

import java.security.SecureRandom;
import java.util.Locale;
import vn.kientao.platform.security.domain.Secrets;

/** Recovery codes (mã khôi phục): sixteen readable signs in groups of four, about 79 bits, each good for once. */
final class RecoveryCode {
    static final int COUNT = 10;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int SIGNS = 16;
    private static final int GROUP = 4;

    private RecoveryCode() {}

    static String make() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < SIGNS; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return code.toString();
    }

    /** The hash that is kept, for a code typed with or without hyphens. */
    static String hash(long account, String typed) {
        String bare = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return Secrets.hash("recovery " + account + " " + bare);
    }
}
