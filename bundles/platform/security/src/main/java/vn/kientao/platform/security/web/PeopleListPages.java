package vn.kientao.platform.security.web;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.security.app.Accounts;
import vn.kientao.platform.security.app.Hiring;
import vn.kientao.platform.security.app.SignIn;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.AccountFilter;
import vn.kientao.platform.security.domain.KnownRoles;
import vn.kientao.platform.security.domain.ListPlace;
import vn.kientao.platform.security.domain.NewPost;
import vn.kientao.platform.security.domain.Post;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.domain.Slice;
import vn.kientao.platform.security.web.templates.StaticTemplates;
import vn.kientao.platform.security.web.templates.Templates;

/** Lists of people, and the form of a new one: everybody's for the platform, its own for an agency. */
@Component
public final class PeopleListPages implements PlatformRoutes {
    static final int PAGE = 50;

    private final PeopleDoor door;
    private final PersonPages person;
    private final Hiring hiring;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PeopleListPages(@Reference PeopleDoor door, @Reference PersonPages person, @Reference Hiring hiring) {
        this.door = door;
        this.person = person;
        this.hiring = hiring;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/admin/accounts", Permission.ADMINISTER, this::list).menu("accounts.menu", "people", 50);
        routes.get("/{agency}/staff", Permission.STAFF, this::list).menu("staff.menu", "people", 910);
        declare(routes, "/admin/accounts", Permission.ADMINISTER);
        declare(routes, "/{agency}/staff", Permission.STAFF);
    }

    private void declare(Routes routes, String base, Permission permission) {
        routes.get(
                base + "/new",
                permission,
                request -> form(request, 200, PostForm.empty(door, request), new FormErrors()));
        routes.post(base, permission, this::create).stepUp();
    }

    Reply list(Request request) {
        AccountFilter filter = filter(request);
        Slice<Account> found =
                door.accounts().page(filter, ListPlace.of(request.query("after"), request.query("before")), PAGE);
        List<Account> shown = found.rows();
        Texts texts = request.page().texts();
        String title = texts.get(filter.agency().isPresent() ? "staff.title" : "accounts.title");
        PeopleModel model = new PeopleModel(
                request.page(),
                PeopleDoor.base(request),
                request.agencyIfAny().map(agency -> texts.get(agency.name())).orElse(""),
                filter,
                KnownRoles.all(),
                filter.agency().map(door.posts()::units).orElse(List.of()),
                rows(shown, filter.agency(), texts),
                found.earlier() && !shown.isEmpty() ? shown.get(0).login() : "",
                found.later() && !shown.isEmpty() ? shown.get(shown.size() - 1).login() : "");
        return Reply.page(title, out -> templates.securityPeople(model).render(new WriterOutput(out)));
    }

    static AccountFilter filter(Request request) {
        return new AccountFilter(
                request.query("q").orElse(""),
                request.query("state").flatMap(PeopleListPages::state),
                PeopleDoor.agency(request),
                request.query("role").filter(KnownRoles.all()::contains),
                PeopleDoor.agency(request).isPresent() ? request.query("unit") : Optional.empty());
    }

    private static Optional<AccountFilter.State> state(String word) {
        return List.of(AccountFilter.State.values()).stream()
                .filter(state -> state.name().equals(word))
                .findFirst();
    }

    private List<PeopleModel.Row> rows(List<Account> shown, Optional<String> agency, Texts texts) {
        Map<Long, List<Post>> posts =
                door.posts().of(shown.stream().map(Account::id).toList());
        LocalDate today = door.posts().today();
        return shown.stream()
                .map(account -> new PeopleModel.Row(
                        account,
                        posts.getOrDefault(account.id(), List.of()).stream()
                                .filter(post -> post.heldOn(today))
                                .filter(post ->
                                        agency.isEmpty() || post.agency().equals(agency))
                                .map(post -> line(post, agency, texts))
                                .distinct()
                                .toList()))
                .toList();
    }

    private String line(Post post, Optional<String> agency, Texts texts) {
        String role = texts.get("role." + post.role());
        String unit = post.unit().isEmpty() ? "" : ", " + post.unit();
        return agency.isPresent()
                ? role + unit
                : role + unit + ", " + post.agency().orElseGet(() -> texts.get("role.everywhere"));
    }

    private Reply form(Request request, int status, PostForm post, FormErrors errors) {
        NewPersonModel model = new NewPersonModel(
                request.page(),
                PeopleDoor.base(request),
                request.field("login").orElse(""),
                request.field("name").orElse(""),
                post,
                PeopleDoor.agency(request).isEmpty() ? List.of() : door.roles(request),
                errors);
        return Reply.page(
                        request.page().text("accounts.new"),
                        out -> templates.securityNewperson(model).render(new WriterOutput(out)))
                .status(status)
                .crumbs(PersonPages.listCrumb(request));
    }

    Reply create(Request request) {
        String login = SignIn.login(request.field("login").orElse(""));
        String name = request.field("name").orElse("");
        FormErrors errors = new FormErrors();
        if (!Accounts.validLogin(login)) {
            errors.add("login", door.text("accounts.login-shape"));
        }
        if (name.isEmpty() || name.length() > 200) {
            errors.add("name", door.text("accounts.name-missing"));
        }
        return PeopleDoor.agency(request).isPresent()
                ? hire(request, login, name, errors)
                : createAlone(request, login, name, errors);
    }

    private Reply createAlone(Request request, String login, String name, FormErrors errors) {
        PostForm post = PostForm.empty(door, request);
        if (!errors.isEmpty()) {
            return form(request, 422, post, errors);
        }
        String secret = Secrets.readable();
        Optional<Account> created = door.accounts().create(login, name, secret, true, request::audit);
        if (created.isEmpty()) {
            errors.add("login", door.text("accounts.login-taken"));
            return form(request, 422, post, errors);
        }
        return person.show(request, created.get(), 200, secret, post, errors);
    }

    private Reply hire(Request request, String login, String name, FormErrors errors) {
        PostForm typed = PostForm.of(request);
        Optional<NewPost> post = typed.read(door, errors);
        if (post.isEmpty()) {
            return form(request, 422, typed, errors);
        }
        Optional<Hiring.Hired> hired =
                door.allowed(() -> hiring.hire(login, name, post.get(), door.mandate(request), request::audit));
        if (hired.isEmpty()) {
            errors.add("login", door.text("staff.login-taken"));
            return form(request, 422, typed, errors);
        }
        Account account = door.accounts().find(hired.get().account()).orElseThrow();
        return person.show(request, account, 200, hired.get().secret(), PostForm.empty(door, request), errors);
    }
}
