package vn.kientao.reform.procedures.web.dossier;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.Problem.FieldError;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.app.dossier.DeskProcedures;
import vn.kientao.reform.procedures.app.dossier.DossierDesk;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.app.dossier.SentOnException;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;
import vn.kientao.reform.procedures.domain.dossier.Submission;

/** Dossiers for programs. */
@Component
public final class DossierApi implements ModuleRoutes {
    private static final int PAGE = 50;
    private static final Pattern PAPER = Pattern.compile("x(\\d+)-(\\w+)");

    private final Dossiers dossiers;
    private final DossierDesk desk;
    private final DeskProcedures procedures;

    @Activate
    public DossierApi(@Reference Dossiers dossiers, @Reference DossierDesk desk, @Reference DeskProcedures procedures) {
        this.dossiers = dossiers;
        this.desk = desk;
        this.procedures = procedures;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/dossiers", DeskPermissions.READ, this::list)
                .summary("dossier.api.list")
                .query("view", "status", "field", "q", "from", "to", "after")
                .returns(DossierJson.Listing.class);
        routes.get("/dossiers/{code}", DeskPermissions.READ, this::show)
                .summary("dossier.api.show")
                .returns(DossierJson.class)
                .versioned();
        routes.get("/dossiers/{code}/records", DeskPermissions.READ, this::records)
                .summary("dossier.api.records")
                .returns(RecordsJson.class);
        routes.post("/dossiers", DeskPermissions.RECEIVE, this::receive)
                .summary("dossier.api.receive")
                .accepts(NewDossierJson.class)
                .returns(DossierJson.class);
    }

    private Reply list(Request request) {
        DossierListForm form = new DossierListForm(request);
        if (!form.valid()) {
            throw invalid(form.errors().all());
        }
        List<DossierRow> rows =
                dossiers.page(request.agency().code(), form.filter(), Words.now(request), form.after(), PAGE + 1);
        boolean more = rows.size() > PAGE;
        PersonalData personal = PersonalData.of(request);
        List<DossierRow> shown = more ? rows.subList(0, PAGE) : rows;
        return Reply.json(new DossierJson.Listing(
                shown.stream().map(personal::of).map(DossierJson.Row::of).toList(),
                more ? shown.get(PAGE - 1).listKey() : null));
    }

    private Reply show(Request request) {
        String code = request.pathValue("code");
        return dossiers.find(request.agency().code(), code)
                .map(PersonalData.of(request)::of)
                .map(dossier -> Reply.json(DossierJson.of(dossier)).version(dossier.version()))
                .orElseThrow(() -> Words.noSuchDossier(code));
    }

    private Reply records(Request request) {
        String code = request.pathValue("code");
        Dossier dossier = dossiers.find(request.agency().code(), code).orElseThrow(() -> Words.noSuchDossier(code));
        PersonalData personal = PersonalData.of(request);
        Dossier shown = personal.of(dossier);
        return Reply.json(RecordsJson.of(dossiers.history(shown), personal::name));
    }

    private Reply receive(Request request) {
        NewDossierJson body = request.json(NewDossierJson.class);
        FormErrors errors = new FormErrors();
        if (request.idempotencyKey().isEmpty()) {
            errors.add("Idempotency-Key", Words.text("dossier.error.idempotency-key"));
        }
        Optional<DeskProcedure> procedure = procedure(body, Words.now(request).toLocalDate(), errors);
        Optional<DossierChannel> channel = channel(body, errors);
        if (procedure.isEmpty() || channel.isEmpty()) {
            throw invalid(errors.all());
        }
        Map<String, String> values = body.values(procedure.get().name());
        Optional<Submission> submission = new IntakeCheck(values, body.lines(), errors).submission(channel.get());
        Optional<Appointment> appointment = new DueDateCheck(desk, values, errors)
                .appointment(
                        procedure.get(),
                        channel.get(),
                        Words.now(request),
                        request.agency().code());
        if (submission.isEmpty() || appointment.isEmpty()) {
            throw invalid(errors.all());
        }
        Dossier dossier = received(request, procedure.get(), submission.get(), appointment.get());
        String address = request.page().link("/dossiers/" + dossier.code());
        return new Reply.Json(201, DossierJson.of(PersonalData.of(request).of(dossier)), Map.of("Location", address))
                .version(dossier.version());
    }

    private Dossier received(Request request, DeskProcedure procedure, Submission submission, Appointment appointment) {
        try {
            return desk.receive(procedure, submission, appointment, Words.doer(request));
        } catch (SentOnException e) {
            throw new ProblemException(new Problem(
                    409,
                    "dossier-sent-on",
                    Words.text("dossier.problem.sent-on", e.code().toString()),
                    Words.text("dossier.problem.sent-on.do", e.code().toString())));
        }
    }

    private Optional<DeskProcedure> procedure(NewDossierJson body, LocalDate today, FormErrors errors) {
        String code = body.procedure() == null ? "" : body.procedure();
        Optional<DeskProcedure> procedure = procedures.current(code);
        if (procedure.isEmpty()) {
            errors.add("procedure", Words.text("dossier.error.procedure", code));
        }
        String key = body.variant() == null ? "" : body.variant();
        if (key.isEmpty() || procedure.isEmpty()) {
            return procedure;
        }
        Optional<DeskProcedure> chosen = procedures.variants(code, today).stream()
                .filter(variant -> variant.key().equals(key))
                .findFirst()
                .map(procedure.get()::in);
        if (chosen.isEmpty()) {
            errors.add("variant", Words.text("dossier.error.variant", key));
        }
        return chosen;
    }

    private static Optional<DossierChannel> channel(NewDossierJson body, FormErrors errors) {
        int number = body.channel() == null ? DossierChannel.DIRECT.number() : body.channel();
        Optional<DossierChannel> channel = Arrays.stream(DossierChannel.values())
                .filter(one -> one.number() == number)
                .findFirst();
        if (channel.isEmpty()) {
            errors.add("channel", Words.text("dossier.error.channel", "" + number));
        }
        return channel;
    }

    private static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(new Problem(
                422,
                "invalid",
                Words.text("dossier.problem.invalid"),
                Words.text("dossier.problem.invalid.do"),
                errors.stream().map(DossierApi::asSent).toList()));
    }

    /** The mistake under the name that the program used: {@code papers[0].originals}. */
    private static FieldError asSent(FieldError error) {
        Matcher paper = PAPER.matcher(error.field());
        return paper.matches()
                ? new FieldError(
                        "papers[" + (Integer.parseInt(paper.group(1)) - 1) + "]." + paper.group(2), error.message())
                : error;
    }
}
