package vn.kientao.platform.security.web;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.security.app.SessionRegister;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.NewPost;
import vn.kientao.platform.security.domain.Post;
import vn.kientao.platform.security.web.templates.StaticTemplates;
import vn.kientao.platform.security.web.templates.Templates;

/** One person: posts given and ended, the way in, sessions. */
@Component(service = {PlatformRoutes.class, PersonPages.class})
public final class PersonPages implements PlatformRoutes {
    private final PeopleDoor door;
    private final SessionRegister sessions;
    private final People people;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PersonPages(@Reference PeopleDoor door, @Reference SessionRegister sessions, @Reference People people) {
        this.door = door;
        this.sessions = sessions;
        this.people = people;
    }

    @Override
    public void routes(Routes routes) {
        declare(routes, "/admin/accounts/{id}", Permission.ADMINISTER);
        declare(routes, "/{agency}/staff/{id}", Permission.STAFF);
    }

    private void declare(Routes routes, String base, Permission permission) {
        routes.get(base, permission, this::show);
        routes.post(base + "/posts", permission, this::grant).stepUp();
        routes.post(base + "/posts/{post}/end", permission, this::end);
        routes.post(base + "/disable", permission, request -> disable(request, true));
        routes.post(base + "/enable", permission, request -> disable(request, false));
        routes.post(base + "/reset", permission, this::reset).stepUp();
        routes.post(base + "/remove-factors", permission, this::removeFactors).stepUp();
        routes.post(base + "/end-sessions", permission, this::endSessions);
    }

    Reply show(Request request) {
        return show(request, door.account(request), 200, "", PostForm.empty(door, request), new FormErrors());
    }

    Reply show(Request request, Account account, int status, String secret, PostForm form, FormErrors errors) {
        PersonModel model = new PersonModel(
                request.page(),
                PeopleDoor.base(request),
                account,
                door.mayManage(request, account),
                posts(request, account),
                door.roles(request),
                door.choice(request),
                form,
                door.factors().any(account.id()),
                sessions.of(account.id()).size(),
                secret,
                errors);
        return Reply.page(account.name(), out -> templates.securityPerson(model).render(new WriterOutput(out)))
                .status(status)
                .crumbs(listCrumb(request));
    }

    private List<PostView> posts(Request request, Account account) {
        Optional<String> agency = PeopleDoor.agency(request);
        List<Post> posts = door.posts().of(account.id()).stream()
                .filter(post -> agency.isEmpty() || post.agency().equals(agency))
                .toList();
        return PostView.of(
                posts,
                door.posts().today(),
                door.agencies(),
                people,
                request.page().texts());
    }

    Reply grant(Request request) {
        Account account = door.account(request);
        PostForm typed = PostForm.of(request);
        FormErrors errors = new FormErrors();
        Optional<NewPost> post = typed.read(door, errors);
        if (post.isEmpty()) {
            return show(request, account, 422, "", typed, errors);
        }
        boolean granted =
                door.allowed(() -> door.posts().grant(account.id(), post.get(), door.mandate(request), request::audit));
        if (!granted) {
            errors.add("role", door.text("posts.held-already"));
            return show(request, account, 422, "", typed, errors);
        }
        return done(request, account, "accounts.granted");
    }

    Reply end(Request request) {
        Account account = door.account(request);
        String typed = request.field("last").orElse("");
        Optional<LocalDate> last = typed.isEmpty() ? Optional.empty() : Days.of(typed);
        if (!typed.isEmpty()
                && last.filter(day -> !day.isBefore(door.posts().today())).isEmpty()) {
            FormErrors errors = new FormErrors();
            errors.add("last-" + request.pathValue("post"), door.text("posts.last-wrong", typed));
            return show(request, account, 422, "", PostForm.empty(door, request), errors);
        }
        boolean ended = door.allowed(() -> door.posts()
                .end(account.id(), number(request.pathValue("post")), last, door.mandate(request), request::audit));
        return done(request, account, ended ? "accounts.revoked" : "posts.over-already");
    }

    static long number(String word) {
        return word.matches("[0-9]{1,18}") ? Long.parseLong(word) : -1;
    }

    private Reply disable(Request request, boolean disabled) {
        Account account = door.account(request);
        door.allowed(() -> door.accounts().disable(account.id(), disabled, door.mandate(request), request::audit));
        return done(request, account, disabled ? "accounts.was-disabled" : "accounts.was-enabled");
    }

    Reply reset(Request request) {
        Account account = door.account(request);
        String secret = door.allowed(() -> door.accounts().reset(account.id(), door.mandate(request), request::audit));
        return show(request, door.account(request), 200, secret, PostForm.empty(door, request), new FormErrors());
    }

    Reply removeFactors(Request request) {
        Account account = door.account(request);
        String reason = request.field("reason").orElse("");
        Optional<LocalText> wrong = door.reasonError(reason);
        if (wrong.isPresent()) {
            FormErrors errors = new FormErrors();
            errors.add("reason", wrong.get());
            return show(request, account, 422, "", PostForm.empty(door, request), errors);
        }
        boolean removed = door.allowed(
                () -> door.factors().removeAll(account.id(), door.mandate(request), reason, request::audit));
        return done(request, account, removed ? "accounts.factors-removed" : "accounts.factors-none");
    }

    private Reply endSessions(Request request) {
        Account account = door.account(request);
        int ended =
                door.allowed(() -> door.accounts().endSessions(account.id(), door.mandate(request), request::audit));
        return Reply.seeOther(address(request, account))
                .flash(request.page().text("accounts.sessions-ended", String.valueOf(ended)));
    }

    private static Reply done(Request request, Account account, String key) {
        return Reply.seeOther(address(request, account)).flash(request.page().text(key));
    }

    private static String address(Request request, Account account) {
        return PeopleDoor.base(request) + "/" + account.id();
    }

    static Reply.Crumb listCrumb(Request request) {
        String key = PeopleDoor.agency(request).isPresent() ? "staff.title" : "accounts.title";
        return new Reply.Crumb(request.page().text(key), PeopleDoor.base(request));
    }
}
