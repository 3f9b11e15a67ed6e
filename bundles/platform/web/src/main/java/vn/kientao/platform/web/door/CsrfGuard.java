package vn.kientao.platform.web.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import vn.kientao.platform.web.http.Exchange;
import vn.kientao.platform.web.http.Refusal;
import vn.kientao.platform.web.visit.Form;
import vn.kientao.platform.web.visit.Visit;

/**
 * Refuses unsafe requests that another site made the browser send: it must say that it comes from this site, as far as
 * it says anything, and bring the token of the reader's session or, without one, of the visitor's cookie. A program with an
 * access token is let through: browsers send none by themselves.
 */
final class CsrfGuard {
    private CsrfGuard() {}

    /** @throws Refusal 403 */
    static void check(Visit visit) {
        if (visit.safe() || visit.program()) {
            return;
        }
        if (fromElsewhere(visit.exchange())) {
            throw new Refusal(403, "other-site");
        }
        String sent = visit.exchange()
                .header("X-CSRF-Token")
                .or(() -> visit.form().first(Form.CSRF))
                .orElse("");
        if (!same(sent, visit.csrfToken())) {
            throw new Refusal(403, "form-expired");
        }
    }

    private static boolean fromElsewhere(Exchange exchange) {
        Optional<String> site = exchange.header("Sec-Fetch-Site");
        if (site.isPresent() && !site.get().equals("same-origin") && !site.get().equals("none")) {
            return true;
        }
        return exchange.header("Origin")
                .filter(origin -> !exchange.origin().isSame(origin))
                .isPresent();
    }

    private static boolean same(String sent, String expected) {
        return !expected.isEmpty()
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
