package vn.kientao.reform.steering.web.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.report.ReportDesk;
import vn.kientao.reform.steering.app.report.ReportRefusedException;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportAction;
import vn.kientao.reform.steering.domain.report.Section;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.Mistakes;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** Periodic reports for programs: the list, one with its figures, the text of a section, every step. */
@Component
public final class ReportApi implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(ReportApi.class);
    private static final String ONE = "/reports/{code}";
    private static final String SECTION = ONE + "/sections/{section}";
    private static final int PAGE = 50;

    private final Reports reports;
    private final ReportDesk desk;

    @Activate
    public ReportApi(@Reference Reports reports, @Reference ReportDesk desk) {
        this.reports = reports;
        this.desk = desk;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/reports", SteeringPermissions.READ, this::list)
                .summary("report.api.list")
                .query(ReportListQuery.NAMES)
                .returns(ReportJson.Listing.class);
        routes.get(ONE, SteeringPermissions.READ, this::show)
                .summary("report.api.show")
                .returns(ReportJson.class)
                .versioned();
        routes.post(ONE + "/steps", SteeringPermissions.READ, this::act)
                .summary("report.api.step")
                .accepts(ReportJson.Step.class)
                .returns(ReportJson.class)
                .versioned();
        routes.get(SECTION, SteeringPermissions.READ, this::section)
                .summary("report.api.section")
                .returns(ReportJson.Part.class)
                .versioned();
        routes.put(SECTION, SteeringPermissions.REPORT, this::write)
                .summary("report.api.write")
                .accepts(ReportJson.Text.class)
                .returns(ReportJson.Part.class)
                .versioned();
    }

    private Reply list(Request request) {
        ReportListQuery query = new ReportListQuery(request, reports);
        Mistakes.check(query.errors());
        List<PeriodicReport> rows = reports.page(query.filter(), query.before(), PAGE + 1);
        return Reply.json(ReportJson.Listing.of(rows, PAGE));
    }

    private Reply show(Request request) {
        return json(ReportDoor.find(request, reports));
    }

    private static Reply json(Reports.View view) {
        return new Reply.Json(200, ReportJson.of(view), Map.of())
                .version(view.report().version());
    }

    private Reply section(Request request) {
        return json(ReportDoor.section(request, ReportDoor.find(request, reports)));
    }

    private static Reply json(Section section) {
        return new Reply.Json(200, ReportJson.Part.of(section), Map.of()).version(section.version());
    }

    private Reply write(Request request) {
        Reports.View view = ReportDoor.find(request, reports);
        Section section = ReportDoor.section(request, view);
        if (!ReportDoor.writes(request, reports, view.report())) {
            throw ReportDoor.refused("sections");
        }
        request.expect(section.version());
        ReportJson.Text sent = request.json(ReportJson.Text.class);
        FormErrors errors = new FormErrors();
        Map<String, String> values = sent.body() == null ? Map.of() : Map.of("body", sent.body());
        String body = new FormReader(values, errors).text("body", 0, SectionPages.LONGEST);
        Mistakes.check(errors);
        try {
            desk.write(view, section.code(), section.version(), body, ReportDoor.act(request, "write-report"));
        } catch (StaleRecordException e) {
            throw stale();
        }
        return section(request);
    }

    private Reply act(Request request) {
        Reports.View view = ReportDoor.find(request, reports);
        ReportJson.Step body = request.json(ReportJson.Step.class);
        String word = body.action() == null ? "" : body.action();
        ReportAction action = ReportAction.of(word)
                .filter(one -> ReportDoor.may(request, reports, view.report(), one))
                .orElseThrow(() -> ReportDoor.refused(word));
        request.expect(view.report().version());
        FormErrors errors = new FormErrors();
        Optional<ReportDesk.Step> step = new ReportStepForm(
                        new FormReader(body.values(), errors), ReportDoor.today(request))
                .step(view.report(), action);
        Mistakes.check(errors);
        try {
            PeriodicReport next = desk.act(view, step.orElseThrow(), ReportDoor.act(request, word + "-report"));
            return json(reports.find(next.code()).orElseThrow());
        } catch (StaleRecordException e) {
            throw stale();
        } catch (ReportRefusedException e) {
            errors.add("action", TEXTS.text("report.refusal." + e.reason().name()));
            Mistakes.check(errors);
            throw e;
        }
    }

    private static ProblemException stale() {
        return new ProblemException(
                new Problem(412, "stale", TEXTS.text("report.problem.stale"), TEXTS.text("report.problem.step.do")));
    }
}
