package vn.kientao.reform.procedures.web.petition;

import gg.jte.output.WriterOutput;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.RateLimit;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.petition.PetitionChange;
import vn.kientao.reform.procedures.app.petition.PetitionMoves;
import vn.kientao.reform.procedures.app.petition.PetitionNotAllowedException;
import vn.kientao.reform.procedures.app.petition.Petitions;
import vn.kientao.reform.procedures.domain.citizen.SecretCode;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionAction;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/**
 * Where a sender follows the own petition, adds what was asked, rates the answer and opens the petition again: with the
 * code that was told once. A code that does not exist and one that is none get the same answer; tries are limited.
 */
@Component
public final class FeedbackTrackPages implements ModuleRoutes {
    private static final int TRIES = 10;
    private static final int LONGEST_NOTE = 2000;

    private final Petitions petitions;
    private final PetitionMoves moves;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();
    private final RateLimit byAddress = new RateLimit(TRIES, Duration.ofSeconds(6));

    @Activate
    public FeedbackTrackPages(
            @Reference Petitions petitions, @Reference PetitionMoves moves, @Reference Agencies agencies) {
        this.petitions = petitions;
        this.moves = moves;
        this.agencies = agencies;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/feedback/track", Permission.ANYONE, this::form);
        routes.post("/feedback/track", Permission.ANYONE, this::find);
        routes.post("/feedback/track/act", Permission.ANYONE, this::act);
    }

    private Reply form(Request request) {
        Optional<String> code = request.query("k");
        return code.isEmpty() ? ask(FormView.of(request.page(), Map.of()), 200) : show(request, code.get());
    }

    private Reply find(Request request) {
        String code = request.field("code").orElse("");
        if (code.isEmpty()) {
            FormErrors errors = new FormErrors();
            errors.add("code", Words.text("petition.error.code"));
            return ask(new FormView(request.page(), Map.of(), errors), 422);
        }
        return show(request, code);
    }

    private Reply show(Request request, String code) {
        return petition(request, code)
                .map(found -> show(request, found, code, FormView.of(request.page(), Map.of()), 200))
                .orElseGet(() -> unknown(request, code));
    }

    private Reply unknown(Request request, String code) {
        FormErrors errors = new FormErrors();
        errors.add("code", Words.text("petition.error.unknown"));
        return ask(new FormView(request.page(), Map.of("code", code), errors), 422);
    }

    private Optional<Petition> petition(Request request, String code) {
        if (!byAddress.allows(request.remoteAddress(), request.now())) {
            throw new ProblemException(new Problem(
                    429,
                    "too-many-requests",
                    Words.text("track.problem.too-many"),
                    Words.text("track.problem.too-many.do")));
        }
        return SecretCode.parse(code).flatMap(petitions::find);
    }

    private Reply act(Request request) {
        String code = request.field("k").orElse("");
        Optional<Petition> found = code.isEmpty() ? Optional.empty() : petition(request, code);
        if (found.isEmpty()) {
            return unknown(request, code);
        }
        Petition petition = found.get();
        FormErrors errors = new FormErrors();
        Optional<PetitionChange> change = change(request, errors);
        if (change.isEmpty()) {
            return show(request, petition, code, new FormView(request.page(), request.fields(), errors), 422);
        }
        try {
            petitions.change(
                    petition, version(request), change.get(), FeedbackPages.sender(request, petition.agency()));
        } catch (StaleRecordException | PetitionNotAllowedException e) {
            throw PetitionWords.overtaken(petition);
        }
        String action = change.get().action().word();
        return Reply.seeOther(request.page().openLink("/feedback/track?k=" + code))
                .flash(request.page().text("petition.done." + action));
    }

    private static Optional<PetitionChange> change(Request request, FormErrors errors) {
        Optional<PetitionAction> action = request.field("action")
                .flatMap(PetitionAction::of)
                .filter(one -> one.by() == PetitionAction.By.SENDER && one != PetitionAction.RECEIVE);
        if (action.isEmpty()) {
            errors.add(
                    "action",
                    Words.text("petition.error.action", request.field("action").orElse("")));
            return Optional.empty();
        }
        Checks checks = new Checks(errors, "petition.field.");
        String note = request.field("note").orElse("");
        if (action.get() == PetitionAction.RATE) {
            checks.optional("note", note, LONGEST_NOTE);
            Optional<Integer> level =
                    request.field("level").filter(text -> text.matches("[1-5]")).map(Integer::valueOf);
            if (level.isEmpty()) {
                errors.add("level", Words.text("rating.error.overall"));
            }
            return level.filter(number -> errors.isEmpty())
                    .map(number ->
                            PetitionChange.saying(PetitionAction.RATE, note).rated(number));
        }
        checks.required("note", note, LONGEST_NOTE);
        return errors.isEmpty() ? Optional.of(PetitionChange.saying(action.get(), note)) : Optional.empty();
    }

    static long version(Request request) {
        return request.field("version")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(-1L);
    }

    private Reply ask(FormView form, int status) {
        return Reply.page(
                        form.page().text("petition.track.title"),
                        out -> templates.petitionTrack(form).render(new WriterOutput(out)))
                .status(status);
    }

    private Reply show(Request request, Petition petition, String code, FormView form, int status) {
        Page page = request.page();
        String agency = agencies.find(petition.agency())
                .map(Agency::name)
                .map(page.texts()::get)
                .orElse(petition.agency());
        FeedbackTrackModel model = new FeedbackTrackModel(form, petition, moves.before(petition), code, agency);
        return Reply.page(
                        page.text("petition.one.title", petition.number()),
                        out -> templates.petitionTracked(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("petition.track.title"), page.openLink("/feedback/track")))
                .status(status);
    }
}
