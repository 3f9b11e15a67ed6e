package vn.kientao.reform.procedures.web.simplification;

import gg.jte.output.WriterOutput;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.simplification.ReviewRefusedException;
import vn.kientao.reform.procedures.app.simplification.Reviews;
import vn.kientao.reform.procedures.domain.simplification.Cost;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;
import vn.kientao.reform.procedures.domain.simplification.Side;
import vn.kientao.reform.procedures.domain.simplification.Stage;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** The sheet of one procedure: findings, costs, proposal, and its way from stage to stage. */
@Component
public final class SheetPages implements ModuleRoutes {
    private static final String ONE = "/simplification/sheets/{sheet}";

    private final Reviews reviews;
    private final Templates templates = new StaticTemplates();

    @Activate
    public SheetPages(@Reference Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void staff(Routes routes) {
        routes.get(ONE, ReviewPermissions.READ, request -> show(request, Map.of(), new FormErrors()));
        routes.post(ONE + "/findings", ReviewPermissions.REVIEW, this::findings);
        routes.get(ONE + "/costs/{side}", ReviewPermissions.REVIEW, this::costs);
        routes.post(ONE + "/costs/{side}", ReviewPermissions.REVIEW, this::keepCosts);
        routes.post(ONE + "/move", ReviewPermissions.READ, this::move);
    }

    private Reply.View show(Request request, Map<String, String> typed, FormErrors errors) {
        Page page = request.page();
        ReviewSheet sheet = ReviewDoor.sheet(reviews, request);
        ReviewPlan plan = reviews.plan(sheet.agency(), sheet.plan()).orElseThrow();
        SheetModel model = new SheetModel(page, plan, sheet, typed, errors);
        return Reply.page(
                        sheet.name(),
                        out -> templates.simplificationSheet(model).render(new WriterOutput(out)))
                .crumbs(
                        new Reply.Crumb(page.text("simplification.title"), page.link("/simplification")),
                        new Reply.Crumb(plan.title(), page.link("/simplification/" + plan.id())))
                .status(errors.isEmpty() ? 200 : 422);
    }

    private Reply findings(Request request) {
        FormErrors errors = new FormErrors();
        FindingsForm found = FindingsForm.read(request.fields(), errors);
        if (!errors.isEmpty()) {
            return show(request, request.fields(), errors);
        }
        return changed(
                request,
                sheet -> reviews.findings(sheet, found.opinions(), found.proposal(), ReviewDoor.reviewer(request)),
                "simplification.kept");
    }

    private Reply costs(Request request) {
        ReviewSheet sheet = ReviewDoor.sheet(reviews, request);
        Side side = ReviewDoor.side(request);
        Optional<Cost> known = Optional.ofNullable(sheet.costs().get(side));
        return costs(request, sheet, side, CostForm.of(known), new FormErrors());
    }

    private Reply costs(Request request, ReviewSheet sheet, Side side, CostForm form, FormErrors errors) {
        Page page = request.page();
        CostModel model = new CostModel(page, sheet, side, form, errors);
        return Reply.page(
                        page.text("simplification.costs." + side.word()),
                        out -> templates.simplificationCosts(model).render(new WriterOutput(out)))
                .crumbs(
                        new Reply.Crumb(page.text("simplification.title"), page.link("/simplification")),
                        new Reply.Crumb(sheet.name(), page.link("/simplification/sheets/" + sheet.id())))
                .status(errors.isEmpty() ? 200 : 422);
    }

    private Reply keepCosts(Request request) {
        ReviewSheet seen = ReviewDoor.sheet(reviews, request);
        Side side = ReviewDoor.side(request);
        CostForm form = new CostForm(request.fields());
        FormErrors errors = new FormErrors();
        Optional<Cost> cost = form.read(errors);
        if (cost.isEmpty()) {
            return costs(request, seen, side, form, errors);
        }
        return changed(
                request,
                sheet -> reviews.costs(sheet, side, cost.get(), ReviewDoor.reviewer(request)),
                "simplification.kept");
    }

    private Reply move(Request request) {
        ReviewDoor.sheet(reviews, request);
        Stage to = ReviewDoor.stage(request.field("to").orElse(""));
        String note = request.field("note").orElse("");
        if (note.length() > FindingsForm.LONGEST_NOTE) {
            FormErrors errors = new FormErrors();
            errors.add("note", ReviewDoor.text("simplification.error.long", FindingsForm.LONGEST_NOTE));
            return show(request, request.fields(), errors);
        }
        return changed(
                request,
                sheet -> {
                    ReviewDoor.requireRight(request, sheet);
                    reviews.move(sheet, to, note, ReviewDoor.reviewer(request));
                },
                "simplification.moved");
    }

    /** Makes the change from the version that the form was made of; says on the sheet's page why it may not be made. */
    private Reply changed(Request request, Consumer<ReviewSheet> change, String done) {
        ReviewSheet sheet = ReviewDoor.sheet(reviews, request);
        long seen = ReviewDoor.number(request.field("version").orElse(""));
        if (seen != sheet.version()) {
            throw new StaleRecordException("review sheet " + sheet.id(), seen);
        }
        try {
            change.accept(sheet);
        } catch (ReviewRefusedException e) {
            FormErrors errors = new FormErrors();
            errors.add("move", ReviewDoor.text(e.textKey()));
            return show(request, request.fields(), errors).status(409);
        }
        return Reply.seeOther(request.page().link("/simplification/sheets/" + sheet.id()))
                .flash(request.page().text(done));
    }
}
