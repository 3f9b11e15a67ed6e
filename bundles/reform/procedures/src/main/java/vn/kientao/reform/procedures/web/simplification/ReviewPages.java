package vn.kientao.reform.procedures.web.simplification;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.app.simplification.Reviews;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;
import vn.kientao.reform.procedures.web.sheet.TableFiles;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Plans of review: the agency's list, one plan with its procedures. */
@Component
public final class ReviewPages implements ModuleRoutes {
    private static final String HOME = "/simplification";
    private static final int PAGE = 50;

    private final Reviews reviews;
    private final Catalogue catalogue;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ReviewPages(@Reference Reviews reviews, @Reference Catalogue catalogue, @Reference TableFiles files) {
        this.reviews = reviews;
        this.catalogue = catalogue;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get(HOME, ReviewPermissions.READ, request -> list(request, "", "", new FormErrors()))
                .menu("simplification.menu", "activity", 60)
                .query("before");
        routes.post(HOME, ReviewPermissions.REVIEW, this::add);
        routes.get(HOME + "/{plan}", ReviewPermissions.READ, request -> show(request, "", new FormErrors()));
        routes.post(HOME + "/{plan}/send", ReviewPermissions.REVIEW, this::send);
        routes.post(HOME + "/{plan}/sheets", ReviewPermissions.REVIEW, this::addSheet);
        files.offer(routes, HOME + "/{plan}/sheets", ReviewPermissions.READ, this::table);
    }

    private Reply list(Request request, String year, String title, FormErrors errors) {
        Page page = request.page();
        String[] before = request.query("before").orElse("9999-0").split("-", 2);
        int belowYear = (int) Math.min(9999, Math.max(0, ReviewDoor.number(before[0])));
        long belowId = before.length == 2 ? ReviewDoor.number(before[1]) : 0;
        List<ReviewPlan> found = reviews.plans(request.agency().code(), belowYear, belowId, PAGE + 1);
        List<ReviewPlan> shown = found.subList(0, Math.min(PAGE, found.size()));
        ReviewPlan last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        String older = found.size() > PAGE && last != null ? page.with("before", last.year() + "-" + last.id()) : "";
        PlanListModel model = new PlanListModel(page, shown, older, year, title, errors);
        return Reply.page(
                        page.text("simplification.title"),
                        out -> templates.simplificationPlans(model).render(new WriterOutput(out)))
                .status(errors.isEmpty() ? 200 : 422);
    }

    private Reply add(Request request) {
        String year = request.field("year").orElse("");
        String title = request.field("title").orElse("");
        FormErrors errors = ReviewDoor.plan(year, title);
        if (!errors.isEmpty()) {
            return list(request, year, title, errors);
        }
        long id = reviews.addPlan(Integer.parseInt(year), title, ReviewDoor.reviewer(request));
        return Reply.seeOther(request.page().link(HOME + "/" + id))
                .flash(request.page().text("simplification.plan-added"));
    }

    private Reply show(Request request, String code, FormErrors errors) {
        Page page = request.page();
        ReviewPlan plan = ReviewDoor.plan(reviews, request);
        List<ReviewSheet> found =
                reviews.sheets(plan.agency(), plan.id(), request.query("after").orElse(""), PAGE + 1);
        List<ReviewSheet> shown = found.subList(0, Math.min(PAGE, found.size()));
        String further = found.size() > PAGE
                ? page.with("after", shown.get(shown.size() - 1).procedure())
                : "";
        PlanModel model = new PlanModel(
                page,
                plan,
                reviews.rule(plan.year()),
                LocalDate.ofInstant(request.now(), Formats.ZONE),
                shown,
                further,
                code,
                errors);
        return Reply.page(
                        plan.title(), out -> templates.simplificationPlan(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("simplification.title"), page.link(HOME)))
                .status(errors.isEmpty() ? 200 : 422);
    }

    private Reply send(Request request) {
        ReviewPlan plan = ReviewDoor.plan(reviews, request);
        reviews.send(plan, ReviewDoor.reviewer(request));
        return Reply.seeOther(request.page().link(HOME + "/" + plan.id()))
                .flash(request.page().text("simplification.plan-sent"));
    }

    private Reply addSheet(Request request) {
        ReviewPlan plan = ReviewDoor.plan(reviews, request);
        String code = request.field("code").orElse("");
        FormErrors errors = new FormErrors();
        Optional<CatalogueEntry> procedure = catalogue.entry(code);
        if (procedure.isEmpty()) {
            errors.add("code", ReviewDoor.text("simplification.error.code", code));
            return show(request, code, errors);
        }
        Optional<Long> added =
                reviews.addSheet(plan, code, procedure.get().summary().name(), ReviewDoor.reviewer(request));
        if (added.isEmpty()) {
            errors.add("code", ReviewDoor.text("simplification.error.there", code));
            return show(request, code, errors);
        }
        return Reply.seeOther(request.page().link(HOME + "/sheets/" + added.get()));
    }

    private TableFile table(Request request) {
        return new PlanExport(
                        reviews,
                        ReviewDoor.plan(reviews, request),
                        request.page().texts())
                .table();
    }
}
