package vn.kientao.reform.procedures.web.dossier;

import gg.jte.output.WriterOutput;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.app.dossier.DeskProcedures;
import vn.kientao.reform.procedures.app.dossier.DossierDesk;
import vn.kientao.reform.procedures.app.dossier.SentOnException;
import vn.kientao.reform.procedures.app.returning.ReturningCitizens;
import vn.kientao.reform.procedures.domain.attachment.IntakeScan;
import vn.kientao.reform.procedures.domain.attachment.ScanPlaces;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.Places;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.domain.dossier.Submission;
import vn.kientao.reform.procedures.domain.returning.Earlier;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Receiving a dossier at the counter: find the procedure, fill in, check, receive. */
@Component
public final class DeskPages implements ModuleRoutes {
    private static final int MOST_HITS = 20;
    private static final int LOOK_UPS = 20;
    private static final String RETURNING = "returning";
    private static final DossierChannel CHANNEL = DossierChannel.DIRECT;

    private final DeskProcedures procedures;
    private final DossierDesk desk;
    private final ReturningCitizens returning;
    private final ScanDoor scans;
    private final RateLimit lookUps = new RateLimit(LOOK_UPS, Duration.ofSeconds(6));
    private final Templates templates = new StaticTemplates();

    @Activate
    public DeskPages(
            @Reference DeskProcedures procedures,
            @Reference DossierDesk desk,
            @Reference ReturningCitizens returning,
            @Reference IntakeScans scans) {
        this.scans = new ScanDoor(scans);
        this.returning = returning;
        this.procedures = procedures;
        this.desk = desk;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/desk", DeskPermissions.RECEIVE, this::search).menu("desk.menu", "inbox", 20);
        routes.get("/desk/{versionId}", DeskPermissions.RECEIVE, this::form);
        ScanDoor.open(routes.post("/desk/{versionId}", DeskPermissions.RECEIVE, this::check));
        ScanDoor.open(routes.post("/desk/{versionId}/scans", DeskPermissions.RECEIVE, this::attach));
        routes.post("/desk/{versionId}/change", DeskPermissions.RECEIVE, this::change);
        routes.post("/desk/{versionId}/receive", DeskPermissions.RECEIVE, this::receive);
        routes.post("/desk/{versionId}/returning", DeskPermissions.RECEIVE, this::lookUp);
        ScanDoor.open(routes.post("/desk/{versionId}/reuse", DeskPermissions.RECEIVE, this::reuse));
        routes.post("/desk/{versionId}/register", DeskPermissions.RECEIVE, this::register);
    }

    private Reply search(Request request) {
        Page page = request.page();
        String words = request.query("q").orElse("");
        DeskModel model = new DeskModel(page, words, procedures.search(words, MOST_HITS));
        return Reply.page(
                page.text("desk.title"), out -> templates.proceduresDesk(model).render(new WriterOutput(out)));
    }

    private Reply form(Request request) {
        IntakeForm intake = intake(request);
        Map<String, String> values = request.draft(intake.draftName()).orElseGet(intake::fresh);
        return show(request, intake, FormView.of(request.page(), values), 200);
    }

    /** From the check page back into the form. */
    private Reply change(Request request) {
        IntakeForm intake = intake(request);
        return show(request, intake, FormView.of(request.page(), request.fields()), 200);
    }

    /** Keeps the scans that were chosen, and shows the form for more. */
    private Reply attach(Request request) {
        IntakeForm intake = intake(request);
        FormErrors errors = new FormErrors();
        scans.take(request, intake, errors);
        FormView form = new FormView(request.page(), request.fields(), errors);
        return show(request, intake, form, errors.isEmpty() ? 200 : 422);
    }

    /** What the applicant gave before is offered beside the form, which keeps what the draft holds. */
    private Reply lookUp(Request request) {
        IntakeForm intake = intake(request);
        Map<String, String> values = request.draft(intake.draftName()).orElseGet(intake::fresh);
        String number = request.field(RETURNING).orElse("");
        Optional<String> exact = Checks.exactNumber(number);
        if (exact.isEmpty()) {
            FormErrors errors = new FormErrors();
            errors.add(RETURNING, Words.text("returning.error", number));
            Map<String, String> typed = new LinkedHashMap<>(values);
            typed.put(RETURNING, number);
            return show(request, intake, new FormView(request.page(), typed, errors), 422);
        }
        return offer(request, intake, FormView.of(request.page(), values), exact.get(), look(request, exact.get()));
    }

    /** Puts what was chosen of the offers into the form. */
    private Reply reuse(Request request) {
        IntakeForm intake = intake(request);
        FormErrors errors = new FormErrors();
        scans.take(request, intake, errors);
        String number = Checks.exactNumber(request.field(RETURNING).orElse("")).orElse("");
        Earlier earlier = look(request, number);
        Map<String, String> values = OffersView.used(
                request.fields(), intake.lines(), earlier, request.field("use").orElse(""));
        return offer(request, intake, new FormView(request.page(), values, errors), number, earlier);
    }

    private Earlier look(Request request, String number) {
        if (!lookUps.allows(request.actor().account(), request.now())) {
            throw new ProblemException(new Problem(
                    429,
                    "too-many-requests",
                    Words.text("track.problem.too-many"),
                    Words.text("track.problem.too-many.do")));
        }
        Earlier earlier = request.page().can(DeskPermissions.PERSONAL_DATA)
                ? returning.look(number, Words.doer(request))
                : Earlier.NOTHING;
        Stream.of(
                        earlier.values().stream().map(Earlier.Value::source),
                        earlier.papers().stream().map(Earlier.Paper::source),
                        earlier.results().stream().map(Earlier.Result::source))
                .flatMap(sources -> sources)
                .distinct()
                .forEach(code -> request.personalDataShown("dossier", code, Words.text("returning.purpose")));
        return earlier;
    }

    private Reply offer(Request request, IntakeForm intake, FormView form, String number, Earlier earlier) {
        OffersView offers = OffersView.of(request.page(), intake.lines(), form.values(), number, earlier);
        return show(request, intake, form, Optional.of(offers), form.errors().isEmpty() ? 200 : 422);
    }

    private Reply check(Request request) {
        IntakeForm intake = intake(request);
        return read(request, intake, (submission, appointment, attached) -> {
            Page page = request.page();
            CheckModel model = new CheckModel(
                    page, intake.procedure(), request.fields(), submission, DueView.of(appointment, page.texts()));
            return Reply.page(
                            page.text("desk.check.title"),
                            out -> templates.proceduresDeskCheck(model).render(new WriterOutput(out)))
                    .crumbs(crumb(page));
        });
    }

    private Reply receive(Request request) {
        IntakeForm intake = intake(request);
        return read(request, intake, (submission, appointment, attached) -> {
            return made(request, intake, () -> {
                Dossier dossier = desk.receive(
                        intake.procedure(), submission, appointment, Words.doer(request), Optional.of(attached));
                return "/dossiers/" + dossier.code() + "/received";
            });
        });
    }

    /** Writes down what is not complete, or belongs to nobody yet: it gets a code, no promise. */
    private Reply register(Request request) {
        IntakeForm intake = intake(request);
        return read(request, intake, (submission, appointment, attached) -> {
            String agency = request.agency().code();
            Places places = request.field("unrouted").isPresent()
                    ? new Places(agency, agency, Optional.empty())
                    : Places.at(agency);
            return made(request, intake, () -> {
                Dossier dossier = desk.register(
                        intake.procedure(), submission, places, Words.doer(request), Optional.of(attached));
                return "/dossiers/" + dossier.code();
            });
        });
    }

    /** Goes where the dossier is shown; to what the unit sees of it when the same form made it before and it was sent on. */
    private static Reply made(Request request, IntakeForm intake, Supplier<String> address) {
        String shown;
        try {
            shown = address.get();
        } catch (SentOnException e) {
            shown = "/sent/" + e.code();
        }
        request.discardDraft(intake.draftName());
        return Reply.seeOther(request.page().link(shown));
    }

    private Reply read(Request request, IntakeForm intake, Next next) {
        FormErrors errors = new FormErrors();
        scans.take(request, intake, errors);
        List<IntakeScan> attached = scans.of(request, intake);
        Map<String, String> values = ScanFields.ticked(request.fields(), fields(attached));
        IntakeCheck check = new IntakeCheck(values, intake.lines(), Set.copyOf(fields(attached)), errors);
        Optional<Submission> submission = check.submission(CHANNEL);
        Optional<Appointment> appointment = new DueDateCheck(desk, values, errors)
                .appointment(
                        intake.procedure(),
                        CHANNEL,
                        Words.now(request),
                        request.agency().code());
        submission.ifPresent(one -> checkReused(request, check, one, errors));
        if (!errors.isEmpty() || submission.isEmpty() || appointment.isEmpty()) {
            return show(request, intake, new FormView(request.page(), values, errors), 422);
        }
        ScanPlaces places = new ScanPlaces(ScanDoor.key(request, intake), check.places());
        return next.reply(submission.get(), appointment.get(), places);
    }

    /** What is re-used must be this applicant's and still valid. */
    private void checkReused(Request request, IntakeCheck check, Submission submission, FormErrors errors) {
        LocalDate today = Words.now(request).toLocalDate();
        check.places().forEach((line, place) -> {
            ReceivedPaper paper = submission.papers().get(place - 1);
            boolean reused = paper.digital() == ReceivedPaper.Digital.RE_USED_PAPER
                    || paper.digital() == ReceivedPaper.Digital.RE_USED_RESULT;
            if (reused && !returning.offers(request.agency().code(), submission, paper, today)) {
                errors.add(
                        line.startsWith("x") ? line + "-name" : line,
                        Words.text("returning.error.paper", paper.name(), paper.source()));
            }
        });
    }

    private Reply show(Request request, IntakeForm intake, FormView form, int status) {
        return show(request, intake, form, Optional.empty(), status);
    }

    private Reply show(Request request, IntakeForm intake, FormView form, Optional<OffersView> offers, int status) {
        Page page = request.page();
        LocalDateTime now = Words.now(request);
        Optional<DueView> expected = desk.appointment(
                        intake.procedure(), CHANNEL, now, request.agency().code())
                .map(appointment -> DueView.of(appointment, page.texts()));
        List<IntakeScan> attached = scans.of(request, intake);
        FormView ticked = new FormView(page, ScanFields.ticked(form.values(), fields(attached)), form.errors());
        IntakeModel model = new IntakeModel(
                page,
                intake.procedure(),
                intake.lines(),
                ticked,
                expected,
                page.draftUrl(intake.draftName()),
                offers,
                procedures.variants(intake.procedure().code(), now.toLocalDate()),
                attached);
        return Reply.page(
                        page.text("desk.form.title"),
                        out -> templates.proceduresDeskForm(model).render(new WriterOutput(out)))
                .crumbs(crumb(page))
                .status(status);
    }

    private static List<String> fields(List<IntakeScan> scans) {
        return scans.stream().map(IntakeScan::field).toList();
    }

    private static Reply.Crumb crumb(Page page) {
        return new Reply.Crumb(page.text("desk.title"), page.link("/desk"));
    }

    private IntakeForm intake(Request request) {
        String id = request.pathValue("versionId");
        Optional<DeskProcedure> procedure =
                id.matches("\\d{1,18}") ? procedures.find(Long.parseLong(id)) : Optional.empty();
        return procedure
                .filter(DeskProcedure::inForce)
                .map(whole -> chosen(request, whole))
                .map(IntakeForm::new)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "procedure-not-in-force",
                        Words.text("desk.problem.procedure", id),
                        Words.text("desk.problem.procedure.do"))));
    }

    /** The procedure in the case that the address or the form names, if that one is in force today. */
    private DeskProcedure chosen(Request request, DeskProcedure whole) {
        String id = request.query("variant").or(() -> request.field("variant")).orElse("");
        return procedures.variants(whole.code(), Words.now(request).toLocalDate()).stream()
                .filter(variant -> id.equals("" + variant.id()))
                .findFirst()
                .map(whole::in)
                .orElse(whole);
    }

    /** What follows when everything typed is right. */
    @FunctionalInterface
    private interface Next {
        Reply reply(Submission submission, Appointment appointment, ScanPlaces attached);
    }
}
