package vn.kientao.reform.procedures.web.rating;

import gg.jte.output.WriterOutput;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.rating.Ratings;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.rating.Answers;
import vn.kientao.reform.procedures.domain.rating.Questionnaire;
import vn.kientao.reform.procedures.web.dossier.TrackDoor;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/**
 * Where whoever handed a dossier in rates how it was handled, without signing in: the code and the second factor of
 * tracking are asked for, nothing else.
 */
@Component
public final class RatePages implements ModuleRoutes {
    private final TrackDoor door;
    private final Ratings ratings;
    private final Templates templates = new StaticTemplates();

    @Activate
    public RatePages(@Reference TrackDoor door, @Reference Ratings ratings) {
        this.door = door;
        this.ratings = ratings;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/rate", Permission.ANYONE, this::ask).menu("rating.menu", "star", 40);
        routes.post("/rate", Permission.ANYONE, this::find);
        routes.get("/rate/{code}", Permission.ANYONE, this::form);
        routes.post("/rate/{code}", Permission.ANYONE, this::rate);
    }

    private Reply ask(Request request) {
        return ask(new FormView(request.page(), Map.of(), new FormErrors()), 200);
    }

    private Reply find(Request request) {
        FormErrors errors = new FormErrors();
        return door.byForm(request, errors)
                .map(dossier -> Reply.seeOther(address(request, dossier)))
                .map(Reply.class::cast)
                .orElseGet(() -> ask(
                        new FormView(
                                request.page(),
                                Map.of("code", request.field("code").orElse("")),
                                errors),
                        422));
    }

    private Reply form(Request request) {
        String code = request.pathValue("code");
        Optional<String> key = request.query("k");
        Page page = request.page();
        if (key.isEmpty()) {
            return ask(FormView.of(page, Map.of("code", code)), 200);
        }
        FormErrors errors = new FormErrors();
        return door.byKey(request, code, key.get(), errors)
                .map(dossier -> show(request, dossier, FormView.of(page, Map.of()), 200))
                .orElseGet(() -> ask(new FormView(page, Map.of("code", code), errors), 422));
    }

    private Reply rate(Request request) {
        String code = request.pathValue("code");
        FormErrors errors = new FormErrors();
        Optional<Dossier> found = door.byKey(request, code, request.field("k").orElse(""), errors);
        if (found.isEmpty()) {
            return ask(new FormView(request.page(), Map.of("code", code), errors), 422);
        }
        Dossier dossier = found.get();
        Optional<Answers> answers = RateForm.read(asked(request), request.fields(), errors);
        if (answers.isEmpty()) {
            return show(request, dossier, new FormView(request.page(), request.fields(), errors), 422);
        }
        boolean kept = ratings.rate(
                dossier,
                answers.get(),
                Words.now(request),
                request.audit("procedures.rate", "dossier", dossier.code().toString(), ""));
        String words = request.page().text(kept ? "rating.thanks" : "rating.not-kept");
        return Reply.seeOther(address(request, dossier)).flash(words);
    }

    private Questionnaire asked(Request request) {
        return ratings.asked(Words.now(request).toLocalDate());
    }

    private static String address(Request request, Dossier dossier) {
        return request.page().openLink("/rate/" + dossier.code() + "?k=" + dossier.trackingKey());
    }

    private Reply ask(FormView form, int status) {
        return Reply.page(
                        form.page().text("rating.title"),
                        out -> templates.ratingDoor(form).render(new WriterOutput(out)))
                .status(status);
    }

    private Reply show(Request request, Dossier dossier, FormView form, int status) {
        RateModel model = new RateModel(
                form,
                dossier.code().toString(),
                dossier.trackingKey(),
                dossier.procedure().name(),
                ratings.mayRate(dossier),
                asked(request),
                ratings.of(dossier));
        return Reply.page(
                        request.page().text("rating.title"),
                        out -> templates.ratingForm(model).render(new WriterOutput(out)))
                .status(status);
    }
}
