package vn.kientao.platform.security.web;

import gg.jte.output.WriterOutput;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.security.app.SessionRegister;
import vn.kientao.platform.security.app.SignIn.Outcome;
import vn.kientao.platform.security.oidc.OidcException;
import vn.kientao.platform.security.oidc.OidcProvider;
import vn.kientao.platform.security.oidc.OidcSignIn;
import vn.kientao.platform.security.oidc.OidcSignIn.Arrival;
import vn.kientao.platform.security.web.templates.StaticTemplates;
import vn.kientao.platform.security.web.templates.Templates;

/** The way to a provider and back, and the links of one's own account. */
@Component
public final class OidcPages implements PlatformRoutes {
    private static final Logger log = LoggerFactory.getLogger(OidcPages.class);
    private static final String WAY = "/sign-in/oidc/{provider}";
    private static final String LINKS = "/account/links";
    private static final String COOKIE = "kt-oidc";
    private static final long COOKIE_SECONDS = 600;

    private final OidcSignIn oidc;
    private final SessionRegister sessions;
    private final Templates templates = new StaticTemplates();
    private final TextBundle texts = TextBundle.of(OidcPages.class);

    @Activate
    public OidcPages(@Reference OidcSignIn oidc, @Reference SessionRegister sessions) {
        this.oidc = oidc;
        this.sessions = sessions;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(WAY, Permission.ANYONE, this::leave);
        routes.get(WAY + "/back", Permission.ANYONE, this::back);
        routes.get(WAY + "/left", Permission.ANYONE, this::left);
        routes.get(LINKS, Permission.SIGNED_IN, this::links);
        routes.get(LINKS + "/{provider}", Permission.SIGNED_IN, this::link).stepUp();
        routes.post(LINKS + "/remove", Permission.SIGNED_IN, this::unlink).stepUp();
    }

    Reply leave(Request request) {
        return departed(request, NextPage.of(request.query("next")), 0);
    }

    Reply link(Request request) {
        return departed(request, LINKS, account(request));
    }

    private Reply departed(Request request, String next, long account) {
        OidcProvider provider = provider(request);
        try {
            OidcSignIn.Departure departure = oidc.begin(provider, next, account, redirect(request, provider));
            return Reply.leave(departure.address(), new Reply.Cookie(COOKIE, departure.cookie(), COOKIE_SECONDS));
        } catch (OidcException e) {
            log.warn("{} cannot be reached: {}", provider.id(), e.getMessage());
            throw new ProblemException(new Problem(
                    503, "provider-away", texts.text("oidc.away", provider.label()), texts.text("oidc.away-detail")));
        }
    }

    Reply back(Request request) {
        OidcProvider provider = provider(request);
        OidcSignIn.Answer answer = new OidcSignIn.Answer(
                SentCookies.read(request, COOKIE),
                request.query("state").orElse(""),
                request.query("code").orElse(""),
                redirect(request, provider),
                request.actor().signedIn() ? account(request) : 0);
        Arrival arrival = oidc.finish(provider, answer, SignInPages.from(request), request::audit);
        if (arrival instanceof Arrival.SignedIn in) {
            return signedIn(request, in);
        }
        if (arrival instanceof Arrival.Linked linked) {
            return Reply.seeOther(linked.next()).flash(request.page().text("oidc.linked"));
        }
        String key = arrival instanceof Arrival.NotLinked ? "oidc.not-linked" : "oidc.refused";
        return Reply.seeOther(request.actor().signedIn() ? LINKS : "/sign-in")
                .flash(request.page().text(key));
    }

    private Reply signedIn(Request request, Arrival.SignedIn in) {
        if (in.outcome() instanceof Outcome.NeedsFactor owing) {
            return SignInPages.toSecondStep(owing, in.next());
        }
        return SignInPages.led(in.outcome(), in.next(), sessions)
                .orElseGet(() -> Reply.seeOther("/sign-in").flash(request.page().text("oidc.refused")));
    }

    /** After signing out here: the provider's own session may still be open, which is for its owner to decide. */
    Reply left(Request request) {
        OidcProvider provider = provider(request);
        String end = oidc.endSession(provider, request.page().absolute("/sign-in"))
                .map(Object::toString)
                .orElse("");
        String name = provider.label().in(request.page().locale());
        return Reply.page(
                request.page().text("sign-in.signed-out"),
                out -> templates.securityLeft(request.page(), name, end).render(new WriterOutput(out)));
    }

    Reply links(Request request) {
        List<LinksModel.Link> own = oidc.links(account(request)).stream()
                .map(link -> new LinksModel.Link(link.issuer(), link.subject()))
                .toList();
        LinksModel model = new LinksModel(request.page(), own, buttons(request));
        return Reply.page(
                        request.page().text("oidc.links"),
                        out -> templates.securityLinks(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(request.page().text("account.title"), "/account"));
    }

    Reply unlink(Request request) {
        oidc.unlink(
                account(request),
                request.field("issuer").orElse(""),
                request.field("subject").orElse(""),
                request::audit);
        return Reply.seeOther(LINKS).flash(request.page().text("factor.removed"));
    }

    private List<LinksModel.Button> buttons(Request request) {
        return oidc.providers().stream()
                .map(one -> new LinksModel.Button(
                        LINKS + "/" + one.id(), one.label().in(request.page().locale())))
                .toList();
    }

    private OidcProvider provider(Request request) {
        Optional<OidcProvider> found = oidc.provider(request.pathValue("provider"));
        return found.orElseThrow(() -> new ProblemException(
                new Problem(404, "unknown-provider", texts.text("oidc.unknown"), texts.text("oidc.away-detail"))));
    }

    private static String redirect(Request request, OidcProvider provider) {
        return request.page().absolute("/sign-in/oidc/" + provider.id() + "/back");
    }

    private static long account(Request request) {
        return Long.parseLong(request.actor().account());
    }
}
