package vn.kientao.platform.security.web;

import gg.jte.output.WriterOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import vn.kientao.platform.security.app.Accounts;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.store.TokenRepository.StoredToken;
import vn.kientao.platform.security.token.AccessTokens;
import vn.kientao.platform.security.web.templates.StaticTemplates;
import vn.kientao.platform.security.web.templates.Templates;

/**
 * Access tokens of programs: one's own under the account, and everybody's for administrators, who may also make one for
 * the account of a service (tài khoản dịch vụ).
 */
@Component
public final class TokenPages implements PlatformRoutes {
    private static final String OWN = "/account/tokens";
    private static final String ALL = "/admin/tokens";
    private static final int ROWS = 50;
    private static final int LONGEST_NAME = 100;

    private final AccessTokens tokens;
    private final Accounts accounts;
    private final Templates templates = new StaticTemplates();
    private final TextBundle texts = TextBundle.of(TokenPages.class);

    @Activate
    public TokenPages(@Reference AccessTokens tokens, @Reference Accounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(OWN, Permission.SIGNED_IN, request -> show(request, OWN));
        routes.post(OWN, Permission.SIGNED_IN, request -> create(request, OWN)).stepUp();
        routes.post(OWN + "/{id}/revoke", Permission.SIGNED_IN, this::revokeOwn);
        routes.get(ALL, Permission.ADMINISTER, request -> show(request, ALL));
        routes.post(ALL, Permission.ADMINISTER, request -> create(request, ALL)).stepUp();
        routes.post(ALL + "/{id}/revoke", Permission.ADMINISTER, this::revokeAny);
    }

    Reply show(Request request, String base) {
        return page(request, base, 200, "", new FormErrors());
    }

    Reply create(Request request, String base) {
        FormErrors errors = new FormErrors();
        String name = request.field("name").orElse("");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.add("name", texts.text("tokens.name-missing"));
        }
        Set<String> scopes = new HashSet<>(request.fieldAll("scope"));
        scopes.retainAll(AccessTokens.offered(request.actor()));
        if (scopes.isEmpty()) {
            errors.add("scope", texts.text("tokens.scope-missing"));
        }
        Optional<Duration> lasts = days(request);
        if (lasts.isEmpty()) {
            errors.add("days", texts.text("tokens.days-wrong"));
        }
        Optional<Account> owner = owner(request, base);
        if (owner.isEmpty()) {
            errors.add("login", texts.text("tokens.login-unknown"));
        }
        if (!errors.isEmpty()) {
            return page(request, base, 422, "", errors);
        }
        AccessTokens.Wanted wanted =
                new AccessTokens.Wanted(name, scopes, request.field("agency"), lasts.orElseThrow());
        String token = tokens.create(owner.orElseThrow().id(), wanted, request::audit);
        return page(request, base, 200, token, new FormErrors());
    }

    private Optional<Account> owner(Request request, String base) {
        return base.equals(ALL) ? accounts.byLogin(request.field("login").orElse("")) : accounts.find(account(request));
    }

    private static Optional<Duration> days(Request request) {
        return request.field("days")
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .filter(days -> days >= 1 && days <= AccessTokens.LONGEST.toDays())
                .map(Duration::ofDays);
    }

    Reply revokeOwn(Request request) {
        tokens.revoke(account(request), request.pathValue("id"), request::audit);
        return Reply.seeOther(OWN).flash(request.page().text("tokens.revoked"));
    }

    Reply revokeAny(Request request) {
        long account = request.field("account")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
        tokens.revoke(account, request.pathValue("id"), request::audit);
        return Reply.seeOther(ALL).flash(request.page().text("tokens.revoked"));
    }

    private Reply page(Request request, String base, int status, String shown, FormErrors errors) {
        List<StoredToken> found = base.equals(ALL) ? tokens.before(before(request), ROWS) : tokens.of(account(request));
        String next = base.equals(ALL) && found.size() == ROWS
                ? found.get(ROWS - 1).createdAt().toString()
                : "";
        TokensModel model = new TokensModel(
                request.page(),
                base,
                found.stream()
                        .map(token -> TokensModel.Row.of(
                                token,
                                accounts.find(token.account())
                                        .map(Account::login)
                                        .orElse("")))
                        .toList(),
                next,
                shown,
                AccessTokens.offered(request.actor()).stream().sorted().toList(),
                request.actor().agencies().stream().sorted().toList(),
                shown.isEmpty() ? request.fields() : java.util.Map.of(),
                errors);
        return Reply.page(
                        request.page().text("tokens.title"),
                        out -> templates.securityTokens(model).render(new WriterOutput(out)))
                .status(status)
                .crumbs(new Reply.Crumb(
                        request.page().text(base.equals(ALL) ? "accounts.title" : "account.title"),
                        base.equals(ALL) ? "/admin/accounts" : "/account"));
    }

    /** Later than any token when the reader begins. */
    private static Instant before(Request request) {
        try {
            return request.query("after")
                    .map(Instant::parse)
                    .orElse(request.now().plusSeconds(1));
        } catch (java.time.format.DateTimeParseException e) {
            return request.now().plusSeconds(1);
        }
    }

    private static long account(Request request) {
        return Long.parseLong(request.actor().account());
    }
}
