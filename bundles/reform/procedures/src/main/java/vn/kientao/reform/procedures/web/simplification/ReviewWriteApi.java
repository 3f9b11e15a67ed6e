package vn.kientao.reform.procedures.web.simplification;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.app.simplification.ReviewRefusedException;
import vn.kientao.reform.procedures.app.simplification.Reviews;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;
import vn.kientao.reform.procedures.domain.simplification.Cost;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;
import vn.kientao.reform.procedures.domain.simplification.Stage;
import vn.kientao.reform.procedures.web.form.By;
import vn.kientao.reform.procedures.web.simplification.ReviewApi.PlanJson;
import vn.kientao.reform.procedures.web.simplification.ReviewApi.SheetJson;

/**
 * Plans and sheets of review written by programs, under the same rules as on the pages. Whoever changes a sheet names the
 * version that it has seen in {@code If-Match}.
 */
@Component
public final class ReviewWriteApi implements ModuleRoutes {
    private static final String HOME = "/simplification";
    private static final String SHEET = HOME + "/sheets/{sheet}";

    private final Reviews reviews;
    private final Catalogue catalogue;

    @Activate
    public ReviewWriteApi(@Reference Reviews reviews, @Reference Catalogue catalogue) {
        this.reviews = reviews;
        this.catalogue = catalogue;
    }

    /** A plan to be made. */
    public record NewPlanJson(
            @Nullable Integer year, @Nullable String title) {}

    /** @param code of the procedure to be put into the plan */
    public record NewSheetJson(@Nullable String code) {}

    /** @param opinions {@code <criterion>}: {@code met}, {@code partly}, {@code missed} or {@code open}; {@code <criterion>-note} */
    public record FindingsJson(
            @Nullable Map<String, @Nullable String> opinions,
            @Nullable String proposal) {}

    /** What complying costs; amounts in đồng. */
    public record NewCostJson(
            @Nullable BigDecimal timesAYear,
            @Nullable Long subjects,
            @Nullable List<TaskJson> tasks) {
        Map<String, String> typed() {
            Map<String, String> typed = new LinkedHashMap<>();
            By.put(typed, "times", timesAYear == null ? null : timesAYear.toPlainString());
            By.put(typed, "subjects", subjects);
            int row = 0;
            for (TaskJson task : tasks == null ? List.<TaskJson>of() : tasks) {
                row++;
                By.put(typed, "task-" + row, task.task());
                By.put(
                        typed,
                        "hours-" + row,
                        task.hours() == null ? null : task.hours().toPlainString());
                By.put(
                        typed,
                        "people-" + row,
                        task.people() == null ? null : task.people().toPlainString());
                By.put(typed, "income-" + row, task.hourlyIncome());
                By.put(typed, "service-" + row, task.service());
                By.put(typed, "fee-" + row, task.fee());
                By.put(typed, "other-" + row, task.other());
            }
            return typed;
        }
    }

    /** Something that people have to do for one case. */
    public record TaskJson(
            @Nullable String task,
            @Nullable BigDecimal hours,
            @Nullable BigDecimal people,
            @Nullable Long hourlyIncome,
            @Nullable Long service,
            @Nullable Long fee,
            @Nullable Long other) {}

    /** @param to the stage it goes to */
    public record MoveJson(@Nullable String to, @Nullable String note) {}

    /** A change of a sheet that was read. */
    @FunctionalInterface
    private interface Change {
        void make(ReviewSheet sheet);
    }

    @Override
    public void api(Routes routes) {
        routes.post(HOME, ReviewPermissions.REVIEW, this::plan)
                .summary("simplification.api.plan-add")
                .accepts(NewPlanJson.class)
                .returns(PlanJson.class);
        routes.post(HOME + "/{plan}/send", ReviewPermissions.REVIEW, this::send)
                .summary("simplification.api.plan-send")
                .returns(PlanJson.class);
        routes.post(HOME + "/{plan}/sheets", ReviewPermissions.REVIEW, this::addSheet)
                .summary("simplification.api.sheet-add")
                .accepts(NewSheetJson.class)
                .returns(SheetJson.class);
        routes.get(SHEET, ReviewPermissions.READ, request -> answer(ReviewDoor.sheet(reviews, request)))
                .summary("simplification.api.sheet")
                .returns(SheetJson.class)
                .versioned();
        routes.put(SHEET + "/findings", ReviewPermissions.REVIEW, this::findings)
                .summary("simplification.api.findings")
                .accepts(FindingsJson.class)
                .returns(SheetJson.class)
                .versioned();
        routes.put(SHEET + "/costs/{side}", ReviewPermissions.REVIEW, this::costs)
                .summary("simplification.api.costs")
                .accepts(NewCostJson.class)
                .returns(SheetJson.class)
                .versioned();
        routes.post(SHEET + "/move", ReviewPermissions.READ, this::move)
                .summary("simplification.api.move")
                .accepts(MoveJson.class)
                .returns(SheetJson.class)
                .versioned();
    }

    private Reply plan(Request request) {
        NewPlanJson body = request.json(NewPlanJson.class);
        String year = body.year() == null ? "" : "" + body.year();
        String title = body.title() == null ? "" : body.title().strip();
        FormErrors errors = ReviewDoor.plan(year, title);
        if (!errors.isEmpty()) {
            throw By.invalid(errors);
        }
        long id = reviews.addPlan(Integer.parseInt(year), title, ReviewDoor.reviewer(request));
        ReviewPlan made = reviews.plan(request.agency().code(), id).orElseThrow();
        return new Reply.Json(
                201, PlanJson.of(made), Map.of("Location", request.page().link(HOME + "/" + id)));
    }

    private Reply send(Request request) {
        ReviewPlan plan = ReviewDoor.plan(reviews, request);
        reviews.send(plan, ReviewDoor.reviewer(request));
        return Reply.json(PlanJson.of(ReviewDoor.plan(reviews, request)));
    }

    private Reply addSheet(Request request) {
        ReviewPlan plan = ReviewDoor.plan(reviews, request);
        String code =
                Optional.ofNullable(request.json(NewSheetJson.class).code()).orElse("");
        FormErrors errors = new FormErrors();
        Optional<CatalogueEntry> procedure = catalogue.entry(code);
        if (procedure.isEmpty()) {
            errors.add("code", ReviewDoor.text("simplification.error.code", code));
            throw By.invalid(errors);
        }
        long id = reviews.addSheet(plan, code, procedure.get().summary().name(), ReviewDoor.reviewer(request))
                .orElseThrow(() -> new ProblemException(new Problem(
                        409,
                        "sheet-there",
                        ReviewDoor.text("simplification.error.there", code),
                        ReviewDoor.text("simplification.refused-help"))));
        Reply.Json answer = answer(reviews.sheet(plan.agency(), id).orElseThrow());
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put("Location", request.page().link(HOME + "/sheets/" + id));
        return new Reply.Json(201, answer.value(), headers);
    }

    private Reply findings(Request request) {
        ReviewSheet sheet = expected(request);
        FindingsJson body = request.json(FindingsJson.class);
        Map<String, String> typed = By.fields(body.opinions());
        By.put(typed, "proposal", body.proposal());
        FormErrors errors = new FormErrors();
        FindingsForm found = FindingsForm.read(typed, errors);
        if (!errors.isEmpty()) {
            throw By.invalid(errors);
        }
        return changed(
                request,
                sheet,
                seen -> reviews.findings(seen, found.opinions(), found.proposal(), ReviewDoor.reviewer(request)));
    }

    private Reply costs(Request request) {
        ReviewSheet sheet = expected(request);
        FormErrors errors = new FormErrors();
        Cost cost = new CostForm(request.json(NewCostJson.class).typed())
                .read(errors)
                .orElseThrow(() -> By.invalid(errors));
        return changed(
                request,
                sheet,
                seen -> reviews.costs(seen, ReviewDoor.side(request), cost, ReviewDoor.reviewer(request)));
    }

    private Reply move(Request request) {
        ReviewSheet sheet = expected(request);
        MoveJson body = request.json(MoveJson.class);
        Stage to = ReviewDoor.stage(Optional.ofNullable(body.to()).orElse(""));
        String note = Optional.ofNullable(body.note()).orElse("");
        FormErrors errors = new FormErrors();
        if (note.length() > FindingsForm.LONGEST_NOTE) {
            errors.add("note", ReviewDoor.text("simplification.error.long", FindingsForm.LONGEST_NOTE));
            throw By.invalid(errors);
        }
        ReviewDoor.requireRight(request, sheet);
        return changed(request, sheet, seen -> reviews.move(seen, to, note, ReviewDoor.reviewer(request)));
    }

    private ReviewSheet expected(Request request) {
        ReviewSheet sheet = ReviewDoor.sheet(reviews, request);
        request.expect(sheet.version());
        return sheet;
    }

    private Reply changed(Request request, ReviewSheet sheet, Change change) {
        try {
            change.make(sheet);
        } catch (ReviewRefusedException e) {
            throw ReviewDoor.refused(e);
        }
        return answer(ReviewDoor.sheet(reviews, request));
    }

    private static Reply.Json answer(ReviewSheet sheet) {
        return Reply.json(SheetJson.of(sheet)).version(sheet.version());
    }
}
