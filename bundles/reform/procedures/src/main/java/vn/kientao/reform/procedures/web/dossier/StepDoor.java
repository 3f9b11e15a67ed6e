package vn.kientao.reform.procedures.web.dossier;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.app.dossier.DeskProcedures;
import vn.kientao.reform.procedures.app.dossier.DossierDesk;
import vn.kientao.reform.procedures.app.dossier.DossierGuardException;
import vn.kientao.reform.procedures.app.dossier.DossierNotAllowedException;
import vn.kientao.reform.procedures.app.dossier.DossierProgress;
import vn.kientao.reform.procedures.app.dossier.DossierStep;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.paper.PaperKind;

/** The way of a step from what was typed to the dossier after it; pages, lists and programs share it. */
@Component(service = StepDoor.class)
public final class StepDoor {
    private final Dossiers dossiers;
    private final DossierProgress progress;
    private final DossierDesk desk;
    private final DeskProcedures procedures;
    private final People people;
    private final Colleagues colleagues;
    private final Papers papers;
    private final Agencies agencies;
    private final PaperHeads heads;

    @Activate
    public StepDoor(
            @Reference Dossiers dossiers,
            @Reference DossierProgress progress,
            @Reference DossierDesk desk,
            @Reference DeskProcedures procedures,
            @Reference People people,
            @Reference Colleagues colleagues,
            @Reference Papers papers,
            @Reference Agencies agencies) {
        this.dossiers = dossiers;
        this.progress = progress;
        this.desk = desk;
        this.procedures = procedures;
        this.people = people;
        this.colleagues = colleagues;
        this.papers = papers;
        this.agencies = agencies;
        this.heads = new PaperHeads(agencies);
    }

    /** The dossier of the agency in the address. */
    Dossier dossier(Request request) {
        String code = request.pathValue("code");
        return dossiers.find(request.agency().code(), code).orElseThrow(() -> Words.noSuchDossier(code));
    }

    /** The forms of the dossier's steps in the reader's words. */
    StepForms forms(Request request, Dossier dossier) {
        DossierHistory history = dossiers.history(dossier);
        boolean countable = counted(dossier, Words.now(request)).isPresent();
        return new StepForms(
                dossier,
                history,
                request.page().texts(),
                countable,
                handlers(colleagues, request.agency().code()),
                bodies(request));
    }

    /** Code → name of the other agencies of today. */
    private Map<String, String> bodies(Request request) {
        Map<String, String> bodies = new LinkedHashMap<>();
        agencies.on(Words.now(request).toLocalDate()).stream()
                .filter(agency -> !agency.code().equals(request.agency().code()))
                .forEach(agency ->
                        bodies.put(agency.code(), request.page().texts().get(agency.name())));
        return bodies;
    }

    /** The values with the official name of the agency that was chosen from the list. */
    private Map<String, String> named(Map<String, String> values, FormErrors errors) {
        String code = values.getOrDefault("bodyAgency", "");
        if (code.isEmpty()) {
            return values;
        }
        Optional<Agency> chosen = agencies.find(code);
        if (chosen.isEmpty()) {
            errors.add("bodyAgency", Words.text("dossier.error.choice", code));
            return values;
        }
        Map<String, String> named = new LinkedHashMap<>(values);
        named.put("body", chosen.get().name().vi());
        return named;
    }

    /**
     * Takes the step that the values describe.
     *
     * @return the dossier after it; empty when the errors say what is wrong with the values
     */
    Optional<Dossier> take(
            Request request, Dossier present, DossierAction action, Map<String, String> values, FormErrors errors) {
        Optional<Appointment> appointment = action == DossierAction.RECEIVE
                ? promised(present, values, errors, Words.now(request))
                : Optional.empty();
        StepReader reader = new StepReader(
                present,
                dossiers.history(present),
                people,
                agencies,
                Words.now(request),
                action == DossierAction.ASK_OPINION ? named(values, errors) : values,
                errors);
        Optional<Dossier> after = reader.read(action, appointment).map(step -> take(request, present, step));
        after.ifPresent(dossier -> issue(request, present.code().toString(), action));
        return after;
    }

    /** The fields that a step asks for which is the same for many dossiers. */
    public List<StepField> fields(
            Request request, Dossiers.Followed one, DossierAction action, Map<String, String> handlers) {
        Texts texts = request.page().texts();
        return new StepForms(one.dossier(), one.history(), texts, true, handlers, bodies(request)).of(action);
    }

    /** Account → name of those in the agency to whom a dossier may be given. */
    public static Map<String, String> handlers(Colleagues colleagues, String agency) {
        return colleagues.holding(agency, List.of(Roles.DESK_OFFICER, Roles.HANDLER, Roles.AGENCY_HEAD));
    }

    /** The step that the values describe for one of many dossiers; empty when the errors say what is wrong with them. */
    public Optional<DossierStep> read(
            Dossiers.Followed one,
            DossierAction action,
            Map<String, String> values,
            People known,
            LocalDateTime now,
            FormErrors errors) {
        return new StepReader(one.dossier(), one.history(), known, agencies, now, values, errors)
                .read(action, Optional.empty());
    }

    private Dossier take(Request request, Dossier present, DossierStep step) {
        try {
            return progress.take(present, step, Words.doer(request));
        } catch (DossierNotAllowedException e) {
            throw StepProblems.notAllowed(present.code(), e);
        } catch (DossierGuardException e) {
            throw StepProblems.guarded(e);
        }
    }

    /** The letter that goes with the step, from its record: the applicant finds it on the tracking page at once. */
    public void issue(Request request, String code, DossierAction action) {
        if (Arrays.stream(PaperKind.values()).noneMatch(kind -> kind.steps().contains(action))) {
            return;
        }
        Dossier dossier = dossiers.find(request.agency().code(), code).orElseThrow(() -> Words.noSuchDossier(code));
        papers.offers(dossier).stream()
                .map(offer -> offer.form().kind())
                .filter(kind -> kind.steps().contains(action))
                .forEach(kind -> papers.issue(dossier, kind, heads.of(request, dossier), Words.doer(request)));
    }

    private Optional<Appointment> promised(
            Dossier dossier, Map<String, String> values, FormErrors errors, LocalDateTime now) {
        return procedures
                .find(dossier.procedure().versionId())
                .map(whole -> procedures.in(whole, dossier.procedure().variant()))
                .flatMap(procedure -> new DueDateCheck(desk, values, errors)
                        .appointment(procedure, dossier.submission().channel(), now, dossier.agency()));
    }

    private Optional<Appointment> counted(Dossier dossier, LocalDateTime now) {
        return procedures
                .find(dossier.procedure().versionId())
                .map(whole -> procedures.in(whole, dossier.procedure().variant()))
                .flatMap(procedure ->
                        desk.appointment(procedure, dossier.submission().channel(), now, dossier.agency()));
    }
}
