package vn.kientao.reform.steering.web.programme;

import gg.jte.output.WriterOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.programme.ProgrammeDesk;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Keeping the clauses of a document: adding one, changing and ending it, removing one that nothing leads to. */
@Component
public final class ClauseEditPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(ClauseEditPages.class);
    private static final String TYPE = "clause";
    private static final String NEW = "/programme/{document}/clauses/new";
    private static final String ONE = "/programme/{document}/clauses/{clause}";

    private final Programmes programmes;
    private final ProgrammeDesk desk;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ClauseEditPages(
            @Reference Programmes programmes, @Reference ProgrammeDesk desk, @Reference Agencies agencies) {
        this.programmes = programmes;
        this.desk = desk;
        this.agencies = agencies;
    }

    @Override
    public void staff(Routes routes) {
        routes.get(NEW, SteeringPermissions.PROGRAMME, this::blank);
        routes.post(NEW, SteeringPermissions.PROGRAMME, this::add);
        routes.get(ONE, SteeringPermissions.PROGRAMME, this::edit);
        routes.post(ONE, SteeringPermissions.PROGRAMME, this::change);
        routes.post(ONE + "/remove", SteeringPermissions.PROGRAMME, this::remove);
    }

    private Reply blank(Request request) {
        Programmes.Course course = ProgrammeDoor.course(request, programmes);
        int last = course.clauses().stream().mapToInt(Clause::position).max().orElse(0);
        Map<String, String> values = Map.of("position", "" + (last + 1));
        return form(request, course, Optional.empty(), FormView.of(request.page(), values), 200);
    }

    private Reply edit(Request request) {
        Programmes.Course course = ProgrammeDoor.course(request, programmes);
        Clause clause = ProgrammeDoor.clause(request, course);
        FormView form = FormView.of(request.page(), ClauseForm.of(clause, course));
        return form(request, course, Optional.of(clause), form, 200);
    }

    private Reply form(Request request, Programmes.Course course, Optional<Clause> old, FormView form, int status) {
        Page page = request.page();
        ClauseFormModel model =
                new ClauseFormModel(form, course, old, programmes.areas(Acts.today(request)), offered(request, old));
        return Reply.page(
                        page.text(old.isPresent() ? "programme.clause.edit" : "programme.clause.new"),
                        out -> templates.programmeClause(model).render(new WriterOutput(out)))
                .crumbs(ProgrammeDoor.home(page), ProgrammeDoor.one(page, course.document()))
                .status(status);
    }

    /** The agencies of today, behind them those that the clause names and that are no more. */
    private List<Agency> offered(Request request, Optional<Clause> old) {
        List<Agency> offered = new ArrayList<>(agencies.on(Acts.today(request)));
        Set<String> named = new TreeSet<>();
        old.ifPresent(clause -> {
            named.addAll(clause.cooperating());
            clause.lead().ifPresent(named::add);
        });
        offered.forEach(agency -> named.remove(agency.code()));
        named.forEach(code -> agencies.find(code).ifPresent(offered::add));
        return offered;
    }

    private Reply again(Request request, Programmes.Course course, Optional<Clause> old, FormErrors errors) {
        Map<String, String> values = new HashMap<>(request.fields());
        values.put("cooperating", String.join(",", request.fieldAll("cooperating")));
        return form(request, course, old, new FormView(request.page(), values, errors), 422);
    }

    private Optional<Clause> read(Request request, Programmes.Course course, Optional<Clause> old, FormErrors errors) {
        return new ClauseForm(request, errors)
                .read(
                        old,
                        course,
                        programmes.areas(Acts.today(request)),
                        code -> agencies.find(code).isPresent());
    }

    private Reply add(Request request) {
        Programmes.Course course = ProgrammeDoor.course(request, programmes);
        FormErrors errors = new FormErrors();
        Optional<Clause> clause = read(request, course, Optional.empty(), errors);
        if (clause.isPresent()
                && !desk.add(course.document(), clause.get(), Acts.act(request, "add-clause", TYPE, ""))) {
            errors.add("code", TEXTS.text("programme.error.code", clause.get().code()));
        }
        if (clause.isEmpty() || !errors.isEmpty()) {
            return again(request, course, Optional.empty(), errors);
        }
        return done(request, course, "programme.clause.added");
    }

    private static Reply done(Request request, Programmes.Course course, String key) {
        return Reply.seeOther(
                        request.page().link("/programme/" + course.document().code()))
                .flash(request.page().text(key));
    }

    private Reply change(Request request) {
        Programmes.Course course = ProgrammeDoor.course(request, programmes);
        Clause old = ProgrammeDoor.clause(request, course);
        FormErrors errors = new FormErrors();
        ProgrammeDoor.seen(request, old.version(), errors);
        Optional<Clause> next = read(request, course, Optional.of(old), errors);
        if (next.isEmpty()) {
            return again(request, course, Optional.of(old), errors);
        }
        try {
            desk.change(course.document(), old, next.get(), Acts.act(request, "change-clause", TYPE, ""));
        } catch (StaleRecordException e) {
            ProgrammeDoor.stale(errors);
            return again(request, course, Optional.of(old), errors);
        }
        return done(request, course, "programme.clause.changed");
    }

    private Reply remove(Request request) {
        Programmes.Course course = ProgrammeDoor.course(request, programmes);
        Clause old = ProgrammeDoor.clause(request, course);
        FormErrors errors = new FormErrors();
        ProgrammeDoor.seen(request, old.version(), errors);
        if (!errors.isEmpty()) {
            throw ProgrammeDoor.stale();
        }
        if (!removed(request, course, old)) {
            throw ProgrammeDoor.used(old.code());
        }
        return done(request, course, "programme.clause.removed");
    }

    private boolean removed(Request request, Programmes.Course course, Clause old) {
        try {
            return desk.remove(course.document(), old, Acts.act(request, "remove-clause", TYPE, ""));
        } catch (StaleRecordException e) {
            throw ProgrammeDoor.stale();
        }
    }
}
