package vn.kientao.platform.security.web;

import gg.jte.output.WriterOutput;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.security.app.SessionRegister;
import vn.kientao.platform.security.app.SignIn.Outcome;
import vn.kientao.platform.security.factor.SecondStep;
import vn.kientao.platform.security.passkey.PasskeyAnswer;
import vn.kientao.platform.security.passkey.Passkeys;
import vn.kientao.platform.security.passkey.Passkeys.Purpose;
import vn.kientao.platform.security.store.PasskeyRepository.StoredPasskey;
import vn.kientao.platform.security.web.templates.StaticTemplates;
import vn.kientao.platform.security.web.templates.Templates;

/** The second half of signing in, and signing in with a passkey alone. */
@Component
public final class SecondStepPages implements PlatformRoutes {
    private final SecondStep step;
    private final SessionRegister sessions;
    private final Passkeys passkeys;
    private final Templates templates = new StaticTemplates();
    private final TextBundle texts = TextBundle.of(SecondStepPages.class);

    @Activate
    public SecondStepPages(
            @Reference SecondStep step, @Reference SessionRegister sessions, @Reference Passkeys passkeys) {
        this.step = step;
        this.sessions = sessions;
        this.passkeys = passkeys;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(SignInPages.SECOND, Permission.ANYONE, this::form);
        routes.post(SignInPages.SECOND, Permission.ANYONE, this::code);
        routes.post("/sign-in/passkey", Permission.ANYONE, this::passkey);
    }

    Reply form(Request request) {
        return page(request, 200, NextPage.of(request.query("next")), new FormErrors());
    }

    Reply code(Request request) {
        String next = NextPage.of(request.field("next"));
        String typed = request.field("code").orElse("");
        FormErrors errors = new FormErrors();
        if (typed.isEmpty()) {
            errors.add("code", texts.text("second.code-missing"));
            return page(request, 422, next, errors);
        }
        Outcome outcome = step.byCode(SignInPages.ticket(request), typed, SignInPages.from(request), request::audit);
        return SignInPages.led(outcome, next, sessions).orElseGet(() -> {
            boolean tooMany = outcome instanceof Outcome.TooManyTries;
            errors.add("code", texts.text(tooMany ? "sign-in.too-many" : "second.refused"));
            return page(request, tooMany ? 429 : 422, next, errors);
        });
    }

    Reply passkey(Request request) {
        String next = NextPage.of(request.field("next"));
        Outcome outcome = PasskeyAnswer.of(request)
                .map(answer -> step.byPasskey(
                        answer, PasskeyRequest.place(request), SignInPages.from(request), request::audit))
                .orElseGet(Outcome.Refused::new);
        return SignInPages.led(outcome, next, sessions)
                .orElseGet(() -> Reply.seeOther("/sign-in?next=" + NextPage.encoded(next))
                        .flash(request.page().text("passkey.refused")));
    }

    private Reply page(Request request, int status, String next, FormErrors errors) {
        Optional<Long> owner = step.owner(SignInPages.ticket(request));
        if (owner.isEmpty()) {
            return Reply.seeOther("/sign-in?next=" + NextPage.encoded(next))
                    .flash(request.page().text("second.over"));
        }
        List<StoredPasskey> own = passkeys.of(owner.get());
        SecondModel model = new SecondModel(
                request.page(),
                next,
                PasskeyRequest.forAny(passkeys, request, Purpose.SIGN_IN, own),
                !own.isEmpty(),
                errors);
        return Reply.page(
                        request.page().text("second.title"),
                        out -> templates.securitySecond(model).render(new WriterOutput(out)))
                .status(status);
    }
}
