package vn.kientao.reform.steering.web.report;

import gg.jte.output.WriterOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.report.ReportDesk;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.domain.report.Section;
import vn.kientao.reform.steering.domain.report.SectionText;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/**
 * Where the text of a section is written. What is typed is kept as a draft by the platform, with the version on which it is
 * based, so that it outlives an update of this module; who saves over somebody else's text is shown both versions first.
 */
@Component
public final class SectionPages implements ModuleRoutes {
    /** Characters of a text. */
    static final int LONGEST = 20_000;

    private static final TextBundle TEXTS = TextBundle.of(SectionPages.class);

    private final Reports reports;
    private final ReportDesk desk;
    private final People people;
    private final Templates templates = new StaticTemplates();

    @Activate
    public SectionPages(@Reference Reports reports, @Reference ReportDesk desk, @Reference People people) {
        this.reports = reports;
        this.desk = desk;
        this.people = people;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/reports/{code}/sections/{section}", SteeringPermissions.READ, this::show);
        routes.post("/reports/{code}/sections/{section}", SteeringPermissions.REPORT, this::save);
    }

    private Reply show(Request request) {
        Reports.View view = ReportDoor.find(request, reports);
        Section section = ReportDoor.section(request, view);
        Map<String, String> values =
                new HashMap<>(Map.of("body", section.text().body(), "version", "" + section.version()));
        if (ReportDoor.writes(request, reports, view.report())) {
            request.draft(SectionModel.draft(view, section)).ifPresent(draft -> {
                values.put("body", draft.getOrDefault("body", ""));
                values.put("based", draft.getOrDefault("version", ""));
            });
        }
        return page(request, view, section, FormView.of(request.page(), values), 200);
    }

    private Reply page(Request request, Reports.View view, Section section, FormView form, int status) {
        Page page = request.page();
        List<SectionText> older = reports.texts(view.report(), section.code());
        SectionModel model = new SectionModel(
                form,
                view,
                section,
                older,
                ReportDoor.writes(request, reports, view.report()),
                people.names(older.stream().map(SectionText::account).distinct().toList()));
        return Reply.page(
                        page.texts().get(section.title()),
                        out -> templates.reportSection(model).render(new WriterOutput(out)))
                .crumbs(
                        ReportPages.home(page),
                        new Reply.Crumb(
                                ReportWords.title(page, view.report()),
                                page.link("/reports/" + view.report().code())))
                .status(status);
    }

    private Reply save(Request request) {
        Reports.View view = ReportDoor.find(request, reports);
        Section section = ReportDoor.section(request, view);
        if (!ReportDoor.writes(request, reports, view.report())) {
            throw ReportDoor.refused("sections");
        }
        FormErrors errors = new FormErrors();
        String body = new FormReader(request, errors).text("body", 0, LONGEST);
        String seen = request.field("version").orElse("");
        if (!seen.matches("\\d{1,9}")) {
            errors.add("body", TEXTS.text("report.error.version", seen));
        }
        if (!errors.isEmpty()) {
            return page(request, view, section, new FormView(request.page(), request.fields(), errors), 422);
        }
        try {
            desk.write(view, section.code(), Long.parseLong(seen), body, ReportDoor.act(request, "write-report"));
        } catch (StaleRecordException e) {
            return conflict(request, seen, errors);
        }
        request.discardDraft(SectionModel.draft(view, section));
        return Reply.seeOther(request.page().link("/reports/" + view.report().code()))
                .flash(request.page().text("report.text.saved"));
    }

    /** The reader's text stays in the form, now based on the present version, which is shown beside it. */
    private Reply conflict(Request request, String seen, FormErrors errors) {
        Reports.View view = ReportDoor.find(request, reports);
        Section section = ReportDoor.section(request, view);
        errors.add("body", TEXTS.text("report.problem.text-stale", seen, "" + section.version()));
        Map<String, String> values = new HashMap<>(request.fields());
        values.put("version", "" + section.version());
        values.put("based", seen);
        return page(request, view, section, new FormView(request.page(), values, errors), 409);
    }
}
