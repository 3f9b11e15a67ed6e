package vn.kientao.platform.security.web;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.security.app.Delegations;
import vn.kientao.platform.security.app.Posts;
import vn.kientao.platform.security.domain.Delegation;
import vn.kientao.platform.security.domain.KnownRoles;
import vn.kientao.platform.security.domain.NewDelegation;
import vn.kientao.platform.security.domain.Post;
import vn.kientao.platform.security.web.templates.StaticTemplates;
import vn.kientao.platform.security.web.templates.Templates;

/** Lending one's posts while one is away, and acting in somebody's place. */
@Component
public final class DelegationPages implements PlatformRoutes {
    private static final String HERE = "/account/delegations";

    private final Delegations delegations;
    private final Posts posts;
    private final People people;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();
    private final TextBundle texts = TextBundle.of(DelegationPages.class);

    @Activate
    public DelegationPages(
            @Reference Delegations delegations,
            @Reference Posts posts,
            @Reference People people,
            @Reference Agencies agencies) {
        this.delegations = delegations;
        this.posts = posts;
        this.people = people;
        this.agencies = agencies;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(HERE, Permission.SIGNED_IN, request -> show(request, 200, new FormErrors()));
        routes.post(HERE, Permission.SIGNED_IN, this::lend);
        routes.post(HERE + "/{id}/take-back", Permission.SIGNED_IN, this::takeBack);
        routes.post(HERE + "/{id}/act", Permission.SIGNED_IN, this::act);
        routes.post("/account/act-as-oneself", Permission.SIGNED_IN, this::actAsOneself);
        routes.get("/{agency}/staff/delegations", Permission.STAFF, this::ofAgency);
    }

    Reply show(Request request, int status, FormErrors errors) {
        long own = own(request);
        Texts words = request.page().texts();
        boolean acting = request.actor().actingFor().isPresent();
        DelegationsModel model = new DelegationsModel(
                request.page(),
                request.actor().actingFor().flatMap(people::name).orElse(""),
                views(delegations.open(own), words),
                views(delegations.by(own), words),
                acting ? List.of() : lendable(own, words),
                acting ? List.of() : colleagues(own),
                DelegationsModel.Typed.of(request, Formats.date(posts.today())),
                errors);
        return Reply.page(
                        request.page().text("delegations.title"),
                        out -> templates.securityDelegations(model).render(new WriterOutput(out)))
                .status(status)
                .crumbs(new Reply.Crumb(request.page().text("account.title"), "/account"));
    }

    private Stream<Post> lendablePosts(long own) {
        return posts.of(own).stream()
                .filter(post -> post.on(posts.today()) != Post.State.OVER)
                .filter(post -> post.agency().isPresent() && KnownRoles.lent(post.role()));
    }

    private List<DelegationsModel.Choice> lendable(long own, Texts words) {
        return lendablePosts(own)
                .map(post -> new DelegationsModel.Choice(post.id(), what(post, words)))
                .toList();
    }

    /** Those of every agency in which the reader has a post to lend; each once. */
    private List<DelegationsModel.Choice> colleagues(long own) {
        List<DelegationsModel.Choice> choices = new ArrayList<>();
        lendablePosts(own)
                .map(post -> post.agency().orElseThrow())
                .distinct()
                .flatMap(agency -> delegations.colleagues(own, agency).stream())
                .distinct()
                .forEach(account -> choices.add(
                        new DelegationsModel.Choice(account.id(), account.name() + " (" + account.login() + ")")));
        return choices;
    }

    Reply lend(Request request) {
        refuseWhileActing(request);
        FormErrors errors = new FormErrors();
        Optional<LocalDate> from = day(request, "from", errors);
        Optional<LocalDate> to = day(request, "to", errors);
        if (errors.isEmpty()) {
            NewDelegation wanted = new NewDelegation(
                    PersonPages.number(request.field("post").orElse("")),
                    PersonPages.number(request.field("delegate").orElse("")),
                    from.orElseThrow(),
                    to.orElseThrow(),
                    request.field("reason").orElse(""));
            delegations
                    .lend(own(request), wanted, request::audit)
                    .ifPresent(fault -> errors.add(fault.field(), texts.text(fault.textKey())));
        }
        return errors.isEmpty()
                ? Reply.seeOther(HERE).flash(request.page().text("delegations.made"))
                : show(request, 422, errors);
    }

    private Optional<LocalDate> day(Request request, String field, FormErrors errors) {
        String typed = request.field(field).orElse("");
        Optional<LocalDate> day = Days.of(typed);
        if (day.isEmpty()) {
            errors.add(field, texts.text("posts.day-wrong", typed));
        }
        return day;
    }

    Reply takeBack(Request request) {
        refuseWhileActing(request);
        boolean ended = delegations.takeBack(own(request), PersonPages.number(request.pathValue("id")), request::audit);
        return Reply.seeOther(HERE)
                .flash(request.page().text(ended ? "delegations.taken-back" : "delegations.over-already"));
    }

    Reply act(Request request) {
        boolean acts = delegations.act(
                SessionCookie.token(request),
                own(request),
                PersonPages.number(request.pathValue("id")),
                request::audit);
        if (!acts) {
            throw new ProblemException(new Problem(
                    409,
                    "delegation-over",
                    texts.text("delegations.not-open"),
                    texts.text("delegations.not-open-detail")));
        }
        return Reply.seeOther("/");
    }

    Reply actAsOneself(Request request) {
        delegations.actAsOneself(SessionCookie.token(request), own(request), request::audit);
        return Reply.seeOther("/").flash(request.page().text("delegations.oneself"));
    }

    Reply ofAgency(Request request) {
        Texts words = request.page().texts();
        AgencyDelegationsModel model = new AgencyDelegationsModel(
                request.page(),
                words.get(request.agency().name()),
                views(delegations.in(request.agency().code()), words));
        return Reply.page(
                        request.page().text("delegations.of-agency"),
                        out -> templates.securityAgencydelegations(model).render(new WriterOutput(out)))
                .crumbs(PersonPages.listCrumb(request));
    }

    private List<DelegationView> views(List<Delegation> found, Texts words) {
        Map<String, String> names = people.names(found.stream()
                .flatMap(one -> Stream.of(one.delegate(), one.post().account()))
                .map(String::valueOf)
                .collect(Collectors.toSet()));
        return found.stream()
                .map(one -> new DelegationView(
                        one,
                        one.on(posts.today()),
                        names.getOrDefault(String.valueOf(one.post().account()), ""),
                        names.getOrDefault(String.valueOf(one.delegate()), ""),
                        what(one.post(), words),
                        words.get("posts.from-to", Formats.date(one.from()), Formats.date(one.to()))))
                .toList();
    }

    private String what(Post post, Texts words) {
        RoleView role = RoleView.of(post.grant(), agencies, words);
        return role.roleName() + ", " + (post.unit().isEmpty() ? "" : post.unit() + ", ") + role.where();
    }

    /** What is lent cannot be passed on. */
    private void refuseWhileActing(Request request) {
        if (request.actor().actingFor().isPresent()) {
            throw new ProblemException(new Problem(
                    403,
                    "acting",
                    texts.text("delegations.not-while-acting"),
                    texts.text("delegations.not-while-acting-detail")));
        }
    }

    private static long own(Request request) {
        return Long.parseLong(request.actor().account());
    }
}
