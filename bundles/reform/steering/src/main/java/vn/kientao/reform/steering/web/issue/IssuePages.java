package vn.kientao.reform.steering.web.issue;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.issue.Issues;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.issue.Issue;
import vn.kientao.reform.steering.domain.issue.IssueState;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.domain.task.Term;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Matters for the chairman as pages: the list, raising one, the decision, what came of it. */
@Component
public final class IssuePages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(IssuePages.class);
    private static final int PAGE = 25;
    private static final int TITLE = 500;
    private static final int CONTENT = 4_000;
    private static final int PRODUCT = 1_000;

    private final Issues issues;
    private final Programmes programmes;
    private final Agencies agencies;
    private final People people;
    private final Templates templates = new StaticTemplates();

    @Activate
    public IssuePages(
            @Reference Issues issues,
            @Reference Programmes programmes,
            @Reference Agencies agencies,
            @Reference People people) {
        this.issues = issues;
        this.programmes = programmes;
        this.agencies = agencies;
        this.people = people;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/issues", SteeringPermissions.READ, this::list);
        routes.get("/issues/new", SteeringPermissions.REPORT, this::blank);
        routes.post("/issues/new", SteeringPermissions.REPORT, this::raise);
        routes.get("/issues/{code}", SteeringPermissions.READ, this::show);
        routes.post("/issues/{code}/decision", SteeringPermissions.APPROVE, this::decide);
        routes.post("/issues/{code}/outcome", SteeringPermissions.REPORT, this::close);
    }

    private static LocalDateTime now(Request request) {
        return LocalDateTime.ofInstant(request.now(), Formats.ZONE);
    }

    private static LocalDate today(Request request) {
        return now(request).toLocalDate();
    }

    private static Tasks.Act act(Request request, String action) {
        return new Tasks.Act(
                request.agency().code(),
                request.actor().account(),
                now(request),
                request.audit("steering." + action, "issue", "", ""));
    }

    private static Reply.Crumb home(Page page) {
        return new Reply.Crumb(page.text("issue.title"), page.link("/issues"));
    }

    private Reply list(Request request) {
        boolean all = request.page().can(SteeringPermissions.PROVINCE);
        long before = request.query("after")
                .filter(key -> key.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        Optional<IssueState> state = request.query("state").flatMap(IssueState::of);
        Set<String> whose = all ? Set.of() : issues.with(request.agency().code());
        List<Issue> rows = issues.page(whose, state, before, PAGE + 1);
        boolean more = rows.size() > PAGE;
        IssueListModel model = new IssueListModel(
                new AgencyNames(agencies, request.page()),
                more ? rows.subList(0, PAGE) : rows,
                more,
                before == Long.MAX_VALUE,
                state);
        return Reply.page(
                request.page().text("issue.title"),
                out -> templates.issueList(model).render(new WriterOutput(out)));
    }

    private Reply blank(Request request) {
        return form(request, FormView.of(request.page(), request.draft("issue").orElse(Map.of())), 200);
    }

    private Reply form(Request request, FormView form, int status) {
        IssueFormModel model = new IssueFormModel(form, programmes.areas(today(request)));
        return Reply.page(
                        request.page().text("issue.new"),
                        out -> templates.issueForm(model).render(new WriterOutput(out)))
                .crumbs(home(request.page()))
                .status(status);
    }

    private Reply raise(Request request) {
        FormErrors errors = new FormErrors();
        FormReader reader = new FormReader(request, errors);
        String title = reader.text("title", 1, TITLE);
        String content = reader.text("content", 1, CONTENT);
        String area = reader.field("area").orElse("");
        if (programmes.areas(today(request)).stream()
                .noneMatch(one -> one.code().equals(area))) {
            errors.add("area", TEXTS.text("task.error.area", area));
        }
        if (!errors.isEmpty()) {
            return form(request, new FormView(request.page(), request.fields(), errors), 422);
        }
        Issue raised = issues.raise(
                new Issues.Raised(title, content, area),
                request.idempotencyKey().map(key -> request.actor().account() + " " + key),
                act(request, "raise-issue"));
        request.discardDraft("issue");
        return Reply.seeOther(request.page().link("/issues/" + raised.code()))
                .flash(request.page().text("issue.raised.flash"));
    }

    /** One of the agency itself; any for who may see the province; else 404. */
    private Issue find(Request request) {
        String code = request.pathValue("code");
        return issues.find(code)
                .filter(one -> own(request, one) || request.page().can(SteeringPermissions.PROVINCE))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "issue-not-found",
                        TEXTS.text("issue.problem.none", code),
                        TEXTS.text("issue.problem.none.do"))));
    }

    private boolean own(Request request, Issue one) {
        return issues.with(request.agency().code()).contains(one.agency());
    }

    private Reply show(Request request) {
        return show(request, find(request), FormView.of(request.page(), Map.of()), 200);
    }

    private Reply show(Request request, Issue one, FormView form, int status) {
        Page page = request.page();
        boolean raiser = own(request, one) || page.can(SteeringPermissions.PROGRAMME);
        IssueModel model = new IssueModel(
                form,
                one,
                one.state() == IssueState.RAISED && page.can(SteeringPermissions.APPROVE),
                one.state() == IssueState.DECIDED && raiser && page.can(SteeringPermissions.REPORT),
                programmes.areas(today(request)),
                agencies.on(today(request)),
                new AgencyNames(agencies, page),
                people.names(List.of(one.raisedBy(), one.decidedBy())));
        return Reply.page(one.code(), out -> templates.issueIssue(model).render(new WriterOutput(out)))
                .crumbs(home(page))
                .status(status);
    }

    private Reply decide(Request request) {
        Issue one = find(request);
        expect(one, IssueState.RAISED, "decision");
        FormErrors errors = new FormErrors();
        FormReader reader = new FormReader(request, errors);
        stale(request, one, "decision", errors);
        String decision = reader.text("decision", 1, CONTENT);
        Optional<TaskOrder> order = reader.field("lead").isEmpty() ? Optional.empty() : order(request, one, reader);
        if (!errors.isEmpty()) {
            return again(request, one, errors, 422);
        }
        try {
            issues.decide(one, decision, order, act(request, "decide-issue"));
        } catch (StaleRecordException e) {
            errors.add("decision", TEXTS.text("issue.problem.stale"));
            return again(request, find(request), errors, 409);
        }
        return done(request, one, "issue.decided.flash");
    }

    private Reply close(Request request) {
        Issue one = find(request);
        if (!own(request, one) && !request.page().can(SteeringPermissions.PROGRAMME)) {
            throw refused("outcome");
        }
        expect(one, IssueState.DECIDED, "outcome");
        FormErrors errors = new FormErrors();
        stale(request, one, "outcome", errors);
        String outcome = new FormReader(request, errors).text("outcome", 1, CONTENT);
        if (!errors.isEmpty()) {
            return again(request, one, errors, 422);
        }
        try {
            issues.close(one, outcome, act(request, "close-issue"));
        } catch (StaleRecordException e) {
            errors.add("outcome", TEXTS.text("issue.problem.stale"));
            return again(request, find(request), errors, 409);
        }
        return done(request, one, "issue.closed.flash");
    }

    private static void stale(Request request, Issue one, String field, FormErrors errors) {
        if (!request.field("version").orElse("").equals("" + one.version())) {
            errors.add(field, TEXTS.text("issue.problem.stale"));
        }
    }

    private static void expect(Issue one, IssueState state, String step) {
        if (one.state() != state) {
            throw refused(step);
        }
    }

    private static ProblemException refused(String step) {
        return new ProblemException(new Problem(
                409, "issue-step", TEXTS.text("issue.problem.step", step), TEXTS.text("issue.problem.none.do")));
    }

    private Reply again(Request request, Issue one, FormErrors errors, int status) {
        return show(request, one, new FormView(request.page(), new HashMap<>(request.fields()), errors), status);
    }

    private static Reply done(Request request, Issue one, String key) {
        return Reply.seeOther(request.page().link("/issues/" + one.code()))
                .flash(request.page().text(key));
    }

    /** A task with the matter's title, in its area. */
    private Optional<TaskOrder> order(Request request, Issue one, FormReader reader) {
        String lead = reader.field("lead").orElse("");
        if (agencies.find(lead)
                .filter(agency -> agency.existsOn(today(request)))
                .isEmpty()) {
            reader.errors().add("lead", TEXTS.text("task.error.agency", lead));
        }
        String product = reader.text("product", 1, PRODUCT);
        Optional<LocalDate> due = reader.neededDay("due");
        if (due.filter(day -> day.isBefore(today(request))).isPresent()) {
            reader.errors()
                    .add("due", TEXTS.text("task.error.due", reader.field("due").orElse("")));
        }
        if (!reader.errors().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TaskOrder(
                one.title(),
                product,
                one.area(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                lead,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                "",
                Term.DATED,
                due,
                Set.of(),
                Set.of(),
                Set.of()));
    }
}
