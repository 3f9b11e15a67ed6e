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
import vn.kientao.reform.procedures.app.citizen.Prefills;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.app.dossier.DeskProcedures;
import vn.kientao.reform.procedures.domain.citizen.SecretCode;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.web.dossier.IntakeForm;
import vn.kientao.reform.procedures.web.dossier.IntakeModel;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/**
 * Filling the form in at home (khai sẵn tại nhà): who, what for, which papers one has; then a code that the officer opens
 * at the desk. Nothing is submitted by it. What was typed is deleted after seven days, or at once when its owner says so.
 */
@Component
public final class PrefillPages implements ModuleRoutes {
    private static final int SENT_AT_ONCE = 5;
    private static final int QR_MILLIMETRES = 30;
    private static final int MOST_HITS = 20;

    private final DeskProcedures procedures;
    private final Prefills prefills;
    private final Documents documents;
    private final Templates templates = new StaticTemplates();
    private final RateLimit byAddress = new RateLimit(SENT_AT_ONCE, Duration.ofMinutes(1));
    private final RateLimit deletions = new RateLimit(SENT_AT_ONCE, Duration.ofMinutes(1));

    @Activate
    public PrefillPages(
            @Reference DeskProcedures procedures, @Reference Prefills prefills, @Reference Documents documents) {
        this.procedures = procedures;
        this.prefills = prefills;
        this.documents = documents;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/prefill", Permission.ANYONE, this::choose).menu("prefill.menu", "pencil", 25);
        routes.get("/prefill/{code}", Permission.ANYONE, this::form);
        routes.post("/prefill/{code}", Permission.ANYONE, this::keep);
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
        return show(request, procedure, FormView.of(request.page(), values), 200);
    }

    private Reply keep(Request request) {
        DeskProcedure procedure = procedure(request);
        FormErrors errors = new FormErrors();
        Optional<Map<String, String>> read =
                new PrefillForm(request.fields(), new IntakeForm(procedure).lines(), errors).read();
        if (read.isEmpty()) {
            return show(request, procedure, new FormView(request.page(), request.fields(), errors), 422);
        }
        limit(request, byAddress);
        LocalDateTime now = Words.now(request);
        return prefills.keep(procedure.code(), read.get(), now, request.idempotencyKey())
                .map(code -> done(request, procedure, code, now))
                .orElseGet(() -> Reply.seeOther(request.page().openLink("/prefill"))
                        .flash(request.page().text("prefill.sent-before")));
    }

    private Reply done(Request request, DeskProcedure procedure, SecretCode code, LocalDateTime now) {
        PrefillDoneModel model = new PrefillDoneModel(
                request.page(),
                procedure.name(),
                code.text(),
                documents.qrSvg(code.text(), QR_MILLIMETRES),
                Formats.time(now.plusDays(Prefills.KEPT_DAYS)));
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

    private Reply show(Request request, DeskProcedure procedure, FormView form, int status) {
        Page page = request.page();
        IntakeModel model = new IntakeModel(
                page, procedure, new IntakeForm(procedure).lines(), form, Optional.empty(), "", List.of());
        return Reply.page(
                        page.text("prefill.title"),
                        out -> templates.citizenPrefill(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("prefill.title"), page.openLink("/prefill")))
                .status(status);
    }
}
