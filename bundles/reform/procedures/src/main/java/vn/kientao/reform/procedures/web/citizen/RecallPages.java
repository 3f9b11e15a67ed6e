package vn.kientao.reform.procedures.web.citizen;

import gg.jte.output.WriterOutput;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
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
import vn.kientao.reform.procedures.app.attachment.IntakeScans;
import vn.kientao.reform.procedures.app.citizen.Prefills;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.app.dossier.DeskProcedures;
import vn.kientao.reform.procedures.app.dossier.DossierDesk;
import vn.kientao.reform.procedures.domain.attachment.IntakeKey;
import vn.kientao.reform.procedures.domain.citizen.Prefill;
import vn.kientao.reform.procedures.domain.citizen.SecretCode;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.DueView;
import vn.kientao.reform.procedures.web.dossier.IntakeForm;
import vn.kientao.reform.procedures.web.dossier.IntakeModel;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** The officer opens what a citizen filled in at home: the intake form comes up with it, its source and its date. */
@Component
public final class RecallPages implements ModuleRoutes {
    private static final int TRIES = 20;
    private static final LocalText PURPOSE = Words.text("privacy.purpose.prefill");

    private final DeskProcedures procedures;
    private final DossierDesk desk;
    private final Prefills prefills;
    private final IntakeScans scans;
    private final Templates templates = new StaticTemplates();
    private final RateLimit byAccount = new RateLimit(TRIES, Duration.ofSeconds(6));

    @Activate
    public RecallPages(
            @Reference DeskProcedures procedures,
            @Reference DossierDesk desk,
            @Reference Prefills prefills,
            @Reference IntakeScans scans) {
        this.scans = scans;
        this.procedures = procedures;
        this.desk = desk;
        this.prefills = prefills;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/desk/recall", DeskPermissions.RECEIVE, this::ask);
        routes.post("/desk/recall", DeskPermissions.RECEIVE, this::recall);
    }

    private Reply ask(Request request) {
        return ask(FormView.of(request.page(), Map.of()), 200);
    }

    private Reply recall(Request request) {
        String typed = request.field("code").orElse("");
        if (!byAccount.allows(request.actor().account(), request.now())) {
            throw new ProblemException(new Problem(
                    429,
                    "too-many-requests",
                    Words.text("track.problem.too-many"),
                    Words.text("track.problem.too-many.do")));
        }
        Optional<Prefill> found = SecretCode.parse(typed)
                .flatMap(code -> prefills.recall(
                        code, Words.now(request), id -> request.audit("procedures.prefill-recall", "prefill", id, "")));
        Optional<DeskProcedure> procedure = found.flatMap(prefill -> procedures.current(prefill.procedure()));
        if (found.isEmpty() || procedure.isEmpty()) {
            FormErrors errors = new FormErrors();
            errors.add("code", Words.text("prefill.error.unknown"));
            return ask(new FormView(request.page(), Map.of("code", typed), errors), 422);
        }
        return show(request, found.get(), procedure.get());
    }

    private Reply show(Request request, Prefill prefill, DeskProcedure procedure) {
        Page page = request.page();
        LocalDateTime now = Words.now(request);
        request.personalDataShown("prefill", "" + prefill.id(), PURPOSE);
        IntakeForm form = new IntakeForm(procedure);
        Map<String, String> values = new LinkedHashMap<>(form.fresh());
        values.putAll(prefill.values());
        IntakeModel intake = new IntakeModel(
                page,
                procedure,
                form.lines(),
                FormView.of(page, values),
                desk.appointment(
                                procedure,
                                DossierChannel.DIRECT,
                                now,
                                request.agency().code())
                        .map(appointment -> DueView.of(appointment, page.texts())),
                page.draftUrl(form.draftName()),
                scans.of(new IntakeKey(request.agency().code(), request.actor().account(), form.draftName())));
        RecallModel model = new RecallModel(intake, Formats.time(prefill.madeAt()));
        return Reply.page(
                        page.text("desk.form.title"),
                        out -> templates.citizenRecalled(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("desk.title"), page.link("/desk")));
    }

    private Reply ask(FormView form, int status) {
        Page page = form.page();
        return Reply.page(
                        page.text("prefill.recall.title"),
                        out -> templates.citizenRecall(form).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("desk.title"), page.link("/desk")))
                .status(status);
    }
}
