package vn.kientao.platform.web.door;

import java.util.Optional;
import vn.kientao.platform.web.http.Refusal;
import vn.kientao.platform.web.route.CompiledRoute;
import vn.kientao.platform.web.visit.Visit;

/** Programs that change a record say which version of it they have seen (RFC 9110 §13.1.1, RFC 6585 §3). */
final class IfMatch {
    private IfMatch() {}

    /** @throws Refusal 428 when the route needs the header and it is not there */
    static void check(Visit visit, CompiledRoute route) {
        if (route.isVersioned() && !visit.safe() && header(visit).isEmpty()) {
            throw new Refusal(428, "version-missing");
        }
    }

    /** Somebody was quicker between reading and writing: a broken condition for who named a version, else a conflict. */
    static Refusal stale(Visit visit) {
        return header(visit).isPresent() ? new Refusal(412, "version-moved") : new Refusal(409, "stale");
    }

    private static Optional<String> header(Visit visit) {
        return visit.exchange().header("If-Match");
    }
}
