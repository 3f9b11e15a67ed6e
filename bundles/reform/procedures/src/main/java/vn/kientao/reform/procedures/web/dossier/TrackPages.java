package vn.kientao.reform.procedures.web.dossier;

import gg.jte.output.WriterOutput;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Masking;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.citizen.Subscriptions;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/**
 * Where a citizen follows a dossier: by code and the last four digits of the phone number, or through the QR code of the
 * receipt. The code alone shows the form and nothing else; a wrong code and a wrong factor get the same answer.
 */
@Component
public final class TrackPages implements ModuleRoutes {
    private final TrackDoor door;
    private final Agencies agencies;
    private final Subscriptions subscriptions;
    private final Templates templates = new StaticTemplates();

    @Activate
    public TrackPages(@Reference TrackDoor door, @Reference Agencies agencies, @Reference Subscriptions subscriptions) {
        this.door = door;
        this.agencies = agencies;
        this.subscriptions = subscriptions;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/track", Permission.ANYONE, this::form).menu("track.title", "clock-history", 20);
        routes.post("/track", Permission.ANYONE, this::find);
        routes.get("/track/{code}", Permission.ANYONE, this::scanned);
    }

    private Reply form(Request request) {
        return show(request, FormView.of(request.page(), Map.of()), 200);
    }

    private Reply find(Request request) {
        FormErrors errors = new FormErrors();
        Optional<Dossier> found = door.byForm(request, errors);
        return answer(request, found, Map.of("code", request.field("code").orElse("")), errors);
    }

    private Reply scanned(Request request) {
        String code = request.pathValue("code");
        Map<String, String> values = Map.of("code", code);
        Optional<String> key = request.query("k");
        if (key.isEmpty()) {
            return show(request, FormView.of(request.page(), values), 200);
        }
        FormErrors errors = new FormErrors();
        return answer(request, door.byKey(request, code, key.get(), errors), values, errors);
    }

    private Reply answer(Request request, Optional<Dossier> found, Map<String, String> values, FormErrors errors) {
        return found.map(dossier -> show(request, dossier))
                .orElseGet(() -> show(request, new FormView(request.page(), values, errors), 422));
    }

    private Reply show(Request request, FormView form, int status) {
        TrackFormModel model = new TrackFormModel(form);
        return Reply.page(
                        request.page().text("track.title"),
                        out -> templates.proceduresTrack(model).render(new WriterOutput(out)))
                .status(status);
    }

    private Reply show(Request request, Dossier dossier) {
        Page page = request.page();
        Texts texts = page.texts();
        LocalDateTime now = Words.now(request);
        String agency = agencies.find(dossier.agency())
                .map(Agency::name)
                .map(texts::get)
                .orElse(dossier.agency());
        TrackSteps steps = new TrackSteps(dossier, agency, dossier.late(now), texts);
        TrackModel model = new TrackModel(
                page,
                dossier.code().toString(),
                dossier.procedure().name(),
                Masking.name(dossier.submission().applicant().name()),
                agency,
                DossierWords.status(dossier.status(), texts),
                DossierWords.due(
                        dossier.appointment().due(),
                        dossier.finishedAt(),
                        dossier.status().running(),
                        now,
                        texts),
                DueView.of(dossier.appointment(), texts),
                steps.all(),
                steps.next(),
                dossier.trackingKey(),
                dossier.agency(),
                !dossier.status().running(),
                subscriptions.offered());
        return Reply.page(
                        texts.get("track.found.title", dossier.code().toString()),
                        out -> templates.proceduresTrackFound(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(texts.get("track.title"), page.link("/track")));
    }
}
