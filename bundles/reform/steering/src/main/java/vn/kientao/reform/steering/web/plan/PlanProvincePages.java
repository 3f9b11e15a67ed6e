package vn.kientao.reform.steering.web.plan;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.WriterOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFiles;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.plan.Coverage;
import vn.kientao.reform.steering.app.plan.Plans;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** The plans of all agencies together: which are there, which are missing, and what none of them covers. */
@Component
public final class PlanProvincePages implements ModuleRoutes {
    private static final String PROVINCE = "/plans/province";

    private final PlanDoor door;
    private final Plans plans;
    private final Coverage coverage;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PlanProvincePages(@Reference PlanDoor door, @Reference Coverage coverage, @Reference TableFiles files) {
        this.door = door;
        this.plans = door.plans();
        this.coverage = coverage;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get(PROVINCE, SteeringPermissions.PROVINCE, this::province);
        files.offer(routes, PROVINCE, SteeringPermissions.PROVINCE, this::table);
        routes.post(PROVINCE + "/urge", SteeringPermissions.APPRAISE, this::urge);
        routes.get("/plans/coverage", SteeringPermissions.READ, this::coverage);
    }

    private Reply province(Request request) {
        Page page = request.page();
        int year = PlanDoor.year(request);
        ProvinceModel model = new ProvinceModel(
                FormView.of(page, Map.of("year", "" + year)), year, rows(request, year), names(request));
        return page(request, "plan.province", templates.planProvince(model));
    }

    private AgencyNames names(Request request) {
        return new AgencyNames(door.agencies(), request.page());
    }

    private List<ProvinceModel.Row> rows(Request request, int year) {
        Map<String, Plan> newest =
                plans.newest(year).stream().collect(Collectors.toMap(Plan::agency, Function.identity()));
        return door.agencies().on(PlanDoor.today(request)).stream()
                .map(agency -> new ProvinceModel.Row(
                        agency,
                        Optional.ofNullable(newest.get(agency.code())),
                        plans.with(agency.code()).stream()
                                .filter(code -> !code.equals(agency.code()))
                                .flatMap(code -> Optional.ofNullable(newest.get(code)).stream())
                                .toList()))
                .toList();
    }

    private TableFile table(Request request) {
        Page page = request.page();
        int year = PlanDoor.year(request);
        ProvinceModel model = new ProvinceModel(FormView.of(page, Map.of()), year, rows(request, year), names(request));
        return new TableFile(
                "ke-hoach-toan-tinh-" + year,
                "plan-list",
                page.text("plan.province.title", "" + year),
                List.of(),
                List.of(
                        new Column(page.text("plan.agency"), 50),
                        new Column(page.text("plan.state"), 24),
                        new Column(page.text("plan.edition"), 12),
                        new Column(page.text("plan.symbol"), 24)),
                line -> {
                    for (ProvinceModel.Row row : model.rows()) {
                        line.add(List.of(
                                SheetCell.text(model.name(row)),
                                SheetCell.text(model.state(row)),
                                row.plan()
                                        .map(plan -> SheetCell.number(plan.edition()))
                                        .orElseGet(SheetCell::empty),
                                SheetCell.text(row.plan().map(Plan::symbol).orElse(""))));
                    }
                },
                List.of());
    }

    private Reply urge(Request request) {
        FormErrors errors = new FormErrors();
        Optional<Integer> year = PlanDoor.year(request.field("year").orElse(""), errors);
        if (year.isEmpty()) {
            int shown = PlanDoor.year(request);
            FormView form = new FormView(request.page(), request.fields(), errors);
            ProvinceModel model = new ProvinceModel(form, shown, rows(request, shown), names(request));
            return page(request, "plan.province", templates.planProvince(model)).status(422);
        }
        List<String> missing = rows(request, year.get()).stream()
                .filter(ProvinceModel.Row::missing)
                .map(row -> row.agency().code())
                .toList();
        int told = plans.urge(missing, year.get(), PlanDoor.doer(request));
        return Reply.seeOther(request.page().link(PROVINCE + "?year=" + year.get()))
                .flash(request.page().text("plan.urged", "" + missing.size(), "" + told));
    }

    private Reply coverage(Request request) {
        int year = PlanDoor.year(request);
        Optional<Plan> own = request.page().can(SteeringPermissions.PLAN)
                ? plans.ofAgency(request.agency().code()).stream()
                        .filter(plan -> plan.year() == year && plan.state().editable())
                        .findFirst()
                : Optional.empty();
        CoverageModel model = new CoverageModel(request.page(), coverage.of(year), own);
        return page(request, "plan.coverage", templates.planCoverage(model));
    }

    private static Reply.View page(Request request, String title, JteModel content) {
        Page page = request.page();
        return Reply.page(page.text(title), out -> content.render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("plan.title"), page.link("/plans")));
    }
}
