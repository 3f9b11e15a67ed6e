package vn.kientao.reform.procedures.web.citizen;

import gg.jte.output.WriterOutput;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.citizen.Subscriptions;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.web.dossier.TrackDoor;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Where a citizen asks for e-mails about a dossier, confirms that, and ends it. */
@Component
public final class SubscriptionPages implements ModuleRoutes {
    private static final int LONGEST = 200;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s.,;<>]+(\\.[^@\\s.,;<>]+)+");

    private final TrackDoor door;
    private final Subscriptions subscriptions;
    private final Templates templates = new StaticTemplates();

    @Activate
    public SubscriptionPages(@Reference TrackDoor door, @Reference Subscriptions subscriptions) {
        this.door = door;
        this.subscriptions = subscriptions;
    }

    @Override
    public void open(Routes routes) {
        routes.post("/subscription/new", Permission.ANYONE, this::ask);
        routes.get("/subscription", Permission.ANYONE, this::show);
        routes.post("/subscription", Permission.ANYONE, this::choose);
    }

    private Reply ask(Request request) {
        Page page = request.page();
        String email = request.field("email").orElse("");
        if (!EMAIL.matcher(email).matches() || email.length() > LONGEST) {
            throw new ProblemException(new Problem(
                    422, "invalid", Words.text("dossier.error.email", email), Words.text("track.problem.back")));
        }
        Optional<Dossier> dossier = door.byKey(
                request, request.field("code").orElse(""), request.field("k").orElse(""), new FormErrors());
        dossier.ifPresent(
                found -> subscriptions.ask(found, email, page.absolute(page.openLink("")), Words.now(request)));
        return Reply.seeOther(page.openLink("/track")).flash(page.text("subscribe.asked"));
    }

    private Reply show(Request request) {
        SubscriptionModel model =
                new SubscriptionModel(request.page(), request.query("k").orElse(""));
        return Reply.page(
                request.page().text("subscribe.confirm.title"),
                out -> templates.citizenSubscription(model).render(new WriterOutput(out)));
    }

    /** The same answer for a key that is known and for one that is not. */
    private Reply choose(Request request) {
        String key = request.field("k").orElse("");
        boolean stop = request.field("stop").isPresent();
        if (stop) {
            subscriptions.stop(key);
        } else {
            subscriptions.confirm(key);
        }
        return Reply.seeOther(request.page().openLink("/track"))
                .flash(request.page().text(stop ? "subscribe.stopped" : "subscribe.confirmed"));
    }
}
