package vn.kientao.reform.steering.web.discipline;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.text.Masking;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.discipline.Discipline;
import vn.kientao.reform.steering.domain.discipline.Accountability;
import vn.kientao.reform.steering.domain.discipline.Breach;
import vn.kientao.reform.steering.domain.report.Fact;
import vn.kientao.reform.steering.domain.report.FactKind;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.ListQuery;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** What heads answer for (D2.1), as a page; and the register with masked names for programs. */
@Component
public final class AccountabilityPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(AccountabilityPages.class);
    private static final int PAGE = 50;

    private final Discipline discipline;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public AccountabilityPages(@Reference Discipline discipline, @Reference Agencies agencies) {
        this.discipline = discipline;
        this.agencies = agencies;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/accountability", SteeringPermissions.DISCIPLINE, this::show);
        routes.get("/accountability/{figure}", SteeringPermissions.DISCIPLINE, this::facts);
    }

    @Override
    public void api(Routes routes) {
        routes.get("/discipline", SteeringPermissions.DISCIPLINE, this::list)
                .summary("discipline.api.list")
                .query(DisciplineQuery.NAMES)
                .returns(Listing.class);
        routes.get("/accountability", SteeringPermissions.DISCIPLINE, this::json)
                .summary("discipline.api.accountability")
                .query("from", "to", "scope")
                .returns(Answers.class);
    }

    private List<Accountability> rows(Request request, DisciplineQuery query, Period period) {
        LocalDateTime now = Acts.now(request);
        return query.all()
                ? discipline.all(period, now)
                : discipline.of(request.agency().code(), period, now);
    }

    private DisciplineQuery query(Request request) {
        return new DisciplineQuery(request, discipline.with(request.agency().code()));
    }

    private Reply show(Request request) {
        DisciplineQuery query = query(request);
        Period period = query.period();
        AccountabilityModel model = new AccountabilityModel(
                query.form(),
                period,
                rows(request, query, period),
                query.all(),
                discipline.with(request.agency().code()),
                new AgencyNames(agencies, request.page()));
        return Reply.page(
                        request.page().text("discipline.accountability"),
                        out -> templates.disciplineAccountability(model).render(new WriterOutput(out)))
                .crumbs(DisciplineWords.home(request.page()))
                .status(query.errors().isEmpty() ? 200 : 422);
    }

    private Reply facts(Request request) {
        Page page = request.page();
        String word = request.pathValue("figure");
        FactKind kind = FactKind.of(word)
                .filter(FactKind.CHECKED::contains)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "figure-not-found",
                        TEXTS.text("discipline.problem.figure", word),
                        TEXTS.text("discipline.problem.figure.do"))));
        DisciplineQuery query = query(request);
        Period period = query.period();
        long after = ListQuery.key(request).orElse(0L);
        List<Fact> rows = discipline.facts(request.agency().code(), kind, period, after, PAGE + 1);
        boolean more = rows.size() > PAGE;
        AgencyNames names = new AgencyNames(agencies, page);
        AgencyFactsModel model = new AgencyFactsModel(
                names,
                names.of(request.agency().code()),
                kind,
                period,
                more ? rows.subList(0, PAGE) : rows,
                after == 0,
                more);
        return Reply.page(
                        page.text(kind.textKey()),
                        out -> templates.disciplineFacts(model).render(new WriterOutput(out)))
                .crumbs(
                        DisciplineWords.home(page),
                        new Reply.Crumb(
                                page.text("discipline.accountability"),
                                page.link("/accountability?from=" + period.from() + "&to=" + period.to())))
                .status(query.errors().isEmpty() ? 200 : 422);
    }

    private Reply list(Request request) {
        DisciplineQuery query = query(request);
        List<Breach> rows = discipline.page(query.filter(), query.before(), PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<Breach> shown = more ? rows.subList(0, PAGE) : rows;
        return Reply.json(new Listing(
                shown.stream().map(Row::of).toList(), more ? shown.get(PAGE - 1).id() : null));
    }

    private Reply json(Request request) {
        DisciplineQuery query = query(request);
        Period period = query.period();
        return Reply.json(new Answers(
                period.from(),
                period.to(),
                rows(request, query, period).stream().map(Answer::of).toList()));
    }

    /** @param after where the next page begins; absent on the last one */
    public record Listing(List<Row> breaches, @Nullable Long after) {
        public Listing {
            breaches = List.copyOf(breaches);
        }
    }

    /** A breach; the name is masked. */
    public record Row(
            String code,
            String agency,
            String kind,
            String task,
            String duty,
            LocalDate happenedOn,
            int daysLate,
            String person,
            String state,
            String followed) {
        static Row of(Breach breach) {
            return new Row(
                    breach.code(),
                    breach.what().agency(),
                    breach.what().kind().name(),
                    breach.what().task(),
                    breach.what().duty(),
                    breach.what().happenedOn(),
                    breach.what().daysLate(),
                    Masking.name(breach.what().person()),
                    breach.state().name(),
                    breach.outcome().followed().name());
        }
    }

    /** What heads answer for in a period. */
    public record Answers(LocalDate from, LocalDate to, List<Answer> agencies) {
        public Answers {
            agencies = List.copyOf(agencies);
        }
    }

    /** What the head of one agency answers for. */
    public record Answer(
            String agency,
            long tasksOverdue,
            long tasksDoneLate,
            long obstaclesOpen,
            long obstaclesLate,
            Map<String, Long> breaches,
            Map<String, Long> facts) {
        static Answer of(Accountability one) {
            Map<String, Long> breaches = new TreeMap<>();
            one.breaches().forEach((followed, count) -> breaches.put(followed.name(), count));
            Map<String, Long> facts = new TreeMap<>();
            FactKind.CHECKED.forEach(kind -> facts.put(kind.word(), one.facts(kind)));
            return new Answer(
                    one.agency(),
                    one.tasksOverdue(),
                    one.tasksDoneLate(),
                    one.obstaclesOpen(),
                    one.obstaclesLate(),
                    breaches,
                    facts);
        }
    }
}
