package vn.kientao.reform.procedures.web.quality;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.quality.BodyScore;
import vn.kientao.reform.procedures.app.quality.OfficerScore;
import vn.kientao.reform.procedures.app.quality.Quality;
import vn.kientao.reform.procedures.domain.quality.EmptyIndex;
import vn.kientao.reform.procedures.domain.quality.QualityEntry;
import vn.kientao.reform.procedures.web.report.PeriodForm;
import vn.kientao.reform.procedures.web.report.ReportPermissions;
import vn.kientao.reform.procedures.web.sheet.TableFiles;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** The quality of an agency and its officers: numbers, findings that people enter, publication. */
@Component
public final class QualityPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(QualityPages.class);

    private final Quality quality;
    private final TableFiles files;
    private final People people;
    private final Templates templates = new StaticTemplates();

    @Activate
    public QualityPages(@Reference Quality quality, @Reference TableFiles files, @Reference People people) {
        this.quality = quality;
        this.files = files;
        this.people = people;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/quality", ReportPermissions.REPORT, this::show).menu("quality.menu", "star", 62);
        files.offer(routes, "/quality", ReportPermissions.REPORT, this::table);
        routes.get("/quality/enter", QualityPermissions.RATE, this::form);
        routes.post("/quality/enter", QualityPermissions.RATE, this::enter);
        routes.post("/quality/publish", QualityPermissions.RATE, this::publish);
        routes.post("/quality/settings", QualityPermissions.RULES, this::settings);
    }

    private Reply show(Request request) {
        FormErrors errors = new FormErrors();
        PeriodForm form = new PeriodForm(request, errors);
        QualityModel model = model(request, form, errors);
        Quality.Choice choice = quality.choice(form.period().to());
        return Reply.page(
                        request.page().text("quality.title"),
                        out -> templates
                                .qualityQuality(model, choice, request.page().can(QualityPermissions.RULES))
                                .render(new WriterOutput(out)))
                .status(errors.isEmpty() ? 200 : 422);
    }

    private QualityModel model(Request request, PeriodForm form, FormErrors errors) {
        Period period = form.period();
        String agency = request.agency().code();
        BodyScore body = quality.body(agency, request.agency().type(), period);
        List<OfficerScore> officers = quality.officers(agency, period);
        Map<String, String> names =
                people.names(officers.stream().map(OfficerScore::account).toList());
        YearMonth month = YearMonth.from(period.from());
        return new QualityModel(
                request.page(),
                new FormView(request.page(), form.values(), errors),
                period,
                body,
                officers,
                names,
                Period.month(month).equals(period) ? Optional.of(month.toString()) : Optional.empty());
    }

    private TableFile table(Request request) {
        PeriodForm form = new PeriodForm(request, new FormErrors());
        return new QualityFile(model(request, form, new FormErrors()))
                .table(request.agency().code());
    }

    private Reply form(Request request) {
        return form(
                request,
                new FormView(
                        request.page(), Map.of("day", Formats.date(now(request).toLocalDate())), new FormErrors()));
    }

    private Reply.View form(Request request, FormView form) {
        return Reply.page(
                        request.page().text("quality.enter.title"),
                        out -> templates.qualityEnter(form).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(
                        request.page().text("quality.title"), request.page().link("/quality")));
    }

    private Reply enter(Request request) {
        FormErrors errors = new FormErrors();
        Optional<QualityEntry> entry = new EntryForm(request, errors).entry(now(request));
        if (entry.isEmpty()) {
            return form(request, new FormView(request.page(), request.fields(), errors))
                    .status(422);
        }
        QualityEntry line = entry.get();
        String agency = request.agency().code();
        String detail = "{\"index\":" + line.index().number() + ",\"two\":"
                + line.points().withTwo() + ",\"one\":" + line.points().withOne() + ",\"none\":"
                + line.points().withNone() + ",\"day\":\"" + line.day() + "\"}";
        quality.enter(
                agency,
                line,
                request.idempotencyKey().map(key -> request.actor().account() + " " + key),
                request.audit("procedures.quality-entry", "quality", agency, detail)
                        .because(line.source()));
        return Reply.seeOther(request.page().link("/quality"))
                .flash(request.page().text("quality.enter.done"));
    }

    private Reply publish(Request request) {
        String given = request.field("month").orElse("");
        LocalDateTime now = now(request);
        YearMonth month = month(given, now);
        String agency = request.agency().code();
        quality.publish(
                agency,
                request.agency().type(),
                month,
                request.actor().account(),
                now,
                request.audit("procedures.quality-publish", "quality", agency, "{\"month\":\"" + month + "\"}"));
        String words = month.getMonthValue() + "/" + month.getYear();
        return Reply.seeOther(
                        request.page().link("/quality?period=m" + month.getMonthValue() + "&year=" + month.getYear()))
                .flash(request.page().text("quality.publish.done", words));
    }

    /** A month that is over: what is published must not change by itself. */
    private static YearMonth month(String given, LocalDateTime now) {
        if (given.matches("(19|20)\\d\\d-(0[1-9]|1[0-2])")) {
            YearMonth month = YearMonth.parse(given);
            if (month.isBefore(YearMonth.from(now))) {
                return month;
            }
        }
        throw new ProblemException(new Problem(
                422,
                "no-such-month",
                TEXTS.text("quality.problem.month", given),
                TEXTS.text("quality.problem.month.do")));
    }

    private Reply settings(Request request) {
        String given = request.field("empty").orElse("");
        String basis = request.field("basis").orElse("");
        EmptyIndex empty = List.of(EmptyIndex.values()).stream()
                .filter(one -> one.name().equals(given))
                .findFirst()
                .orElseThrow(() -> unknown(given));
        String least = request.field("least").orElse("");
        if (!least.matches("[0-9]{1,4}")) {
            throw unknown(least);
        }
        LocalDate today = now(request).toLocalDate();
        String points = request.field("points")
                .orElseGet(() -> "" + quality.choice(today).leastPoints());
        if (!points.matches("[0-9]{1,2}|100")) {
            throw unknown(points);
        }
        if (basis.isEmpty() || basis.length() > 500) {
            throw unknown(basis);
        }
        quality.choose(
                new Quality.Choice(empty, Integer.parseInt(least), Integer.parseInt(points)),
                today,
                basis,
                request.audit(
                                "procedures.quality-setting",
                                "quality-setting",
                                "choice",
                                "{\"empty\":\"" + empty + "\",\"least\":" + least + ",\"points\":" + points + "}")
                        .because(basis));
        return Reply.seeOther(request.page().link("/quality"))
                .flash(request.page().text("quality.settings.done"));
    }

    private static ProblemException unknown(String given) {
        return new ProblemException(new Problem(
                422,
                "invalid",
                TEXTS.text("quality.problem.setting", given),
                TEXTS.text("quality.problem.setting.do")));
    }

    private static LocalDateTime now(Request request) {
        return LocalDateTime.ofInstant(request.now(), Formats.ZONE).truncatedTo(ChronoUnit.SECONDS);
    }
}
