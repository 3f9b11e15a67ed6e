package vn.kientao.reform.steering.web.report;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.report.Outlines;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.domain.report.OutlineRow;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** The outline of reports, kept by the standing office. */
@Component
public final class OutlinePages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(OutlinePages.class);
    private static final int MOST_POSITION = 9_999;
    private static final int TITLE = 400;
    private static final int BASIS = 1_000;

    private final Reports reports;
    private final Outlines outlines;
    private final Templates templates = new StaticTemplates();

    @Activate
    public OutlinePages(@Reference Reports reports, @Reference Outlines outlines) {
        this.reports = reports;
        this.outlines = outlines;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/reports/outline", SteeringPermissions.PROGRAMME, this::list);
        routes.post("/reports/outline", SteeringPermissions.PROGRAMME, this::save);
    }

    private Reply list(Request request) {
        return page(request, FormView.of(request.page(), Map.of()), 200);
    }

    private Reply page(Request request, FormView form, int status) {
        OutlineModel model = new OutlineModel(form, reports.outline());
        return Reply.page(
                        request.page().text("report.outline"),
                        out -> templates.reportOutline(model).render(new WriterOutput(out)))
                .crumbs(ReportPages.home(request.page()))
                .status(status);
    }

    private Reply save(Request request) {
        FormErrors errors = new FormErrors();
        FormReader reader = new FormReader(request, errors);
        List<OutlineRow> rows = reports.outline();
        Optional<OutlineRow> old = rows.stream()
                .filter(row -> request.field("id").orElse("").equals("" + row.id()))
                .findFirst();
        int position = reader.number("position", 1, MOST_POSITION);
        LocalText title = new LocalText(reader.text("titleVi", 1, TITLE), reader.text("titleEn", 1, TITLE));
        String basis = reader.text("basis", 1, BASIS);
        Optional<LocalDate> to = reader.day("to");
        if (old.isPresent()
                && !request.field("version").orElse("").equals("" + old.get().version())) {
            errors.add("position", TEXTS.text("report.problem.stale"));
        }
        String code = old.map(OutlineRow::code).orElseGet(() -> "section-" + (rows.size() + 1));
        if (!errors.isEmpty()) {
            return page(request, new FormView(request.page(), request.fields(), errors), 422);
        }
        OutlineRow row = new OutlineRow(
                old.map(OutlineRow::id).orElse(0L),
                old.map(OutlineRow::version).orElse(1L),
                code,
                position,
                title,
                old.flatMap(OutlineRow::area),
                old.filter(OutlineRow::statistics).isPresent(),
                old.map(OutlineRow::validFrom).orElse(ReportDoor.today(request)),
                to,
                basis);
        try {
            if (old.isPresent()) {
                outlines.change(row, ReportDoor.act(request, "change-outline"));
            } else {
                outlines.add(row, ReportDoor.act(request, "add-outline"));
            }
        } catch (StaleRecordException e) {
            errors.add("position", TEXTS.text("report.problem.stale"));
            return page(request, new FormView(request.page(), request.fields(), errors), 409);
        }
        return Reply.seeOther(request.page().link("/reports/outline"))
                .flash(request.page().text("report.outline.saved"));
    }
}
