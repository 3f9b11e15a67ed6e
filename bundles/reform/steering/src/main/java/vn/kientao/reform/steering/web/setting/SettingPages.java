package vn.kientao.reform.steering.web.setting;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.setting.SettingDesk;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.report.PeriodRule;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.domain.setting.Dated;
import vn.kientao.reform.steering.domain.setting.Setting;
import vn.kientao.reform.steering.domain.setting.SettingName;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Settings and the periods of reports, kept by the standing office: what held, what holds, and another value from a day on. */
@Component
public final class SettingPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(SettingPages.class);
    private static final String SETTING = "/settings/rules/";
    private static final String PERIOD = "/settings/periods/";

    private final SettingDesk desk;
    private final Templates templates = new StaticTemplates();

    @Activate
    public SettingPages(@Reference SettingDesk desk) {
        this.desk = desk;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/settings", SteeringPermissions.SETTING, this::list).menu("setting.menu", "gear", 90);
        routes.get(SETTING + "{name}", SteeringPermissions.SETTING, request -> show(request, setting(request)));
        routes.post(
                SETTING + "{name}",
                SteeringPermissions.SETTING,
                request -> change(request, setting(request), RuleForm::setting, desk::change));
        routes.post(
                SETTING + "{name}/take-back",
                SteeringPermissions.SETTING,
                request -> takeBack(request, setting(request), desk::takeBack));
        routes.get(PERIOD + "{kind}", SteeringPermissions.SETTING, request -> show(request, period(request)));
        routes.post(
                PERIOD + "{kind}",
                SteeringPermissions.SETTING,
                request -> change(request, period(request), RuleForm::period, desk::change));
        routes.post(
                PERIOD + "{kind}/take-back",
                SteeringPermissions.SETTING,
                request -> takeBack(request, period(request), desk::takeBack));
    }

    /**
     * The rule of an address.
     *
     * @param code of it, for the audit trail
     * @param rows the newest first
     * @param typed what stands in a fresh form: the values of the newest row
     */
    private record Rule<D extends Dated>(
            String code,
            String title,
            String address,
            List<D> rows,
            Function<D, String> words,
            Optional<SettingName> setting,
            Map<String, String> typed) {
        D last() {
            return rows.get(0);
        }
    }

    /** Writes what will hold beside what was seen. */
    private interface Change<D> {
        void write(D seen, D next, Tasks.Act act);
    }

    /** Takes back what has not begun. */
    private interface TakingBack<D> {
        void write(D coming, Tasks.Act act);
    }

    private Reply list(Request request) {
        Page page = request.page();
        LocalDate today = Acts.today(request);
        Map<SettingName, List<Setting>> settings = desk.settings();
        Map<ReportKind, List<PeriodRule>> periods = desk.periods();
        Map<String, List<SettingListModel.Line>> features = Arrays.stream(SettingName.values())
                .collect(Collectors.groupingBy(
                        SettingName::feature,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                name -> line(page, setting(page, name, settings.getOrDefault(name, List.of())), today),
                                Collectors.toList())));
        List<SettingListModel.Group> groups = new ArrayList<>();
        features.forEach((feature, lines) ->
                groups.add(new SettingListModel.Group(page.text("setting.group." + feature), lines)));
        groups.add(new SettingListModel.Group(
                page.text("setting.group.report"),
                Arrays.stream(ReportKind.values())
                        .map(kind -> line(page, period(page, kind, periods.getOrDefault(kind, List.of())), today))
                        .toList()));
        SettingListModel model = new SettingListModel(page, groups);
        return Reply.page(
                page.text("setting.title"), out -> templates.settingList(model).render(new WriterOutput(out)));
    }

    private static <D extends Dated> SettingListModel.Line line(Page page, Rule<D> rule, LocalDate today) {
        return SettingWords.line(page, rule.title(), rule.address(), rule.rows(), rule.words(), today);
    }

    private Rule<Setting> setting(Request request) {
        String word = request.pathValue("name");
        SettingName name = SettingName.of(word).orElseThrow(() -> none(word));
        return setting(request.page(), name, desk.settings(name));
    }

    private static Rule<Setting> setting(Page page, SettingName name, List<Setting> rows) {
        return new Rule<>(
                name.word(),
                page.text(name.textKey()),
                SETTING + name.word(),
                rows,
                row -> SettingWords.of(page, row),
                Optional.of(name),
                Map.of("value", rows.get(0).value()));
    }

    private Rule<PeriodRule> period(Request request) {
        String word = request.pathValue("kind");
        ReportKind kind = ReportKind.of(word).orElseThrow(() -> none(word));
        return period(request.page(), kind, desk.periods(kind));
    }

    private static Rule<PeriodRule> period(Page page, ReportKind kind, List<PeriodRule> rows) {
        PeriodRule last = rows.get(0);
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("firstDay", SettingWords.of(last.from()));
        typed.put("lastDay", SettingWords.of(last.to()));
        typed.put("due", SettingWords.of(last.due()));
        typed.put("internalDays", "" + last.internalDays());
        if (last.yearBefore()) {
            typed.put("yearBefore", "1");
        }
        return new Rule<>(
                kind.word(),
                page.text("setting.period", page.text(kind.textKey())),
                PERIOD + kind.word(),
                rows,
                row -> SettingWords.of(page, row),
                Optional.empty(),
                typed);
    }

    private static ProblemException none(String word) {
        return new ProblemException(new Problem(
                404,
                "rule-not-found",
                TEXTS.text("setting.problem.none", word),
                TEXTS.text("setting.problem.none.do")));
    }

    private <D extends Dated> Reply show(Request request, Rule<D> rule) {
        return show(request, rule, FormView.of(request.page(), rule.typed()), 200);
    }

    private <D extends Dated> Reply show(Request request, Rule<D> rule, FormView form, int status) {
        Page page = request.page();
        RuleModel model = RuleModel.of(
                form, rule.title(), rule.address(), rule.rows(), rule.words(), rule.setting(), Acts.today(request));
        return Reply.page(rule.title(), out -> templates.settingRule(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("setting.title"), page.link("/settings")))
                .status(status);
    }

    private <D extends Dated> Reply change(
            Request request, Rule<D> rule, BiFunction<RuleForm, D, Optional<D>> read, Change<D> change) {
        FormErrors errors = new FormErrors();
        Optional<D> next = read.apply(new RuleForm(request, errors), rule.last());
        if (next.isEmpty()) {
            return show(request, rule, new FormView(request.page(), request.fields(), errors), 422);
        }
        try {
            change.write(rule.last(), next.get(), Acts.act(request, "change-rule", "rule", rule.code()));
        } catch (StaleRecordException e) {
            errors.add("validFrom", TEXTS.text("setting.error.stale"));
            return show(request, rule, new FormView(request.page(), request.fields(), errors), 409);
        }
        return done(
                request,
                rule,
                request.page()
                        .text(
                                "setting.changed",
                                rule.words().apply(next.get()),
                                Formats.date(next.get().validFrom())));
    }

    private <D extends Dated> Reply takeBack(Request request, Rule<D> rule, TakingBack<D> takingBack) {
        D last = rule.last();
        boolean coming = last.comingOn(Acts.today(request))
                && request.field("seen").orElse("").equals(last.validFrom().toString());
        if (!coming) {
            throw new ProblemException(new Problem(
                    409, "rule-begun", TEXTS.text("setting.problem.begun"), TEXTS.text("setting.problem.begun.do")));
        }
        takingBack.write(last, Acts.act(request, "take-back-rule", "rule", rule.code()));
        return done(request, rule, request.page().text("setting.taken-back"));
    }

    private static Reply done(Request request, Rule<?> rule, String flash) {
        return Reply.seeOther(request.page().link(rule.address())).flash(flash);
    }
}
