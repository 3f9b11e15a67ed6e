package vn.kientao.platform.web.door;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of requests: short enough to be read out on the telephone, different on every node and after every start. */
final class RequestIds {
    private final AtomicLong next = new AtomicLong(new SecureRandom().nextLong());

    /** Twelve hexadecimal digits. Neighbours look nothing alike, so that two are not mixed up. */
    String next() {
        long mixed = next.getAndIncrement() * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        return HexFormat.of().toHexDigits(mixed, 12);
    }
}
