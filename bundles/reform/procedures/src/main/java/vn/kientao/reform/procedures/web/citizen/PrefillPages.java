package vn.kientao.reform.procedures.web.citizen;

import gg.jte.output.WriterOutput;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.Documents;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
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
import vn.kientao.reform.procedures.app.citizen.PrefillFiles;
import vn.kientao.reform.procedures.app.citizen.Prefills;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.app.dossier.DeskProcedures;
import vn.kientao.reform.procedures.domain.attachment.IntakeScan;
import vn.kientao.reform.procedures.domain.citizen.SecretCode;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.web.dossier.IntakeForm;
import vn.kientao.reform.procedures.web.dossier.IntakeModel;
import vn.kientao.reform.procedures.web.dossier.ScanFields;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/**
 * Filling the form in at home (khai sẵn tại nhà): who, what for, which papers one has; then a code that the officer opens
 * at the desk. Scans of the papers may go along. Nothing is submitted by it. What was typed and attached is deleted after seven
 * days, or at once when its owner says so.
 */
@Component
public final class PrefillPages implements ModuleRoutes {
    private static final int SENT_AT_ONCE = 5;
    private static final int QR_MILLIMETRES = 30;
    private static final int MOST_HITS = 20;

    private final DeskProcedures procedures;
    private final Prefills prefills;
    private final PrefillDoor door;
    private final Documents documents;
    private final Templates templates = new StaticTemplates();
    private final RateLimit byAddress = new RateLimit(SENT_AT_ONCE, Duration.ofMinutes(1));
    private final RateLimit deletions = new RateLimit(SENT_AT_ONCE, Duration.ofMinutes(1));

    @Activate
    public PrefillPages(
            @Reference DeskProcedures procedures,
            @Reference Prefills prefills,
            @Reference PrefillFiles files,
            @Reference Documents documents) {
        this.procedures = procedures;
        this.prefills = prefills;
        this.door = new PrefillDoor(files);
        this.documents = documents;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/prefill", Permission.ANYONE, this::choose).menu("prefill.menu", "pencil", 25);
        routes.get("/prefill/{code}", Permission.ANYONE, this::form);
        PrefillDoor.open(routes.post("/prefill/{code}", Permission.ANYONE, this::keep));
        PrefillDoor.open(routes.post("/prefill/{code}/files", Permission.ANYONE, this::attach));
        routes.post("/prefill/delete", Permission.ANYONE, this::delete);
    }

    private Reply choose(Request request) {
        String words = request.query("q").orElse("");
        PrefillChoice model = new PrefillChoice(
                request.page(), words, words.isEmpty() ? List.of() : procedures.search(words, MOST_HITS));
        return Reply.page(
                request.page().text("prefill.title"),
                out -> templates.citizenPrefillChoose(model).render(new WriterOutput(out)));
    }

    private Reply form(Request request) {
        DeskProcedure procedure = procedure(request);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", Applicant.Kind.CITIZEN.word());
        values.put("content", procedure.name());
        return show(request, procedure, FormView.of(request.page(), values), Optional.empty(), 200);
    }

    /** Keeps the scans that were chosen, and shows the form for more. */
    private Reply attach(Request request) {
        DeskProcedure procedure = procedure(request);
        FormErrors errors = new FormErrors();
        Optional<SecretCode> files = door.take(request, new IntakeForm(procedure), errors);
        FormView form = new FormView(request.page(), request.fields(), errors);
        return show(request, procedure, form, files, errors.isEmpty() ? 200 : 422);
    }

    private Reply keep(Request request) {
        DeskProcedure procedure = procedure(request);
        FormErrors errors = new FormErrors();
        IntakeForm form = new IntakeForm(procedure);
        Optional<SecretCode> files = door.take(request, form, errors);
        List<IntakeScan> attached = door.shown(files);
        Map<String, String> values = ScanFields.ticked(
                request.fields(), attached.stream().map(IntakeScan::field).toList());
        Optional<Map<String, String>> read = new PrefillForm(values, form.lines(), errors).read();
        if (read.isEmpty()) {
            return show(request, procedure, new FormView(request.page(), values, errors), files, 422);
        }
        limit(request, byAddress);
        LocalDateTime now = Words.now(request);
        return prefills.keep(procedure.code(), read.get(), now, request.idempotencyKey(), files)
                .map(code -> done(request, procedure, code, now, attached.size()))
                .orElseGet(() -> Reply.seeOther(request.page().openLink("/prefill"))
                        .flash(request.page().text("prefill.sent-before")));
    }

    private Reply done(Request request, DeskProcedure procedure, SecretCode code, LocalDateTime now, int files) {
        PrefillDoneModel model = new PrefillDoneModel(
                request.page(),
                procedure.name(),
                code.text(),
                documents.qrSvg(code.text(), QR_MILLIMETRES),
                Formats.time(now.plusDays(Prefills.KEPT_DAYS)),
                files);
        return Reply.page(
                request.page().text("prefill.done.title"),
                out -> templates.citizenPrefillDone(model).render(new WriterOutput(out)));
    }

    private Reply delete(Request request) {
        limit(request, deletions);
        boolean deleted = request.field("code")
                .flatMap(SecretCode::parse)
                .map(prefills::delete)
                .orElse(false);
        return Reply.seeOther(request.page().openLink("/prefill"))
                .flash(request.page().text(deleted ? "prefill.deleted" : "prefill.nothing-deleted"));
    }

    private static void limit(Request request, RateLimit limit) {
        if (!limit.allows(request.remoteAddress(), request.now())) {
            throw new ProblemException(new Problem(
                    429,
                    "too-many-requests",
                    Words.text("petition.problem.too-many"),
                    Words.text("petition.problem.too-many.do")));
        }
    }

    private DeskProcedure procedure(Request request) {
        String code = request.pathValue("code");
        return procedures
                .current(code)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "procedure-not-in-force",
                        Words.text("calculator.error.procedure", code),
                        Words.text("desk.problem.procedure.do"))));
    }

    private Reply show(
            Request request, DeskProcedure procedure, FormView form, Optional<SecretCode> files, int status) {
        Page page = request.page();
        List<IntakeScan> attached = door.shown(files);
        Map<String, String> ticked = ScanFields.ticked(
                form.values(), attached.stream().map(IntakeScan::field).toList());
        IntakeModel intake = new IntakeModel(
                page,
                procedure,
                new IntakeForm(procedure).lines(),
                new FormView(page, ticked, form.errors()),
                Optional.empty(),
                "",
                attached);
        PrefillModel model =
                new PrefillModel(intake, files.map(SecretCode::text).orElse(""));
        return Reply.page(
                        page.text("prefill.title"),
                        out -> templates.citizenPrefill(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("prefill.title"), page.openLink("/prefill")))
                .status(status);
    }
}
