package vn.kientao.platform.security.web;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.security.app.Accounts;
import vn.kientao.platform.security.app.SignIn;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.KnownRoles;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.web.templates.StaticTemplates;
import vn.kientao.platform.security.web.templates.Templates;

/** Everybody's accounts, for the platform's administrators. */
@Component
public final class AccountAdminPages implements PlatformRoutes {
    private static final int PAGE = 50;

    private final Accounts accounts;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();
    private final TextBundle texts = TextBundle.of(AccountAdminPages.class);

    @Activate
    public AccountAdminPages(@Reference Accounts accounts, @Reference Agencies agencies) {
        this.accounts = accounts;
        this.agencies = agencies;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/admin/accounts", Permission.ADMINISTER, this::list).menu("accounts.menu", "people", 50);
        routes.get("/admin/accounts/new", Permission.ADMINISTER, request -> form(request, 200, new FormErrors()));
        routes.post("/admin/accounts", Permission.ADMINISTER, this::create);
        routes.get(
                "/admin/accounts/{id}", Permission.ADMINISTER, request -> detail(request, 200, "", new FormErrors()));
        routes.post("/admin/accounts/{id}/grant", Permission.ADMINISTER, this::grant);
        routes.post("/admin/accounts/{id}/revoke", Permission.ADMINISTER, this::revoke);
        routes.post("/admin/accounts/{id}/disable", Permission.ADMINISTER, request -> disable(request, true));
        routes.post("/admin/accounts/{id}/enable", Permission.ADMINISTER, request -> disable(request, false));
        routes.post("/admin/accounts/{id}/reset", Permission.ADMINISTER, this::reset);
    }

    Reply list(Request request) {
        List<Account> found = accounts.page(request.query("after").orElse(""), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Account> shown = more ? found.subList(0, PAGE) : found;
        AccountListModel model = new AccountListModel(
                request.page(), shown, more ? shown.get(PAGE - 1).login() : "");
        return Reply.page(
                request.page().text("accounts.title"),
                out -> templates.securityAccounts(model).render(new WriterOutput(out)));
    }

    private Reply form(Request request, int status, FormErrors errors) {
        NewAccountModel model = new NewAccountModel(
                request.page(),
                request.field("login").orElse(""),
                request.field("name").orElse(""),
                errors);
        return Reply.page(
                        request.page().text("accounts.new"),
                        out -> templates.securityNewaccount(model).render(new WriterOutput(out)))
                .status(status)
                .crumbs(listCrumb(request));
    }

    Reply create(Request request) {
        String login = SignIn.login(request.field("login").orElse(""));
        String name = request.field("name").orElse("");
        FormErrors errors = new FormErrors();
        if (!Accounts.validLogin(login)) {
            errors.add("login", texts.text("accounts.login-shape"));
        }
        if (name.isEmpty() || name.length() > 200) {
            errors.add("name", texts.text("accounts.name-missing"));
        }
        if (!errors.isEmpty()) {
            return form(request, 422, errors);
        }
        String secret = Secrets.readable();
        Optional<Account> created = accounts.create(login, name, secret, true, request::audit);
        if (created.isEmpty()) {
            errors.add("login", texts.text("accounts.login-taken"));
            return form(request, 422, errors);
        }
        return detail(request, created.get(), 200, secret, errors);
    }

    Reply grant(Request request) {
        Account account = account(request);
        String role = request.field("role").orElse("");
        Optional<String> agency = request.field("agency");
        FormErrors errors = new FormErrors();
        if (!KnownRoles.all().contains(role)) {
            errors.add("role", texts.text("accounts.role-missing"));
        }
        if (agency.filter(code -> agencies.find(code).isEmpty()).isPresent()) {
            errors.add("agency", texts.text("accounts.agency-unknown"));
        }
        if (role.equals(Roles.PLATFORM_ADMINISTRATOR) && agency.isPresent()) {
            errors.add("agency", texts.text("accounts.administrator-everywhere"));
        }
        if (!errors.isEmpty()) {
            return detail(request, account, 422, "", errors);
        }
        accounts.grant(account.id(), new RoleGrant(role, agency), request::audit);
        return Reply.seeOther(address(account)).flash(request.page().text("accounts.granted"));
    }

    Reply revoke(Request request) {
        Account account = account(request);
        RoleGrant grant = new RoleGrant(request.field("role").orElse(""), request.field("agency"));
        try {
            accounts.revoke(account.id(), grant, request::audit);
        } catch (Accounts.LastAdministratorException e) {
            throw lastAdministrator();
        }
        return Reply.seeOther(address(account)).flash(request.page().text("accounts.revoked"));
    }

    private Reply disable(Request request, boolean disabled) {
        Account account = account(request);
        try {
            accounts.disable(account.id(), disabled, request::audit);
        } catch (Accounts.LastAdministratorException e) {
            throw lastAdministrator();
        }
        String done = disabled ? "accounts.was-disabled" : "accounts.was-enabled";
        return Reply.seeOther(address(account)).flash(request.page().text(done));
    }

    Reply reset(Request request) {
        Account account = account(request);
        String secret = accounts.reset(account.id(), request::audit);
        return detail(request, account(request), 200, secret, new FormErrors());
    }

    private Reply detail(Request request, int status, String secret, FormErrors errors) {
        return detail(request, account(request), status, secret, errors);
    }

    private Reply detail(Request request, Account account, int status, String secret, FormErrors errors) {
        List<RoleView> roles = accounts.grants(account.id()).stream()
                .map(grant -> RoleView.of(grant, agencies, request.page().texts()))
                .toList();
        LocalDate today = LocalDate.ofInstant(request.now(), Formats.ZONE);
        AccountDetailModel model =
                new AccountDetailModel(request.page(), account, roles, agencies.on(today), secret, errors);
        return Reply.page(
                        account.name(),
                        out -> templates.securityAccountdetail(model).render(new WriterOutput(out)))
                .status(status)
                .crumbs(listCrumb(request));
    }

    private Account account(Request request) {
        String id = request.pathValue("id");
        Optional<Account> account = id.matches("[0-9]{1,18}") ? accounts.find(Long.parseLong(id)) : Optional.empty();
        return account.orElseThrow(() -> new ProblemException(
                new Problem(404, "not-found", texts.text("accounts.unknown"), texts.text("accounts.unknown-detail"))));
    }

    private ProblemException lastAdministrator() {
        return new ProblemException(new Problem(
                409,
                "last-administrator",
                texts.text("accounts.last-administrator"),
                texts.text("accounts.last-administrator-detail")));
    }

    private static String address(Account account) {
        return "/admin/accounts/" + account.id();
    }

    private static Reply.Crumb listCrumb(Request request) {
        return new Reply.Crumb(request.page().text("accounts.title"), "/admin/accounts");
    }
}
