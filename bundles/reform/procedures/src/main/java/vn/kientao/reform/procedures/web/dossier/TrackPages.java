package vn.kientao.reform.procedures.web.dossier;

import gg.jte.output.WriterOutput;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.documents.Letters;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Masking;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.citizen.Subscriptions;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;
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
    private final Dossiers dossiers;
    private final Papers papers;
    private final Letters letters;
    private final Templates templates = new StaticTemplates();

    @Activate
    public TrackPages(
            @Reference TrackDoor door,
            @Reference Agencies agencies,
            @Reference Subscriptions subscriptions,
            @Reference Dossiers dossiers,
            @Reference Papers papers,
            @Reference Letters letters) {
        this.door = door;
        this.agencies = agencies;
        this.subscriptions = subscriptions;
        this.dossiers = dossiers;
        this.papers = papers;
        this.letters = letters;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/track", Permission.ANYONE, this::form).menu("track.title", "clock-history", 20);
        routes.post("/track", Permission.ANYONE, this::find);
        routes.get("/track/{code}", Permission.ANYONE, this::scanned);
        routes.get("/track/{code}/letters/{paper}", Permission.ANYONE, this::letter);
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

    /** A letter to the applicant, behind the same door as the page that leads to it. */
    private Reply letter(Request request) {
        String code = request.pathValue("code");
        FormErrors errors = new FormErrors();
        Optional<Dossier> dossier = request.query("k").flatMap(key -> door.byKey(request, code, key, errors));
        if (dossier.isEmpty()) {
            FormView form = new FormView(request.page(), Map.of("code", code), errors);
            return show(request, form, errors.isEmpty() ? 200 : 422);
        }
        String id = request.pathValue("paper");
        IssuedPaper paper = papers.letters(dossier.get()).stream()
                .filter(one -> String.valueOf(one.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        404, "paper-not-found", Words.text("paper.not-found"), Words.text("track.letter.gone.do"))));
        byte[] file = letters.pdf(List.of(paper.letter()));
        String name = paper.kind().word() + "-" + dossier.get().code() + ".pdf";
        return Reply.download(name, "application/pdf", out -> out.write(file)).shownInline();
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
                subscriptions.offered(),
                TrackNotices.of(dossier, dossiers.history(dossier), texts),
                papers.letters(dossier).stream()
                        .map(paper -> link(page, dossier, paper))
                        .toList());
        return Reply.page(
                        texts.get("track.found.title", dossier.code().toString()),
                        out -> templates.proceduresTrackFound(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(texts.get("track.title"), page.link("/track")));
    }

    private static TrackModel.LetterLink link(Page page, Dossier dossier, IssuedPaper paper) {
        return new TrackModel.LetterLink(
                page.text(paper.kind().textKey()),
                paper.reference(),
                Formats.date(paper.issuedAt().toLocalDate()),
                page.openLink("/track/" + dossier.code() + "/letters/" + paper.id() + "?k=" + dossier.trackingKey()));
    }
}
