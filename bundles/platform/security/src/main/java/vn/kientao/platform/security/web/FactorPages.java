package vn.kientao.platform.security.web;

import gg.jte.output.WriterOutput;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.documents.Documents;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.security.app.Accounts;
import vn.kientao.platform.security.app.FactorPolicy;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.factor.FactorSetup;
import vn.kientao.platform.security.factor.SecondFactors;
import vn.kientao.platform.security.factor.Totp;
import vn.kientao.platform.security.passkey.PasskeyAnswer;
import vn.kientao.platform.security.passkey.PasskeyException;
import vn.kientao.platform.security.passkey.Passkeys;
import vn.kientao.platform.security.web.templates.StaticTemplates;
import vn.kientao.platform.security.web.templates.Templates;

/** One's own second factors: an app, passkeys, recovery codes. */
@Component
public final class FactorPages implements PlatformRoutes {
    private static final Logger log = LoggerFactory.getLogger(FactorPages.class);
    private static final String HOME = "/account/second-factor";
    private static final int QR_MILLIMETRES = 45;
    private static final int LONGEST_NAME = 60;

    private final Accounts accounts;
    private final SecondFactors factors;
    private final FactorSetup setup;
    private final Passkeys passkeys;
    private final FactorPolicy policy;
    private final Documents documents;
    private final Templates templates = new StaticTemplates();
    private final TextBundle texts = TextBundle.of(FactorPages.class);

    @Activate
    public FactorPages(
            @Reference Accounts accounts,
            @Reference SecondFactors factors,
            @Reference FactorSetup setup,
            @Reference Passkeys passkeys,
            @Reference FactorPolicy policy,
            @Reference Documents documents) {
        this.accounts = accounts;
        this.factors = factors;
        this.setup = setup;
        this.passkeys = passkeys;
        this.policy = policy;
        this.documents = documents;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(HOME, Permission.SIGNED_IN, this::show);
        routes.post(HOME + "/app", Permission.SIGNED_IN, this::confirmApp).stepUp();
        routes.post(HOME + "/app/remove", Permission.SIGNED_IN, this::removeApp).stepUp();
        routes.post(HOME + "/codes", Permission.SIGNED_IN, this::renewCodes).stepUp();
        routes.post(HOME + "/passkeys", Permission.SIGNED_IN, this::addPasskey).stepUp();
        routes.post(HOME + "/passkeys/{id}/remove", Permission.SIGNED_IN, this::removePasskey)
                .stepUp();
    }

    Reply show(Request request) {
        return page(request, 200, List.of(), new FormErrors());
    }

    Reply confirmApp(Request request) {
        FormErrors errors = new FormErrors();
        String typed = request.field("code").orElse("");
        Optional<List<String>> codes = factors.confirm(own(request).id(), typed, request::audit);
        if (codes.isEmpty()) {
            errors.add("code", texts.text("factor.code-wrong"));
            return page(request, 422, List.of(), errors);
        }
        return added(request, codes.get(), "factor.app-added");
    }

    Reply addPasskey(Request request) {
        String name = request.field("name").orElse(request.page().text("passkey.unnamed"));
        FormErrors errors = new FormErrors();
        Optional<PasskeyAnswer> answer = PasskeyAnswer.ofNew(request);
        if (name.length() > LONGEST_NAME) {
            errors.add("name", texts.text("passkey.name-too-long"));
            return page(request, 422, List.of(), errors);
        }
        try {
            PasskeyAnswer sent = answer.orElseThrow(PasskeyException::missing);
            List<String> codes =
                    setup.addPasskey(own(request).id(), name, sent, PasskeyRequest.place(request), request::audit);
            return added(request, codes, "passkey.added");
        } catch (PasskeyException e) {
            log.warn("A passkey was not believed: {}", e.getMessage());
            errors.add("name", texts.text("passkey.not-added"));
            return page(request, 422, List.of(), errors);
        }
    }

    /** New recovery codes are part of the answer: they are shown once and kept nowhere. */
    private Reply added(Request request, List<String> codes, String flash) {
        if (codes.isEmpty()) {
            return Reply.seeOther(HOME).flash(request.page().text(flash));
        }
        return page(request, 200, codes, new FormErrors());
    }

    Reply renewCodes(Request request) {
        if (!factors.status(own(request).id()).any()) {
            return Reply.seeOther(HOME);
        }
        return page(request, 200, factors.renewCodes(own(request).id(), request::audit), new FormErrors());
    }

    Reply removeApp(Request request) {
        factors.removeApp(own(request).id(), request::audit);
        return Reply.seeOther(HOME).flash(request.page().text("factor.removed"));
    }

    Reply removePasskey(Request request) {
        setup.removePasskey(own(request).id(), request.pathValue("id"), request::audit);
        return Reply.seeOther(HOME).flash(request.page().text("factor.removed"));
    }

    private Reply page(Request request, int status, List<String> codes, FormErrors errors) {
        Account account = own(request);
        Optional<byte[]> secret = factors.begin(account.id());
        String product = request.page().text("factor.issuer");
        SecondFactors.Status has = factors.status(account.id());
        FactorModel model = new FactorModel(
                request.page(),
                has,
                secret.map(key -> documents.qrSvg(Totp.address(key, product, account.login()), QR_MILLIMETRES))
                        .orElse(""),
                secret.map(Totp::typed).orElse(""),
                policy.factorRequired() && !has.any(),
                setup.passkeys(account.id()).stream()
                        .map(FactorModel.Passkey::of)
                        .toList(),
                PasskeyRequest.forNew(passkeys, request, account),
                codes,
                errors);
        return Reply.page(
                        request.page().text("factor.title"),
                        out -> templates.securityFactor(model).render(new WriterOutput(out)))
                .status(status)
                .crumbs(new Reply.Crumb(request.page().text("account.title"), "/account"));
    }

    private Account own(Request request) {
        return accounts.find(Long.parseLong(request.actor().account())).orElseThrow();
    }
}
