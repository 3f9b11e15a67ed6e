package vn.kientao.platform.web.door;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.web.http.Refusal;
import vn.kientao.platform.web.http.UrlText;
import vn.kientao.platform.web.route.CompiledRoute;
import vn.kientao.platform.web.visit.Addresses;
import vn.kientao.platform.web.visit.Visit;

/** Checks the permission that a route declares. */
final class Gatekeeper {
    private Gatekeeper() {}

    /**
     * Lets the actor in, or answers with the way to the sign-in page.
     *
     * @throws Refusal 401 for a program without a session, 403 for somebody who may not
     */
    static Optional<Reply> check(Visit visit, CompiledRoute route) {
        Optional<String> duty = duty(visit, route);
        if (duty.isPresent() && visit.forPrograms()) {
            throw new Refusal(403, "duty-first", duty.get());
        }
        if (duty.isPresent()) {
            return Optional.of(Reply.seeOther(duty.get()));
        }
        if (may(visit.actor(), route, visit.agency())) {
            return Optional.empty();
        }
        if (visit.actor().signedIn()) {
            throw new Refusal(403, "forbidden");
        }
        if (visit.forPrograms()) {
            throw new Refusal(401, "sign-in", Map.of("WWW-Authenticate", "Session realm=\"Kientao\""));
        }
        return Optional.of(Reply.seeOther("/sign-in?next=" + UrlText.encode(wayBack(visit))));
    }

    /** The page that the reader has to deal with first; what everybody may see stays open, and so does the way out. */
    private static Optional<String> duty(Visit visit, CompiledRoute route) {
        if (route.permission().equals(Permission.ANYONE)) {
            return Optional.empty();
        }
        String path = visit.exchange().rawPath();
        return visit.session()
                .flatMap(Session::duty)
                .filter(duty -> !path.equals(duty) && !path.startsWith(duty + "/"));
    }

    private static boolean may(Actor actor, CompiledRoute route, Optional<Agency> agency) {
        return agency.map(place -> actor.can(route.permission(), place.code()))
                .orElseGet(() -> actor.canEverywhere(route.permission()));
    }

    /** The page asked for; after a form, the page that the form stood on. */
    private static String wayBack(Visit visit) {
        if (visit.safe()) {
            return Addresses.here(visit);
        }
        return visit.exchange()
                .header("Referer")
                .filter(referer -> referer.startsWith(visit.exchange().origin().address() + "/"))
                .map(referer -> URI.create(referer))
                .map(uri -> uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery())
                .orElse("/");
    }
}
