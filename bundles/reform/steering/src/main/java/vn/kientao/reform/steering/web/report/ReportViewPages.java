package vn.kientao.reform.steering.web.report;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
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
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.app.report.ReportDesk;
import vn.kientao.reform.steering.app.report.ReportRefusedException;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportAction;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.FileDoor;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** The page of a report with its steps and its signed file. */
@Component
public final class ReportViewPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(ReportViewPages.class);

    private final Reports reports;
    private final ReportDesk desk;
    private final Agencies agencies;
    private final People people;
    private final Files files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ReportViewPages(
            @Reference Reports reports,
            @Reference ReportDesk desk,
            @Reference Agencies agencies,
            @Reference People people,
            @Reference Files files) {
        this.reports = reports;
        this.desk = desk;
        this.agencies = agencies;
        this.people = people;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/reports/{code}", SteeringPermissions.READ, this::show);
        routes.post("/reports/{code}/steps/{action}", SteeringPermissions.READ, this::act);
        routes.post("/reports/{code}/files", SteeringPermissions.READ, this::add)
                .uploads(Files.MOST_BYTES, UploadKind.PDF);
        routes.get("/reports/{code}/files/{file}", SteeringPermissions.READ, this::file);
    }

    private Reply show(Request request) {
        return show(request, ReportDoor.find(request, reports), FormView.of(request.page(), Map.of()), 200);
    }

    private Reply show(Request request, Reports.View view, FormView form, int status) {
        Page page = request.page();
        PeriodicReport report = view.report();
        Set<String> accounts = new HashSet<>();
        view.events().forEach(event -> accounts.add(event.account()));
        view.sections().forEach(section -> accounts.add(section.text().account()));
        ReportModel model = new ReportModel(
                form,
                view,
                ReportDoor.today(request),
                Arrays.stream(ReportAction.values())
                        .filter(action -> ReportDoor.may(request, reports, report, action))
                        .toList(),
                ReportDoor.writes(request, reports, report),
                ReportDoor.attaches(request, reports, report),
                new AgencyNames(agencies, page),
                people.names(List.copyOf(accounts)),
                files.of(view.owner()));
        return Reply.page(
                        ReportWords.title(page, report),
                        out -> templates.reportReport(model).render(new WriterOutput(out)))
                .crumbs(ReportPages.home(page))
                .status(status);
    }

    private Reply act(Request request) {
        Reports.View view = ReportDoor.find(request, reports);
        String word = request.pathValue("action");
        ReportAction action = ReportAction.of(word)
                .filter(one -> ReportDoor.may(request, reports, view.report(), one))
                .orElseThrow(() -> ReportDoor.refused(word));
        FormErrors errors = new FormErrors();
        if (!request.field("version").orElse("").equals("" + view.report().version())) {
            errors.add("note", TEXTS.text("report.problem.stale"));
        }
        LocalDate today = ReportDoor.today(request);
        Optional<ReportDesk.Step> step =
                new ReportStepForm(new FormReader(request, errors), today).step(view.report(), action);
        if (step.isEmpty()) {
            return again(request, view, word, errors, 422);
        }
        try {
            PeriodicReport next = desk.act(view, step.get(), ReportDoor.act(request, word + "-report"));
            return Reply.seeOther(request.page().link("/reports/" + next.code()))
                    .flash(request.page().text("report.acted." + action.name()));
        } catch (StaleRecordException e) {
            errors.add("note", TEXTS.text("report.problem.stale"));
            return again(request, ReportDoor.find(request, reports), word, errors, 409);
        } catch (ReportRefusedException e) {
            errors.add("number", TEXTS.text("report.refusal." + e.reason().name()));
            return again(request, view, word, errors, 422);
        }
    }

    private Reply again(Request request, Reports.View view, String word, FormErrors errors, int status) {
        Map<String, String> values = new HashMap<>(request.fields());
        values.put("action", word);
        return show(request, view, new FormView(request.page(), values, errors), status);
    }

    private Reply add(Request request) {
        Reports.View view = ReportDoor.find(request, reports);
        if (!ReportDoor.attaches(request, reports, view.report())) {
            throw ReportDoor.refused("files");
        }
        String code = view.report().code();
        FormErrors errors = FileDoor.take(
                request, sent -> files.add(view.owner(), sent, ReportDoor.act(request, "add-file", code)));
        if (!errors.isEmpty()) {
            return show(request, view, new FormView(request.page(), Map.of(), errors), 422);
        }
        return Reply.seeOther(request.page().link("/reports/" + code))
                .flash(request.page().text("file.added"));
    }

    private Reply file(Request request) {
        return FileDoor.download(
                request, files, ReportDoor.find(request, reports).owner());
    }
}
