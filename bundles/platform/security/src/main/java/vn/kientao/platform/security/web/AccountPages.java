package vn.kientao.platform.security.web;

import gg.jte.output.WriterOutput;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.security.app.Accounts;
import vn.kientao.platform.security.app.FirstStart;
import vn.kientao.platform.security.app.Posts;
import vn.kientao.platform.security.app.SessionRegister;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.web.templates.StaticTemplates;
import vn.kientao.platform.security.web.templates.Templates;

/** One's own account: posts, password, sessions; and who one is, for programs. */
@Component
public final class AccountPages implements PlatformRoutes {
    private final Accounts accounts;
    private final SessionRegister sessions;
    private final FirstStart firstStart;
    private final Agencies agencies;
    private final Posts posts;
    private final People people;
    private final Templates templates = new StaticTemplates();
    private final TextBundle texts = TextBundle.of(AccountPages.class);

    @Activate
    public AccountPages(
            @Reference Accounts accounts,
            @Reference SessionRegister sessions,
            @Reference FirstStart firstStart,
            @Reference Agencies agencies,
            @Reference Posts posts,
            @Reference People people) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.firstStart = firstStart;
        this.agencies = agencies;
        this.posts = posts;
        this.people = people;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/account", Permission.SIGNED_IN, this::show);
        routes.get("/account/password", Permission.SIGNED_IN, this::passwordForm);
        routes.post("/account/password", Permission.SIGNED_IN, this::changePassword);
        routes.post("/account/sign-out-elsewhere", Permission.SIGNED_IN, this::signOutElsewhere);
        routes.post("/account/end-session", Permission.SIGNED_IN, this::endSession);
        routes.get("/api/v1/me", Permission.SIGNED_IN, this::me)
                .summary("me.summary")
                .returns(Me.class);
    }

    Reply show(Request request) {
        Account account = own(request);
        String here = sessions.id(SessionCookie.token(request));
        List<AccountModel.SessionView> views = sessions.of(account.id()).stream()
                .map(session -> new AccountModel.SessionView(
                        session.id(),
                        session.createdAt(),
                        session.seenAt(),
                        Device.of(session.whence().device()),
                        session.whence().address(),
                        session.id().equals(here)))
                .toList();
        AccountModel model = new AccountModel(request.page(), account, open(request, account), views);
        return Reply.page(
                request.page().text("account.title"),
                out -> templates.securityAccount(model).render(new WriterOutput(out)));
    }

    Reply passwordForm(Request request) {
        return password(request, 200, new FormErrors());
    }

    Reply changePassword(Request request) {
        String current = request.field("current").orElse("");
        String next = request.field("next").orElse("");
        FormErrors errors = new FormErrors();
        if (current.isEmpty()) {
            errors.add("current", texts.text("password.current-missing"));
        }
        if (!next.equals(request.field("again").orElse(""))) {
            errors.add("again", texts.text("password.differs"));
        }
        if (errors.isEmpty()) {
            long account = own(request).id();
            accounts.changePassword(account, current, next, SessionCookie.token(request), request::audit)
                    .ifPresentOrElse(
                            key -> errors.add(key.equals("password.wrong") ? "current" : "next", texts.text(key)),
                            () -> firstStart.passwordChanged(account));
        }
        if (!errors.isEmpty()) {
            return password(request, 422, errors);
        }
        return Reply.seeOther("/account").flash(request.page().text("password.changed"));
    }

    Reply signOutElsewhere(Request request) {
        accounts.signOutElsewhere(own(request).id(), SessionCookie.token(request), request::audit);
        return Reply.seeOther("/account").flash(request.page().text("account.signed-out-elsewhere"));
    }

    Reply endSession(Request request) {
        boolean ended =
                accounts.endSession(own(request).id(), request.field("session").orElse(""), request::audit);
        return Reply.seeOther("/account")
                .flash(request.page().text(ended ? "account.session-ended" : "account.session-over"));
    }

    Reply me(Request request) {
        Account account = own(request);
        List<Me.Post> held = posts.held(account.id()).stream()
                .map(post -> new Me.Post(post.role(), post.agency().orElse(""), post.unit()))
                .toList();
        return Reply.json(new Me(String.valueOf(account.id()), account.login(), account.name(), held));
    }

    private Reply password(Request request, int status, FormErrors errors) {
        PasswordModel model = new PasswordModel(request.page(), own(request), errors);
        return Reply.page(
                        request.page().text("password.title"),
                        out -> templates.securityPassword(model).render(new WriterOutput(out)))
                .status(status)
                .crumbs(new Reply.Crumb(request.page().text("account.title"), "/account"));
    }

    private Account own(Request request) {
        return accounts.find(Long.parseLong(request.actor().account())).orElseThrow();
    }

    private List<PostView> open(Request request, Account account) {
        return PostView.of(
                        posts.of(account.id()),
                        posts.today(),
                        agencies,
                        people,
                        request.page().texts())
                .stream()
                .filter(post -> !post.over())
                .toList();
    }

    /** Who the caller is. */
    public record Me(String id, String login, String name, List<Post> posts) {
        /** @param agency code of the agency; empty when the role is held everywhere */
        public record Post(String role, String agency, String unit) {}
    }
}
