package vn.kientao.reform.steering.web.issue;

import gg.jte.output.WriterOutput;
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
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.issue.Issues;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.issue.Issue;
import vn.kientao.reform.steering.domain.issue.IssueState;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.web.Acts;
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
        IssueFormModel model = new IssueFormModel(form, programmes.areas(Acts.today(request)));
        return Reply.page(
                        request.page().text("issue.new"),
                        out -> templates.issueForm(model).render(new WriterOutput(out)))
                .crumbs(home(request.page()))
                .status(status);
    }

    private Reply raise(Request request) {
        FormErrors errors = new FormErrors();
        FormReader reader = new FormReader(request, errors);
        Issues.Raised matter = new IssueForm(reader, Acts.today(request)).raised(programmes.areas(Acts.today(request)));
        if (!errors.isEmpty()) {
            return form(request, new FormView(request.page(), request.fields(), errors), 422);
        }
        Issue raised = issues.raise(
                matter,
                request.idempotencyKey().map(key -> request.actor().account() + " " + key),
                Acts.act(request, "raise-issue", "issue", ""));
        request.discardDraft("issue");
        return Reply.seeOther(request.page().link("/issues/" + raised.code()))
                .flash(request.page().text("issue.raised.flash"));
    }

    private Reply show(Request request) {
        return show(request, IssueDoor.find(request, issues), FormView.of(request.page(), Map.of()), 200);
    }

    private Reply show(Request request, Issue one, FormView form, int status) {
        Page page = request.page();
        IssueModel model = new IssueModel(
                form,
                one,
                IssueDoor.decides(request, one),
                IssueDoor.closes(request, issues, one),
                programmes.areas(Acts.today(request)),
                agencies.on(Acts.today(request)),
                new AgencyNames(agencies, page),
                people.names(List.of(one.raisedBy(), one.decidedBy())));
        return Reply.page(one.code(), out -> templates.issueIssue(model).render(new WriterOutput(out)))
                .crumbs(home(page))
                .status(status);
    }

    private Reply decide(Request request) {
        Issue one = IssueDoor.find(request, issues);
        if (!IssueDoor.decides(request, one)) {
            throw IssueDoor.refused("decision");
        }
        FormErrors errors = new FormErrors();
        IssueForm form = new IssueForm(new FormReader(request, errors), Acts.today(request));
        stale(request, one, "decision", errors);
        String decision = form.decision();
        Optional<TaskOrder> order = form.order(one, agencies);
        if (!errors.isEmpty()) {
            return again(request, one, errors, 422);
        }
        try {
            issues.decide(one, decision, order, Acts.act(request, "decide-issue", "issue", ""));
        } catch (StaleRecordException e) {
            errors.add("decision", TEXTS.text("issue.problem.stale"));
            return again(request, IssueDoor.find(request, issues), errors, 409);
        }
        return done(request, one, "issue.decided.flash");
    }

    private Reply close(Request request) {
        Issue one = IssueDoor.find(request, issues);
        if (!IssueDoor.closes(request, issues, one)) {
            throw IssueDoor.refused("outcome");
        }
        FormErrors errors = new FormErrors();
        stale(request, one, "outcome", errors);
        String outcome = new IssueForm(new FormReader(request, errors), Acts.today(request)).outcome();
        if (!errors.isEmpty()) {
            return again(request, one, errors, 422);
        }
        try {
            issues.close(one, outcome, Acts.act(request, "close-issue", "issue", ""));
        } catch (StaleRecordException e) {
            errors.add("outcome", TEXTS.text("issue.problem.stale"));
            return again(request, IssueDoor.find(request, issues), errors, 409);
        }
        return done(request, one, "issue.closed.flash");
    }

    private static void stale(Request request, Issue one, String field, FormErrors errors) {
        if (!request.field("version").orElse("").equals("" + one.version())) {
            errors.add(field, TEXTS.text("issue.problem.stale"));
        }
    }

    private Reply again(Request request, Issue one, FormErrors errors, int status) {
        return show(request, one, new FormView(request.page(), new HashMap<>(request.fields()), errors), status);
    }

    private static Reply done(Request request, Issue one, String key) {
        return Reply.seeOther(request.page().link("/issues/" + one.code()))
                .flash(request.page().text(key));
    }
}
