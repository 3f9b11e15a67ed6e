package vn.kientao.platform.web.reply;

import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a redirect may lead. */
final class Locations {
    private static final Logger log = LoggerFactory.getLogger(Locations.class);

    private Locations() {}

    /** The location in ASCII when it is a path of this site; the home page for everything else. */
    static String ofThisSite(String location) {
        boolean ours = location.startsWith("/") && !location.startsWith("//") && location.indexOf('\\') < 0;
        if (!ours) {
            log.warn("A redirect wanted to leave this site; it leads to the home page instead");
            return "/";
        }
        StringBuilder ascii = new StringBuilder();
        for (byte b : location.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0x20 && b < 0x7f) {
                ascii.append((char) b);
            } else {
                ascii.append(String.format("%%%02X", b & 0xff));
            }
        }
        return ascii.toString();
    }
}
