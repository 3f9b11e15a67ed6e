package vn.kientao.platform.security.web;

import gg.jte.output.WriterOutput;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Sessions;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.security.app.PasswordHasher;
import vn.kientao.platform.security.app.SessionRegister;
import vn.kientao.platform.security.app.SignIn;
import vn.kientao.platform.security.app.SignIn.Outcome;
import vn.kientao.platform.security.oidc.OidcProvider;
import vn.kientao.platform.security.oidc.OidcSignIn;
import vn.kientao.platform.security.passkey.Passkeys;
import vn.kientao.platform.security.passkey.Passkeys.Purpose;
import vn.kientao.platform.security.web.templates.StaticTemplates;
import vn.kientao.platform.security.web.templates.Templates;

/** Signing in with a password, and signing out. */
@Component
public final class SignInPages implements PlatformRoutes {
    static final String SECOND = "/sign-in/second";
    private static final String DEVICE = "kt-device";
    private static final String TICKET = "kt-ticket";
    private static final Duration DEVICE_LASTS = Duration.ofDays(180);
    private static final Duration TICKET_LASTS = Duration.ofMinutes(10);

    private final SignIn signIn;
    private final SessionRegister sessions;
    private final Passkeys passkeys;
    private final OidcSignIn oidc;
    private final Templates templates = new StaticTemplates();
    private final TextBundle texts = TextBundle.of(SignInPages.class);

    @Activate
    public SignInPages(
            @Reference SignIn signIn,
            @Reference SessionRegister sessions,
            @Reference Passkeys passkeys,
            @Reference OidcSignIn oidc) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.oidc = oidc;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/sign-in", Permission.ANYONE, this::form);
        routes.post("/sign-in", Permission.ANYONE, this::signIn);
        routes.post("/sign-out", Permission.ANYONE, this::signOut);
    }

    Reply form(Request request) {
        return page(request, 200, "", NextPage.of(request.query("next")), new FormErrors());
    }

    Reply signIn(Request request) {
        String login = request.field("login").orElse("");
        String password = request.field("password").orElse("");
        String next = NextPage.of(request.field("next"));
        FormErrors errors = new FormErrors();
        if (login.isEmpty()) {
            errors.add("login", texts.text("sign-in.login-missing"));
        }
        if (password.isEmpty()) {
            errors.add("password", texts.text("sign-in.password-missing"));
        }
        if (!errors.isEmpty()) {
            return page(request, 422, login, next, errors);
        }
        Outcome outcome = outcome(request, login, password);
        if (outcome instanceof Outcome.NeedsFactor owing) {
            return toSecondStep(owing, next);
        }
        return led(outcome, next, sessions).orElseGet(() -> {
            boolean tooMany = outcome instanceof Outcome.TooManyTries;
            errors.add("login", texts.text(tooMany ? "sign-in.too-many" : "sign-in.refused"));
            return page(request, tooMany ? 429 : 422, login, next, errors);
        });
    }

    static Reply toSecondStep(Outcome.NeedsFactor owing, String next) {
        return Reply.seeOther(SECOND + "?next=" + NextPage.encoded(next))
                .cookie(new Reply.Cookie(TICKET, owing.ticket(), TICKET_LASTS.toSeconds()));
    }

    /** The way on for somebody who has signed in. */
    static Optional<Reply> led(Outcome outcome, String next, SessionRegister sessions) {
        if (!(outcome instanceof Outcome.SignedIn signedIn)) {
            return Optional.empty();
        }
        return Optional.of(new Reply.Redirect(
                signedIn.mustChange() ? "/account/password" : next,
                Optional.empty(),
                List.of(
                        new Reply.Cookie(
                                Sessions.COOKIE,
                                signedIn.token(),
                                sessions.longest().toSeconds()),
                        new Reply.Cookie(DEVICE, signedIn.device(), DEVICE_LASTS.toSeconds()))));
    }

    static SignIn.From from(Request request) {
        return new SignIn.From(
                request.remoteAddress(), SentCookies.read(request, DEVICE), SessionCookie.token(request));
    }

    static String ticket(Request request) {
        return SentCookies.read(request, TICKET);
    }

    private Outcome outcome(Request request, String login, String password) {
        try {
            return signIn.signIn(login, password, from(request), request::audit);
        } catch (PasswordHasher.TooBusyException e) {
            throw new ProblemException(
                    new Problem(503, "sign-in-busy", texts.text("sign-in.busy"), texts.text("sign-in.busy-detail")));
        }
    }

    Reply signOut(Request request) {
        String token = SessionCookie.token(request);
        Optional<OidcProvider> provider = oidc.openedBy(token);
        signIn.signOut(token, request.actor().account(), request::audit);
        return Reply.seeOther(provider.map(one -> "/sign-in/oidc/" + one.id() + "/left")
                        .orElse("/sign-in"))
                .flash(request.page().text("sign-in.signed-out"))
                .cookie(new Reply.Cookie(Sessions.COOKIE, "", 0));
    }

    private Reply page(Request request, int status, String login, String next, FormErrors errors) {
        PasskeyRequest passkey = PasskeyRequest.forAny(passkeys, request, Purpose.SIGN_IN, List.of());
        List<LinksModel.Button> providers = oidc.providers().stream()
                .map(one -> new LinksModel.Button(
                        "/sign-in/oidc/" + one.id() + "?next=" + NextPage.encoded(next),
                        one.label().in(request.page().locale())))
                .toList();
        SignInModel model = new SignInModel(request.page(), login, next, passkey, providers, errors);
        return Reply.page(
                        request.page().text("sign-in.title"),
                        out -> templates.securitySignin(model).render(new WriterOutput(out)))
                .status(status);
    }
}
