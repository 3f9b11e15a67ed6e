package vn.kientao.platform.security.web;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.security.app.SessionRegister;
import vn.kientao.platform.security.app.SessionRegister.Remaining;

/** How long a session lasts, for the warning that a page shows before its end, and the click that prolongs it. */
@Component
public final class SessionPages implements PlatformRoutes {
    private final SessionRegister sessions;

    @Activate
    public SessionPages(@Reference SessionRegister sessions) {
        this.sessions = sessions;
    }

    @Override
    public void routes(Routes routes) {
        // The front door knows this path: a GET of it does not make the session last longer, a POST does.
        routes.get("/session", Permission.ANYONE, this::left);
        routes.post("/session", Permission.SIGNED_IN, this::left);
    }

    /**
     * @param seconds seconds until the session ends unless it is used; 0 when there is none
     * @param atMost seconds until it ends however much it is used
     */
    public record Left(long seconds, long atMost) {}

    Reply left(Request request) {
        Optional<Remaining> remaining = sessions.remaining(SessionCookie.token(request));
        return Reply.json(new Left(
                remaining.map(Remaining::unused).map(Duration::toSeconds).orElse(0L),
                remaining.map(Remaining::atMost).map(Duration::toSeconds).orElse(0L)));
    }
}
