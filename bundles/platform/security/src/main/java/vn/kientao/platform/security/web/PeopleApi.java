package vn.kientao.platform.security.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.security.app.Accounts;
import vn.kientao.platform.security.app.Hiring;
import vn.kientao.platform.security.app.SignIn;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.ListPlace;
import vn.kientao.platform.security.domain.NewPost;
import vn.kientao.platform.security.domain.Post;
import vn.kientao.platform.security.domain.Slice;

/** People for programs: the same two doors, the same rules, the same verbs as the pages. */
@Component
public final class PeopleApi implements PlatformRoutes {
    private final PeopleDoor door;
    private final Hiring hiring;

    @Activate
    public PeopleApi(@Reference PeopleDoor door, @Reference Hiring hiring) {
        this.door = door;
        this.hiring = hiring;
    }

    /** A new account with its first post. */
    public record NewPerson(String login, String name, PostForm.Body post) {}

    /** @param last last day; the post ends at once when it is missing */
    public record Ending(@Nullable String last) {}

    /** A one-time password, told this once. */
    public record Secret(String id, String login, String secret) {}

    /** @param reason why the second factors are taken away */
    public record Removal(String reason) {}

    /** @param removed false when there was no second factor */
    public record Removed(boolean removed) {}

    /** How many sessions were ended. */
    public record Ended(int sessions) {}

    @Override
    public void routes(Routes routes) {
        declare(routes, "/api/v1/admin/accounts", Permission.ADMINISTER);
        declare(routes, "/api/v1/{agency}/staff", Permission.STAFF);
    }

    private void declare(Routes routes, String base, Permission permission) {
        routes.get(base, permission, this::list)
                .summary("people.api.list")
                .query("q", "state", "role", "unit", "after", "before")
                .returns(PersonJson[].class);
        routes.post(base, permission, this::create)
                .stepUp()
                .summary("people.api.create")
                .accepts(NewPerson.class)
                .returns(Secret.class);
        String one = base + "/{id}";
        routes.get(one, permission, request -> person(request, door.account(request)))
                .summary("people.api.show")
                .returns(PersonJson.class);
        routes.post(one + "/posts", permission, this::grant)
                .stepUp()
                .summary("people.api.grant")
                .accepts(PostForm.Body.class)
                .returns(PersonJson.class);
        routes.post(one + "/posts/{post}/end", permission, this::end)
                .summary("people.api.end")
                .accepts(Ending.class)
                .returns(PersonJson.class);
        routes.post(one + "/disable", permission, request -> disable(request, true))
                .summary("people.api.disable")
                .returns(PersonJson.class);
        routes.post(one + "/enable", permission, request -> disable(request, false))
                .summary("people.api.enable")
                .returns(PersonJson.class);
        routes.post(one + "/reset", permission, this::reset)
                .stepUp()
                .summary("people.api.reset")
                .returns(Secret.class);
        routes.post(one + "/remove-factors", permission, this::removeFactors)
                .stepUp()
                .summary("people.api.remove-factors")
                .accepts(Removal.class)
                .returns(Removed.class);
        routes.post(one + "/end-sessions", permission, this::endSessions)
                .summary("people.api.end-sessions")
                .returns(Ended.class);
    }

    private Reply list(Request request) {
        Slice<Account> found = door.accounts()
                .page(
                        PeopleListPages.filter(request),
                        ListPlace.of(request.query("after"), request.query("before")),
                        PeopleListPages.PAGE);
        Map<Long, List<Post>> posts =
                door.posts().of(found.rows().stream().map(Account::id).toList());
        return Reply.json(found.rows().stream()
                .map(account -> json(request, account, posts.getOrDefault(account.id(), List.of())))
                .toList());
    }

    private Reply create(Request request) {
        NewPerson body = request.json(NewPerson.class);
        String login = SignIn.login(body.login());
        String name = body.name().strip();
        FormErrors errors = new FormErrors();
        if (!Accounts.validLogin(login)) {
            errors.add("login", door.text("accounts.login-shape"));
        }
        if (name.isEmpty() || name.length() > 200) {
            errors.add("name", door.text("accounts.name-missing"));
        }
        Optional<NewPost> post = PostForm.of(request, body.post()).read(door, errors);
        refuse(errors);
        Optional<Hiring.Hired> hired =
                door.allowed(() -> hiring.hire(login, name, post.orElseThrow(), door.mandate(request), request::audit));
        if (hired.isEmpty()) {
            errors.add("login", door.text("accounts.login-taken"));
        }
        refuse(errors);
        return Reply.json(new Secret(
                String.valueOf(hired.orElseThrow().account()),
                login,
                hired.get().secret()));
    }

    private Reply grant(Request request) {
        Account account = door.account(request);
        FormErrors errors = new FormErrors();
        Optional<NewPost> post =
                PostForm.of(request, request.json(PostForm.Body.class)).read(door, errors);
        refuse(errors);
        boolean granted = door.allowed(
                () -> door.posts().grant(account.id(), post.orElseThrow(), door.mandate(request), request::audit));
        if (!granted) {
            errors.add("role", door.text("posts.held-already"));
        }
        refuse(errors);
        return person(request, account);
    }

    private Reply end(Request request) {
        Account account = door.account(request);
        String typed = Optional.ofNullable(request.json(Ending.class).last()).orElse("");
        Optional<LocalDate> last = typed.isEmpty() ? Optional.empty() : Days.of(typed);
        FormErrors errors = new FormErrors();
        if (!typed.isEmpty()
                && last.filter(day -> !day.isBefore(door.posts().today())).isEmpty()) {
            errors.add("last", door.text("posts.last-wrong", typed));
        }
        refuse(errors);
        boolean ended = door.allowed(() -> door.posts()
                .end(
                        account.id(),
                        PersonPages.number(request.pathValue("post")),
                        last,
                        door.mandate(request),
                        request::audit));
        if (!ended) {
            throw new ProblemException(
                    new Problem(409, "post-over", door.text("posts.over-already"), LocalText.same("")));
        }
        return person(request, account);
    }

    private Reply disable(Request request, boolean disabled) {
        Account account = door.account(request);
        door.allowed(() -> door.accounts().disable(account.id(), disabled, door.mandate(request), request::audit));
        return person(request, door.account(request));
    }

    private Reply reset(Request request) {
        Account account = door.account(request);
        String secret = door.allowed(() -> door.accounts().reset(account.id(), door.mandate(request), request::audit));
        return Reply.json(new Secret(String.valueOf(account.id()), account.login(), secret));
    }

    private Reply removeFactors(Request request) {
        Account account = door.account(request);
        String reason = request.json(Removal.class).reason().strip();
        FormErrors errors = new FormErrors();
        door.reasonError(reason).ifPresent(wrong -> errors.add("reason", wrong));
        refuse(errors);
        return Reply.json(new Removed(door.allowed(
                () -> door.factors().removeAll(account.id(), door.mandate(request), reason, request::audit))));
    }

    private Reply endSessions(Request request) {
        Account account = door.account(request);
        return Reply.json(new Ended(
                door.allowed(() -> door.accounts().endSessions(account.id(), door.mandate(request), request::audit))));
    }

    private void refuse(FormErrors errors) {
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    new Problem(422, "bad-field", door.text("form.errors"), LocalText.same(""), errors.all()));
        }
    }

    private Reply person(Request request, Account account) {
        return Reply.json(json(request, account, door.posts().of(account.id())));
    }

    /** Through an agency's door only its own posts are told. */
    private PersonJson json(Request request, Account account, List<Post> posts) {
        Optional<String> agency = PeopleDoor.agency(request);
        List<Post> shown = posts.stream()
                .filter(post -> agency.isEmpty() || post.agency().equals(agency))
                .toList();
        return PersonJson.of(account, shown, door.posts().today());
    }
}
