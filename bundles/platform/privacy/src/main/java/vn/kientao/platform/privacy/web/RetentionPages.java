package vn.kientao.platform.privacy.web;

import gg.jte.output.WriterOutput;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.jobs.Jobs;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.privacy.app.Retention;
import vn.kientao.platform.privacy.app.RetentionJob;
import vn.kientao.platform.privacy.domain.KeptPeriod;
import vn.kientao.platform.privacy.web.templates.StaticTemplates;
import vn.kientao.platform.privacy.web.templates.Templates;

/** How long things are kept: the rules, what a run would do now, other periods, and a run out of turn. */
@Component
public final class RetentionPages implements PlatformRoutes {
    private static final String BASE = "/admin/retention";
    private static final int LONGEST_BASIS = 1000;
    private static final int MONTHS_OF_A_YEAR = 12;

    private final Retention retention;
    private final Jobs jobs;
    private final Templates templates = new StaticTemplates();

    @Activate
    public RetentionPages(@Reference Retention retention, @Reference Jobs jobs) {
        this.retention = retention;
        this.jobs = jobs;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(BASE, Permission.ADMINISTER, request -> show(request, "", FormView.empty(request.page()), 200))
                .menu("retention.menu", "hourglass-split", 930);
        routes.post(BASE + "/run", Permission.ADMINISTER, this::run).stepUp();
        routes.post(BASE + "/rules/{rule}", Permission.ADMINISTER, this::set).stepUp();
    }

    private Reply show(Request request, String changed, FormView form, int status) {
        Page page = request.page();
        List<RetentionModel.Row> rows =
                retention.dryRun().stream().map(due -> row(due, page.texts())).toList();
        RetentionModel model = new RetentionModel(page, form, changed, rows);
        return Reply.page(
                        page.text("retention.title"),
                        out -> templates.privacyRetention(model).render(new WriterOutput(out)))
                .status(status);
    }

    private static RetentionModel.Row row(Retention.Due due, Texts texts) {
        KeptPeriod kept = due.kept();
        Period period = kept.period();
        long inDays = period.get(ChronoUnit.DAYS);
        boolean days = inDays > 0;
        return new RetentionModel.Row(
                kept.rule().id(),
                texts.get(kept.rule().what()),
                texts.get(kept.rule().from()),
                texts.get("retention.action." + kept.rule().action().name().toLowerCase(Locale.ROOT)),
                Words.period(period, texts),
                days ? inDays : period.toTotalMonths(),
                days ? "days" : "months",
                kept.rule().least().isZero() ? "" : Words.period(kept.rule().least(), texts),
                kept.legalBasis(),
                kept.set(),
                Formats.number(due.count()),
                due.held(),
                kept.lastRun()
                        .map(run -> texts.get("retention.ran", Formats.time(run.beganAt()), Formats.number(run.done())))
                        .orElse(""));
    }

    Reply run(Request request) {
        jobs.submit(RetentionJob.NAME, "", Optional.empty(), request.actor().account());
        return Reply.seeOther(BASE).flash(request.page().text("retention.submitted"));
    }

    Reply set(Request request) {
        KeptPeriod kept =
                retention.rule(request.pathValue("rule")).orElseThrow(() -> Words.problem(404, "no-such-rule"));
        FormErrors errors = new FormErrors();
        Optional<Period> period = period(request);
        if (period.isEmpty()) {
            errors.add(
                    "amount",
                    Words.text("retention.error.amount", request.field("amount").orElse("")));
        }
        String basis = request.field("legalBasis").orElse("");
        if (basis.isEmpty() || basis.length() > LONGEST_BASIS) {
            errors.add("legalBasis", Words.text("retention.error.legalBasis", LONGEST_BASIS));
        }
        if (errors.isEmpty()) {
            set(request, kept, period.orElseThrow(), basis, errors);
        }
        if (!errors.isEmpty()) {
            FormView form = new FormView(request.page(), request.fields(), errors);
            return show(request, kept.rule().id(), form, 422);
        }
        return Reply.seeOther(BASE).flash(request.page().text("retention.set"));
    }

    private void set(Request request, KeptPeriod kept, Period period, String basis, FormErrors errors) {
        try {
            retention.set(
                    kept.rule(),
                    period,
                    basis,
                    request.audit(
                                    "privacy.set-retention",
                                    "retention-rule",
                                    kept.rule().id(),
                                    "")
                            .changing(
                                    Detail.of(Map.of("period", kept.period().toString())),
                                    Detail.of(Map.of("period", period.toString())))
                            .because(basis));
        } catch (IllegalArgumentException e) {
            errors.add(
                    "amount",
                    Words.text("retention.error.least", kept.rule().least().toTotalMonths()));
        }
    }

    private static Optional<Period> period(Request request) {
        Optional<Integer> amount = request.field("amount")
                .filter(text -> text.matches("[1-9]\\d{0,3}"))
                .map(Integer::valueOf);
        return switch (request.field("unit").orElse("")) {
            case "days" -> amount.map(Period::ofDays);
            case "months" -> amount.map(Period::ofMonths);
            case "years" -> amount.map(years -> Period.ofMonths(years * MONTHS_OF_A_YEAR));
            default -> Optional.empty();
        };
    }
}
