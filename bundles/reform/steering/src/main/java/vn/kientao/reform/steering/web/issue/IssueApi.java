package vn.kientao.reform.steering.web.issue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.issue.Issues;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.issue.Issue;
import vn.kientao.reform.steering.domain.issue.IssueState;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** Matters for the chairman for programs: the list, one, raising it, the decision, what came of it. */
@Component
public final class IssueApi implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(IssueApi.class);
    private static final String ONE = "/issues/{code}";
    private static final int PAGE = 50;

    private final Issues issues;
    private final Programmes programmes;
    private final Agencies agencies;

    @Activate
    public IssueApi(@Reference Issues issues, @Reference Programmes programmes, @Reference Agencies agencies) {
        this.issues = issues;
        this.programmes = programmes;
        this.agencies = agencies;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/issues", SteeringPermissions.READ, this::list)
                .summary("issue.api.list")
                .query("state", "scope", "after")
                .returns(IssueJson.Listing.class);
        routes.post("/issues", SteeringPermissions.REPORT, this::raise)
                .summary("issue.api.raise")
                .accepts(IssueJson.New.class)
                .returns(IssueJson.class);
        routes.get(ONE, SteeringPermissions.READ, this::show)
                .summary("issue.api.show")
                .returns(IssueJson.class)
                .versioned();
        routes.post(ONE + "/decision", SteeringPermissions.APPROVE, this::decide)
                .summary("issue.api.decide")
                .accepts(IssueJson.Decision.class)
                .returns(IssueJson.class)
                .versioned();
        routes.post(ONE + "/outcome", SteeringPermissions.REPORT, this::close)
                .summary("issue.api.close")
                .accepts(IssueJson.Outcome.class)
                .returns(IssueJson.class)
                .versioned();
    }

    private Reply list(Request request) {
        boolean all = "all".equals(request.query("scope").orElse(""))
                && request.page().can(SteeringPermissions.PROVINCE);
        Set<String> whose = all ? Set.of() : issues.with(request.agency().code());
        long before = request.query("after")
                .filter(key -> key.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        return Reply.json(IssueJson.Listing.of(issues.page(whose, state(request), before, PAGE + 1), PAGE));
    }

    private static Optional<IssueState> state(Request request) {
        Optional<String> given = request.query("state").filter(word -> !word.isEmpty());
        Optional<IssueState> state = given.flatMap(IssueState::of);
        if (given.isPresent() && state.isEmpty()) {
            FormErrors errors = new FormErrors();
            errors.add("state", TEXTS.text("report.error.filter", given.get()));
            check(errors);
        }
        return state;
    }

    private Reply show(Request request) {
        return json(IssueDoor.find(request, issues), 200, Map.of());
    }

    private static Reply json(Issue one, int status, Map<String, String> headers) {
        return new Reply.Json(status, IssueJson.of(one), headers).version(one.version());
    }

    private Reply raise(Request request) {
        FormErrors errors = new FormErrors();
        Issues.Raised matter = form(request, request.json(IssueJson.New.class).values(), errors)
                .raised(programmes.areas(Acts.today(request)));
        check(errors);
        Issue raised = issues.raise(
                matter,
                request.idempotencyKey().map(key -> request.actor().account() + " " + key),
                Acts.act(request, "raise-issue", "issue", ""));
        return json(raised, 201, Map.of("Location", request.page().link("/issues/" + raised.code())));
    }

    private Reply decide(Request request) {
        Issue one = IssueDoor.find(request, issues);
        if (!IssueDoor.decides(request, one)) {
            throw IssueDoor.refused("decision");
        }
        request.expect(one.version());
        FormErrors errors = new FormErrors();
        IssueForm form = form(request, request.json(IssueJson.Decision.class).values(), errors);
        String decision = form.decision();
        Optional<TaskOrder> order = form.order(one, agencies);
        check(errors);
        return changed(
                request, () -> issues.decide(one, decision, order, Acts.act(request, "decide-issue", "issue", "")));
    }

    private Reply close(Request request) {
        Issue one = IssueDoor.find(request, issues);
        if (!IssueDoor.closes(request, issues, one)) {
            throw IssueDoor.refused("outcome");
        }
        request.expect(one.version());
        FormErrors errors = new FormErrors();
        String outcome = form(request, request.json(IssueJson.Outcome.class).values(), errors)
                .outcome();
        check(errors);
        return changed(request, () -> issues.close(one, outcome, Acts.act(request, "close-issue", "issue", "")));
    }

    private static IssueForm form(Request request, Map<String, String> values, FormErrors errors) {
        return new IssueForm(new FormReader(values, errors), Acts.today(request));
    }

    private Reply changed(Request request, Runnable change) {
        try {
            change.run();
        } catch (StaleRecordException e) {
            throw new ProblemException(
                    new Problem(412, "stale", TEXTS.text("issue.problem.stale"), TEXTS.text("issue.problem.none.do")));
        }
        return show(request);
    }

    private static void check(FormErrors errors) {
        if (!errors.isEmpty()) {
            throw new ProblemException(new Problem(
                    422,
                    "invalid",
                    TEXTS.text("report.problem.invalid"),
                    TEXTS.text("report.problem.invalid.do"),
                    errors.all()));
        }
    }
}
