package vn.kientao.platform.security.web;

import gg.jte.output.WriterOutput;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.StepUp;
import vn.kientao.platform.security.app.Accounts;
import vn.kientao.platform.security.app.Trace;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.factor.Confirmations;
import vn.kientao.platform.security.factor.Confirmations.Person;
import vn.kientao.platform.security.factor.Confirmations.Result;
import vn.kientao.platform.security.passkey.PasskeyAnswer;
import vn.kientao.platform.security.passkey.Passkeys;
import vn.kientao.platform.security.passkey.Passkeys.Purpose;
import vn.kientao.platform.security.store.PasskeyRepository.StoredPasskey;
import vn.kientao.platform.security.web.templates.StaticTemplates;
import vn.kientao.platform.security.web.templates.Templates;

/**
 * Asks for a fresh proof: on a page of its own for readers on their way to a page, and in the place of what a form was
 * about to do, with the form's fields kept.
 */
@Component(service = {StepUp.class, PlatformRoutes.class})
public final class ConfirmPages implements StepUp, PlatformRoutes {
    private static final String HOME = "/account/confirm";
    private static final String PROOF = "_proof";

    private final Confirmations confirmations;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Templates templates = new StaticTemplates();
    private final TextBundle texts = TextBundle.of(ConfirmPages.class);

    @Activate
    public ConfirmPages(
            @Reference Confirmations confirmations, @Reference Accounts accounts, @Reference Passkeys passkeys) {
        this.confirmations = confirmations;
        this.accounts = accounts;
        this.passkeys = passkeys;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(HOME, Permission.SIGNED_IN, this::form);
        routes.post(HOME, Permission.SIGNED_IN, this::confirm);
        routes.post("/api/v1/account/confirm", Permission.SIGNED_IN, this::confirmJson)
                .summary("confirm.summary")
                .accepts(Proof.class)
                .returns(Confirmed.class);
    }

    @Override
    public Optional<Reply> check(Request request) {
        if (confirmations.fresh(SessionCookie.token(request))) {
            return Optional.empty();
        }
        if (request.path().startsWith("/api/")) {
            throw required();
        }
        if (request.method().equals("GET")) {
            return Optional.of(Reply.seeOther(
                    HOME + "?next=" + NextPage.encoded(request.page().here())));
        }
        if (carriesFiles(request)) {
            return Optional.of(Reply.seeOther(HOME + "?next=" + NextPage.encoded(formPage(request)))
                    .flash(words(request).get("confirm.file-again")));
        }
        FormErrors errors = new FormErrors();
        if (!proofGiven(request)) {
            return Optional.of(page(request, 403, request.path(), kept(request), errors));
        }
        Result result = result(request);
        if (result == Result.CONFIRMED) {
            return Optional.empty();
        }
        return Optional.of(refused(request, request.path(), kept(request), result, errors));
    }

    Reply form(Request request) {
        Map<String, List<String>> kept = Map.of("next", List.of(NextPage.of(request.query("next"))));
        return page(request, 200, HOME, kept, new FormErrors());
    }

    Reply confirm(Request request) {
        String next = NextPage.of(request.field("next"));
        Result result = proofGiven(request) ? result(request) : Result.WRONG;
        return result == Result.CONFIRMED
                ? Reply.seeOther(next)
                : refused(request, HOME, Map.of("next", List.of(next)), result, new FormErrors());
    }

    Reply confirmJson(Request request) {
        if (SessionCookie.token(request).isEmpty()) {
            throw required();
        }
        String proof = request.json(Proof.class).proof();
        Result result = confirmations.confirm(person(request), proof, trace(request));
        if (result != Result.CONFIRMED) {
            boolean tooMany = result == Result.TOO_MANY;
            throw new ProblemException(new Problem(
                    tooMany ? 429 : 422,
                    "proof-refused",
                    texts.text(tooMany ? "sign-in.too-many" : "confirm.wrong"),
                    texts.text("confirm.required-detail")));
        }
        return Reply.json(new Confirmed(true));
    }

    /** @param proof a code of the app or a recovery code; the password of an account without second factor */
    public record Proof(String proof) {
        /** Without the proof. */
        @Override
        public String toString() {
            return "Proof";
        }
    }

    /** @param confirmed always true: grave actions are open for ten minutes */
    public record Confirmed(boolean confirmed) {}

    private Result result(Request request) {
        return PasskeyAnswer.of(request)
                .map(answer ->
                        confirmations.confirm(person(request), answer, PasskeyRequest.place(request), trace(request)))
                .orElseGet(() -> confirmations.confirm(
                        person(request), request.field(PROOF).orElse(""), trace(request)));
    }

    private static boolean proofGiven(Request request) {
        return request.field(PROOF).isPresent() || PasskeyAnswer.of(request).isPresent();
    }

    private static boolean carriesFiles(Request request) {
        return request.header("Content-Type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/");
    }

    /** The page on which the form stood. */
    private static String formPage(Request request) {
        Optional<String> path = request.header("Referer").map(URI::create).map(URI::getRawPath);
        return NextPage.of(path);
    }

    private static Map<String, List<String>> kept(Request request) {
        Map<String, List<String>> kept = new LinkedHashMap<>(request.form());
        kept.keySet()
                .removeIf(name -> name.equals("_csrf") || name.equals(PROOF) || name.startsWith(PasskeyAnswer.SIGNING));
        return kept;
    }

    /** A program with an access token has no way to prove that a person is there. */
    private ProblemException required() {
        return new ProblemException(new Problem(
                401, "step-up-required", texts.text("confirm.required"), texts.text("confirm.required-detail")));
    }

    /** The texts of this room; a page asked for on the way to another room's page has that one's. */
    private Texts words(Request request) {
        return texts.in(request.page().locale());
    }

    private static Trace trace(Request request) {
        return (action, objectType, objectId, detail) -> {
            AuditEntry entry = request.audit(action, objectType, objectId, detail);
            return new AuditEntry(
                    entry.account(),
                    entry.agency(),
                    "security",
                    action,
                    objectType,
                    objectId,
                    detail,
                    entry.requestId());
        };
    }

    private Person person(Request request) {
        return new Person(account(request).id(), SessionCookie.token(request), request.remoteAddress());
    }

    private Account account(Request request) {
        return accounts.find(Long.parseLong(request.actor().account())).orElseThrow();
    }

    private Reply refused(
            Request request, String action, Map<String, List<String>> kept, Result result, FormErrors errors) {
        boolean tooMany = result == Result.TOO_MANY;
        errors.add(PROOF, texts.text(tooMany ? "sign-in.too-many" : "confirm.wrong"));
        return page(request, tooMany ? 429 : 422, action, kept, errors);
    }

    private Reply page(Request request, int status, String action, Map<String, List<String>> kept, FormErrors errors) {
        Account account = account(request);
        List<StoredPasskey> own = passkeys.of(account.id());
        ConfirmModel model = new ConfirmModel(
                request.page(),
                words(request),
                action,
                kept,
                account.login(),
                confirmations.byFactor(account.id()),
                !own.isEmpty(),
                PasskeyRequest.forAny(passkeys, request, Purpose.CONFIRM, own),
                errors);
        return Reply.page(
                        words(request).get("confirm.title"),
                        out -> templates.securityConfirm(model).render(new WriterOutput(out)))
                .status(status);
    }
}
