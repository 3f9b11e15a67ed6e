package vn.kientao.reform.procedures.web.dossier;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.dossier.DossierGuardException;
import vn.kientao.reform.procedures.app.dossier.DossierNotAllowedException;
import vn.kientao.reform.procedures.app.dossier.DossierProgress;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** One dossier: where it stands, why it is due when it is, and the forms that take it on. */
@Component
public final class DossierPages implements ModuleRoutes {
    private static final int SHORT = 200;
    private static final int LONG = 1000;

    private final Dossiers dossiers;
    private final DossierProgress progress;
    private final Templates templates = new StaticTemplates();

    @Activate
    public DossierPages(@Reference Dossiers dossiers, @Reference DossierProgress progress) {
        this.dossiers = dossiers;
        this.progress = progress;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/dossiers/{code}", DeskPermissions.READ, this::show);
        routes.post("/dossiers/{code}/forward", DeskPermissions.RECEIVE, this::forward);
        routes.post("/dossiers/{code}/finish", DeskPermissions.PROCESS, this::finish);
        routes.post("/dossiers/{code}/hand-over", DeskPermissions.HAND_OVER, this::handOver);
    }

    /** What went into another agency's register has a page of its own. */
    private Reply show(Request request) {
        String agency = request.agency().code();
        String code = request.pathValue("code");
        if (dossiers.find(agency, code).isEmpty() && dossiers.sentOn(agency, code)) {
            return Reply.seeOther(request.page().link("/sent/" + code));
        }
        Dossier dossier = dossier(request);
        return page(request, dossier, FormView.of(request.page(), fresh(dossier)), Optional.empty());
    }

    private static Map<String, String> fresh(Dossier dossier) {
        return Map.of("handedTo", dossier.submission().applicant().name());
    }

    private Reply forward(Request request) {
        return act(request, DossierAction.FORWARD, List.of("place", "note"), (dossier, checks) -> {
            String place = checks.required("place", field(request, "place"), SHORT);
            String note = note(request, checks);
            return Optional.of(() -> progress.forward(dossier, place, note, Words.doer(request)));
        });
    }

    private Reply finish(Request request) {
        List<String> fields = List.of("number", "summary", "signer", "signedOn", "electronic", "note");
        return act(request, DossierAction.FINISH, fields, (dossier, checks) -> {
            String number = checks.required("number", field(request, "number"), SHORT);
            String summary = checks.required("summary", field(request, "summary"), LONG);
            String signer = checks.required("signer", field(request, "signer"), SHORT);
            Optional<LocalDate> day = checks.day("signedOn", field(request, "signedOn"));
            day.ifPresent(signed -> checks.between(
                    "signedOn",
                    signed,
                    dossier.receivedAt().toLocalDate(),
                    Words.now(request).toLocalDate()));
            boolean electronic = !field(request, "electronic").isEmpty();
            String note = note(request, checks);
            return day.map(signed -> () -> progress.finish(
                    dossier,
                    new DossierResult(number, summary, signer, signed, electronic),
                    note,
                    Words.doer(request)));
        });
    }

    private Reply handOver(Request request) {
        return act(request, DossierAction.HAND_OVER, List.of("handedTo", "note"), (dossier, checks) -> {
            String handedTo = checks.required("handedTo", field(request, "handedTo"), SHORT);
            String note = note(request, checks);
            return Optional.of(() -> progress.handOver(dossier, handedTo, note, Words.doer(request)));
        });
    }

    private static String note(Request request, Checks checks) {
        return checks.optional("note", field(request, "note"), LONG);
    }

    private Reply act(Request request, DossierAction action, List<String> fields, Reading reading) {
        Dossier present = dossier(request);
        long seen = version(request, present);
        if (seen != present.version()) {
            return overtaken(request, present, seen, action, fields);
        }
        FormErrors errors = new FormErrors();
        Optional<Runnable> change = reading.read(present, new Checks(errors));
        if (!errors.isEmpty() || change.isEmpty()) {
            return page(request, present, new FormView(request.page(), request.fields(), errors), Optional.of(action));
        }
        try {
            change.get().run();
        } catch (StaleRecordException e) {
            return overtaken(request, dossier(request), seen, action, fields);
        } catch (DossierNotAllowedException e) {
            throw StepProblems.notAllowed(present.code(), e);
        } catch (DossierGuardException e) {
            throw StepProblems.guarded(e);
        }
        return done(request, present, action);
    }

    static Reply done(Request request, Dossier dossier, DossierAction action) {
        Page page = request.page();
        return Reply.seeOther(page.link("/dossiers/" + dossier.code()))
                .flash(page.text("dossier.done." + action.word(), dossier.code().toString()));
    }

    static long version(Request request, Dossier present) {
        return request.field("version")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(present.version());
    }

    /** Whether all that changed is that the same hand did the same thing. */
    static boolean sentTwice(Request request, List<DossierEvent> changes, DossierAction action) {
        return changes.size() == 1
                && changes.get(0).action() == action
                && changes.get(0).account().equals(request.actor().account());
    }

    /** Sent twice by the same hand: done. Changed by somebody else: 409 with what changed. */
    private Reply overtaken(Request request, Dossier present, long seen, DossierAction action, List<String> fields) {
        List<DossierEvent> changes = present.since(seen);
        if (sentTwice(request, changes, action)) {
            return done(request, present, action);
        }
        Page page = request.page();
        Map<String, String> typed = new LinkedHashMap<>();
        for (String name : fields) {
            request.field(name).ifPresent(value -> typed.put(page.text("dossier.field." + name), value));
        }
        StaleModel model = new StaleModel(page, PersonalData.of(request).of(present), changes, typed);
        return Reply.page(
                        page.text("dossier.stale.title"),
                        out -> templates.proceduresDossierStale(model).render(new WriterOutput(out)))
                .status(409);
    }

    private Reply page(Request request, Dossier dossier, FormView form, Optional<DossierAction> refused) {
        Page page = request.page();
        DossierHistory history = dossiers.history(dossier);
        DossierModel model = new DossierModel(
                page,
                PersonalData.of(request).of(dossier),
                DueView.of(dossier.appointment(), history.pauses(), page.texts()),
                form,
                refused,
                Words.now(request),
                history);
        return Reply.page(
                        dossier.code().toString(),
                        out -> templates.proceduresDossier(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("dossier.list.title"), page.link("/dossiers")))
                .status(refused.isPresent() ? 422 : 200);
    }

    private Dossier dossier(Request request) {
        String code = request.pathValue("code");
        return dossiers.find(request.agency().code(), code).orElseThrow(() -> Words.noSuchDossier(code));
    }

    private static String field(Request request, String name) {
        return request.field(name).orElse("");
    }

    /** Reads an action's form; the change to make, or empty when there are mistakes. */
    @FunctionalInterface
    private interface Reading {
        Optional<Runnable> read(Dossier dossier, Checks checks);
    }
}
