package vn.kientao.reform.procedures.web.citizen;

import gg.jte.output.WriterOutput;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.text.Folding;
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
import vn.kientao.reform.procedures.app.citizen.PrefillFiles;
import vn.kientao.reform.procedures.app.citizen.Prefills;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.app.dossier.DeskProcedures;
import vn.kientao.reform.procedures.app.dossier.DossierDesk;
import vn.kientao.reform.procedures.domain.attachment.IntakeKey;
import vn.kientao.reform.procedures.domain.attachment.IntakeScan;
import vn.kientao.reform.procedures.domain.citizen.Prefill;
import vn.kientao.reform.procedures.domain.citizen.SecretCode;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.DueView;
import vn.kientao.reform.procedures.web.dossier.IntakeForm;
import vn.kientao.reform.procedures.web.dossier.IntakeModel;
import vn.kientao.reform.procedures.web.dossier.PaperLine;
import vn.kientao.reform.procedures.web.dossier.ScanFields;
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
    private final PrefillFiles files;
    private final IntakeScans scans;
    private final Templates templates = new StaticTemplates();
    private final RateLimit byAccount = new RateLimit(TRIES, Duration.ofSeconds(6));

    @Activate
    public RecallPages(
            @Reference DeskProcedures procedures,
            @Reference DossierDesk desk,
            @Reference Prefills prefills,
            @Reference PrefillFiles files,
            @Reference IntakeScans scans) {
        this.files = files;
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
        Optional<SecretCode> code = SecretCode.parse(typed);
        Optional<Prefill> found = code.flatMap(one -> prefills.recall(
                one, Words.now(request), id -> request.audit("procedures.prefill-recall", "prefill", id, "")));
        Optional<DeskProcedure> procedure = found.flatMap(prefill -> procedures.current(prefill.procedure()));
        if (code.isEmpty() || found.isEmpty() || procedure.isEmpty()) {
            FormErrors errors = new FormErrors();
            errors.add("code", Words.text("prefill.error.unknown"));
            return ask(new FormView(request.page(), Map.of("code", typed), errors), 422);
        }
        return show(request, code.get(), found.get(), procedure.get());
    }

    private Reply show(Request request, SecretCode code, Prefill prefill, DeskProcedure procedure) {
        Page page = request.page();
        LocalDateTime now = Words.now(request);
        request.personalDataShown("prefill", "" + prefill.id(), PURPOSE);
        IntakeForm form = new IntakeForm(procedure);
        Map<String, String> values = new LinkedHashMap<>(form.fresh());
        values.putAll(prefill.values());
        IntakeKey key = new IntakeKey(request.agency().code(), request.actor().account(), form.draftName());
        int left = takeOver(request, code, form, key);
        List<IntakeScan> attached = scans.of(key);
        List<String> scanned = attached.stream().map(IntakeScan::field).toList();
        IntakeModel intake = new IntakeModel(
                page,
                procedure,
                form.lines(),
                FormView.of(page, ScanFields.ticked(values, scanned)),
                desk.appointment(
                                procedure,
                                DossierChannel.DIRECT,
                                now,
                                request.agency().code())
                        .map(appointment -> DueView.of(appointment, page.texts())),
                page.draftUrl(form.draftName()),
                attached);
        RecallModel model = new RecallModel(intake, Formats.time(prefill.madeAt()), left);
        return Reply.page(
                        page.text("desk.form.title"),
                        out -> templates.citizenRecalled(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("desk.title"), page.link("/desk")));
    }

    /**
     * Puts the scans from home into the intake form; a paper that the procedure no longer lists goes with the others, which
     * have no name yet.
     *
     * @return how many did not fit
     */
    private int takeOver(Request request, SecretCode code, IntakeForm form, IntakeKey key) {
        AtomicInteger left = new AtomicInteger();
        files.each(code, (file, content) -> {
            String paper = Folding.fold(file.paper());
            String field = form.lines().stream()
                    .filter(line -> line.listed() && Folding.fold(line.name()).equals(paper))
                    .min(Comparator.comparing(line -> !line.field().equals(file.field())))
                    .map(PaperLine::field)
                    .orElse(IntakeForm.OTHER_PAPER);
            if (!scans.add(key, field, file.name(), content, Words.doer(request))) {
                left.incrementAndGet();
            }
        });
        return left.get();
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
