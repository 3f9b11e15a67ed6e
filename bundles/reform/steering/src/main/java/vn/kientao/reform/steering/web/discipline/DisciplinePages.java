package vn.kientao.reform.steering.web.discipline;

import gg.jte.output.WriterOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFiles;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.discipline.Discipline;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.discipline.Breach;
import vn.kientao.reform.steering.domain.discipline.BreachAction;
import vn.kientao.reform.steering.domain.discipline.BreachEvent;
import vn.kientao.reform.steering.domain.discipline.NewBreach;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** The register of late or missed duties as pages: the list, what is proposed, recording one, its steps. */
@Component
public final class DisciplinePages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(DisciplinePages.class);
    private static final int PAGE = 25;

    private final Discipline discipline;
    private final Agencies agencies;
    private final People people;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public DisciplinePages(
            @Reference Discipline discipline,
            @Reference Agencies agencies,
            @Reference People people,
            @Reference TableFiles files) {
        this.discipline = discipline;
        this.agencies = agencies;
        this.people = people;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/discipline", SteeringPermissions.DISCIPLINE, this::list)
                .menu("discipline.menu", "journal-text", 70);
        files.offer(routes, "/discipline", SteeringPermissions.DISCIPLINE, this::table);
        routes.get("/discipline/proposals", SteeringPermissions.DISCIPLINE, this::proposals);
        routes.get("/discipline/new", SteeringPermissions.DISCIPLINE, this::blank);
        routes.post("/discipline/new", SteeringPermissions.DISCIPLINE, this::record);
        routes.get("/discipline/{code}", SteeringPermissions.DISCIPLINE, this::show);
        routes.post("/discipline/{code}/steps/{action}", SteeringPermissions.DISCIPLINE, this::act);
    }

    private DisciplineQuery query(Request request) {
        return new DisciplineQuery(request, discipline.with(request.agency().code()));
    }

    private Reply list(Request request) {
        DisciplineQuery query = query(request);
        List<Breach> rows = discipline.page(query.filter(), query.before(), PAGE + 1);
        boolean more = rows.size() > PAGE;
        DisciplineListModel model = new DisciplineListModel(
                request.page(),
                query,
                more ? rows.subList(0, PAGE) : rows,
                more,
                discipline
                        .proposals(request.agency().code(), Acts.today(request))
                        .size(),
                new AgencyNames(agencies, request.page()));
        return Reply.page(
                        request.page().text("discipline.title"),
                        out -> templates.disciplineList(model).render(new WriterOutput(out)))
                .status(query.errors().isEmpty() ? 200 : 422);
    }

    private TableFile table(Request request) {
        return new DisciplineTable(discipline, query(request).filter(), new AgencyNames(agencies, request.page()))
                .table(request.agency().code(), Acts.today(request));
    }

    private Reply proposals(Request request) {
        ProposalsModel model = new ProposalsModel(
                request.page(),
                discipline.proposals(request.agency().code(), Acts.today(request)),
                Acts.today(request));
        return Reply.page(
                        request.page().text("discipline.proposals"),
                        out -> templates.disciplineProposals(model).render(new WriterOutput(out)))
                .crumbs(DisciplineWords.home(request.page()));
    }

    private Reply blank(Request request) {
        Map<String, String> values = new HashMap<>();
        values.put("kind", "OTHER");
        request.query("task")
                .flatMap(code -> discipline.proposals(request.agency().code(), Acts.today(request)).stream()
                        .filter(task -> task.code().equals(code))
                        .findFirst())
                .ifPresent(task -> {
                    values.put("kind", "LATE_TASK");
                    values.put("task", task.code());
                    values.put("duty", task.title());
                    values.put("happenedOn", Formats.date(task.due()));
                    values.put("daysLate", "" + task.daysLate(Acts.today(request)));
                    values.put("person", task.person());
                });
        return form(request, FormView.of(request.page(), values), 200);
    }

    private Reply form(Request request, FormView form, int status) {
        DisciplineFormModel model = new DisciplineFormModel(form);
        return Reply.page(
                        request.page().text("discipline.new"),
                        out -> templates.disciplineForm(model).render(new WriterOutput(out)))
                .crumbs(DisciplineWords.home(request.page()))
                .status(status);
    }

    private Reply record(Request request) {
        FormErrors errors = new FormErrors();
        Optional<NewBreach> what = new DisciplineForm(request, errors).breach();
        if (what.isEmpty()) {
            return form(request, new FormView(request.page(), request.fields(), errors), 422);
        }
        Breach breach = discipline.record(
                what.get(),
                request.idempotencyKey().map(key -> request.actor().account() + " " + key),
                act(request, "record-breach"));
        return Reply.seeOther(request.page().link("/discipline/" + breach.code()))
                .flash(request.page().text("discipline.recorded", breach.code()));
    }

    private Reply show(Request request) {
        return show(request, find(request), FormView.of(request.page(), Map.of()), 200);
    }

    private Reply show(Request request, Discipline.View view, FormView form, int status) {
        Page page = request.page();
        request.personalDataShown("breach", view.breach().code(), TEXTS.text("discipline.privacy.purpose"));
        BreachModel model = new BreachModel(
                form,
                view,
                new AgencyNames(agencies, page),
                people.names(view.events().stream().map(BreachEvent::account).toList()),
                own(request, view.breach()));
        return Reply.page(
                        view.breach().code(),
                        out -> templates.disciplineBreach(model).render(new WriterOutput(out)))
                .crumbs(DisciplineWords.home(page))
                .status(status);
    }

    private Reply act(Request request) {
        Discipline.View view = find(request);
        String word = request.pathValue("action");
        BreachAction action = BreachAction.of(word)
                .filter(one -> one.possible(view.breach().state()) && own(request, view.breach()))
                .orElseThrow(() -> DisciplineWords.refused(word));
        FormErrors errors = new FormErrors();
        Optional<Discipline.Step> step = new DisciplineForm(request, errors).step(view.breach(), action);
        if (step.isEmpty()) {
            return again(request, view, word, errors);
        }
        try {
            discipline.act(view.breach(), step.get(), act(request, word + "-breach"));
        } catch (StaleRecordException e) {
            errors.add("version", TEXTS.text("discipline.problem.stale"));
            return again(request, view, word, errors);
        }
        return Reply.seeOther(request.page().link("/discipline/" + view.breach().code()))
                .flash(request.page().text("discipline.acted." + action.name()));
    }

    private Reply again(Request request, Discipline.View view, String word, FormErrors errors) {
        Map<String, String> values = new HashMap<>(request.fields());
        values.put("action", word);
        return show(request, view, new FormView(request.page(), values, errors), 422);
    }

    /** One of the agency of the address; any for who may see the province; else 404. */
    private Discipline.View find(Request request) {
        String code = request.pathValue("code");
        return discipline
                .find(request.agency().code(), code)
                .or(() -> request.page().can(SteeringPermissions.PROVINCE) ? discipline.find(code) : Optional.empty())
                .orElseThrow(() -> DisciplineWords.notFound(code));
    }

    /** Whether it is a record of the agency or of one whose work it took over; that has nobody left to close it. */
    private boolean own(Request request, Breach breach) {
        return discipline.with(request.agency().code()).contains(breach.what().agency());
    }

    private static Tasks.Act act(Request request, String action) {
        return Acts.act(request, action, "breach", "");
    }
}
