package vn.kientao.reform.procedures.web.rating;

import gg.jte.output.WriterOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.rating.Ratings;
import vn.kientao.reform.procedures.domain.rating.Rating;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.sheet.TableFiles;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** What those who handed dossiers in said about an agency: taken together, one by one, and as a file. */
@Component
public final class RatingPages implements ModuleRoutes {
    private static final int PAGE = 25;
    private static final int LONGEST_REASON = 500;

    private final Ratings ratings;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public RatingPages(@Reference Ratings ratings, @Reference TableFiles files) {
        this.ratings = ratings;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/ratings", RatingPermissions.READ, this::list).menu("rating.menu-staff", "star", 60);
        files.offerSheets(routes, "/ratings", RatingPermissions.READ, this::table);
        routes.get("/ratings/{id}", RatingPermissions.READ, this::show);
        routes.post("/ratings/{id}", RatingPermissions.MODERATE, this::moderate);
    }

    private Reply list(Request request) {
        RatingFilter filter = new RatingFilter(request);
        String agency = request.agency().code();
        List<Rating> rows = ratings.page(agency, filter.from(), filter.to(), filter.level(), filter.after(), PAGE + 1);
        boolean more = rows.size() > PAGE;
        RatingListModel model = new RatingListModel(
                filter.view(request),
                ratings.satisfaction(agency, filter.from(), filter.to()),
                more ? rows.subList(0, PAGE) : rows,
                more,
                filter.after().isEmpty());
        return Reply.page(
                        request.page().text("rating.list.title"),
                        out -> templates.ratingList(model).render(new WriterOutput(out)))
                .status(filter.valid() ? 200 : 422);
    }

    private TableFile table(Request request) {
        return new RatingExport(
                        ratings,
                        request.agency().code(),
                        new RatingFilter(request),
                        request.page().texts())
                .table();
    }

    private Reply show(Request request) {
        return show(request, rating(request), FormView.of(request.page(), Map.of()), 200);
    }

    private Reply moderate(Request request) {
        Rating rating = rating(request);
        FormErrors errors = new FormErrors();
        String reason = new Checks(errors, "rating.field.")
                .required("reason", request.field("reason").orElse(""), LONGEST_REASON);
        if (!errors.isEmpty()) {
            return show(request, rating, new FormView(request.page(), request.fields(), errors), 422);
        }
        boolean hide = request.field("hidden").orElse("").equals("true");
        if (!request.field("version").orElse("").equals("" + rating.version())) {
            throw new StaleRecordException("rating of " + rating.dossier(), rating.version());
        }
        ratings.moderate(rating, hide, reason, Words.doer(request));
        return Reply.seeOther(request.page().link("/ratings/" + rating.id()))
                .flash(request.page().text(hide ? "rating.done.hidden" : "rating.done.shown"));
    }

    private Reply show(Request request, Rating rating, FormView form, int status) {
        Page page = request.page();
        RatingView model =
                new RatingView(form, rating, ratings.asked(rating.at().toLocalDate()));
        return Reply.page(
                        page.text("rating.one.title", rating.dossier()),
                        out -> templates.ratingOne(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("rating.list.title"), page.link("/ratings")))
                .status(status);
    }

    private Rating rating(Request request) {
        String id = request.pathValue("id");
        Optional<Rating> found =
                id.matches("\\d{1,18}") ? ratings.find(request.agency().code(), Long.parseLong(id)) : Optional.empty();
        return found.orElseThrow(() -> new ProblemException(new Problem(
                404,
                "rating-not-found",
                Words.text("rating.problem.not-found", id),
                Words.text("rating.problem.not-found.do"))));
    }
}
