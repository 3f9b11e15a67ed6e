package vn.kientao.reform.steering.web.programme;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.programme.ClauseTasks;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Giving the tasks of a document clause by clause on one page (giao nhiệm vụ theo khoản). */
@Component
public final class GivePages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(GivePages.class);

    private final Programmes programmes;
    private final ClauseTasks clauses;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public GivePages(@Reference Programmes programmes, @Reference ClauseTasks clauses, @Reference Agencies agencies) {
        this.programmes = programmes;
        this.clauses = clauses;
        this.agencies = agencies;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/programme/{document}/give", SteeringPermissions.PROGRAMME, this::form);
        routes.post("/programme/{document}/give", SteeringPermissions.PROGRAMME, this::give);
    }

    private Reply form(Request request) {
        Map<String, String> values = new HashMap<>();
        for (ClauseTasks.Choice choice : clauses.proposed(course(request), today(request))) {
            values.put("clause-" + choice.clause().id(), "1");
            values.put("lead-" + choice.clause().id(), choice.lead());
        }
        return form(request, FormView.of(request.page(), values), 200);
    }

    private Reply form(Request request, FormView form, int status) {
        Page page = request.page();
        Programmes.Course course = course(request);
        GiveModel model = new GiveModel(form, course, agencies.on(today(request)));
        return Reply.page(
                        page.text("programme.give-all"),
                        out -> templates.programmeGive(model).render(new WriterOutput(out)))
                .crumbs(
                        new Reply.Crumb(page.text("programme.title"), page.link("/programme")),
                        new Reply.Crumb(course.document().title(), model.back()))
                .status(status);
    }

    private Reply give(Request request) {
        Programmes.Course course = course(request);
        FormErrors errors = new FormErrors();
        List<ClauseTasks.Choice> choices = choices(request, course, errors);
        Optional<LocalDate> due = new FormReader(request, errors).day("due");
        due.filter(day -> day.isBefore(today(request)))
                .ifPresent(day -> errors.add("due", TEXTS.text("task.error.due", Formats.date(day))));
        if (choices.isEmpty()) {
            errors.add("choices", TEXTS.text("programme.error.none"));
        }
        if (!errors.isEmpty()) {
            return form(request, new FormView(request.page(), request.fields(), errors), 422);
        }
        Tasks.Act act = new Tasks.Act(
                request.agency().code(),
                request.actor().account(),
                LocalDateTime.ofInstant(request.now(), Formats.ZONE),
                request.audit("steering.give-task", "task", "", ""));
        String key = request.actor().account() + " " + request.idempotencyKey().orElse(request.requestId());
        int given = clauses.give(
                        course.document(),
                        choices,
                        due,
                        request.field("together").isPresent(),
                        key,
                        act)
                .size();
        return Reply.seeOther(
                        request.page().link("/programme/" + course.document().code()))
                .flash(request.page().text("programme.given", "" + given));
    }

    private List<ClauseTasks.Choice> choices(Request request, Programmes.Course course, FormErrors errors) {
        List<ClauseTasks.Choice> choices = new ArrayList<>();
        course.clauses().stream()
                .filter(clause -> request.field("clause-" + clause.id()).isPresent())
                .forEach(clause -> {
                    String field = "lead-" + clause.id();
                    String lead = request.field(field).orElse("");
                    if (agencies.find(lead)
                            .filter(agency -> agency.existsOn(today(request)))
                            .isEmpty()) {
                        errors.add(field, TEXTS.text("programme.error.lead", clause.code(), lead));
                    }
                    choices.add(new ClauseTasks.Choice(clause, lead));
                });
        return choices;
    }

    private Programmes.Course course(Request request) {
        return ProgrammeDoor.course(request, programmes);
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.now(), Formats.ZONE);
    }
}
