package vn.kientao.reform.steering.app.report;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.indicator.Indicator;
import vn.kientao.platform.api.indicator.IndicatorSource;
import vn.kientao.platform.api.indicator.IndicatorValue;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.security.Circumstances;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.steering.Province;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.app.issue.Issues;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.report.Figure;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportAction;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.domain.report.ReportScope;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.domain.task.Term;
import vn.kientao.reform.steering.store.SteeringTables;

/** Everything that reports need, put together as the framework would, beside a module that measures something of its own. */
public final class ReportBench implements Extensions {
    public final RecordingAuditTrail audit = new RecordingAuditTrail();
    public final Province province = new Province();
    public final List<ModuleEvent> events = new ArrayList<>();
    /** In the circumstances of which agency the other module was asked. */
    public final List<String> asked = new ArrayList<>();
    /** About which days. */
    public final List<String> periods = new ArrayList<>();

    public final Database database;
    public final SteeringTables tables;
    public final Programmes programmes;
    public final Tasks tasks;
    public final Files files;
    public final Reports reports;
    public final ReportDesk desk;
    public final ReportLetter letter;
    public final Urging urging;
    public final Outlines outlines;
    public final Issues issues;

    public ReportBench(Database database, Migrations migrations) {
        this.database = database;
        tables = SteeringTables.of(migrations, FolderScripts.ofModule());
        programmes = new Programmes(database, province, tables);
        tasks = new Tasks(database, audit, province, province, tables);
        files = new Files(database, audit, tables);
        reports = new Reports(database, province, tables);
        desk = new ReportDesk(
                database, audit, (transaction, event) -> events.add(event), province, this, reports, files, tables);
        letter = new ReportLetter(database, province);
        urging = new Urging(database, audit, province, province, tables);
        outlines = new Outlines(database, audit, tables);
        issues = new Issues(database, audit, province, province, tasks, tables);
    }

    /** Noon in Viet Nam on a day. */
    public static Clock noon(String day) {
        return Clock.fixed(Instant.parse(day + "T05:00:00Z"), ZoneOffset.UTC);
    }

    public static Tasks.Act act(String agency, String day) {
        return act(agency, LocalDate.parse(day).atTime(9, 0));
    }

    private static Tasks.Act act(String agency, LocalDateTime at) {
        return new Tasks.Act(
                agency,
                "clerk." + agency,
                at,
                FakeRequest.get("steering", "/reports").in(agency).audit("steering.test", "report", "", ""));
    }

    public Task give(String lead, String area, String day, String due) {
        return tasks.give(
                new TaskOrder(
                        "Rà soát thủ tục " + due,
                        "Báo cáo",
                        area,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        lead,
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Term.DATED,
                        Optional.of(LocalDate.parse(due)),
                        Set.of(),
                        Set.of(),
                        Set.of()),
                Optional.empty(),
                act("VPUB2", day));
    }

    public Task step(Task task, TaskAction action, String day) {
        Task fresh = tasks.find(task.code()).orElseThrow().task();
        String agency = action == TaskAction.REPORT ? fresh.lead() : fresh.giver();
        return tasks.act(fresh, new Tasks.Step(action, "Ghi chú", 100, "", "", ""), act(agency, day));
    }

    /** A task that the lead reports as done on a day, and the giver confirms on the next. */
    public Task done(Task task, String day) {
        step(task, TaskAction.REPORT, day);
        return step(task, TaskAction.CONFIRM, LocalDate.parse(day).plusDays(1).toString());
    }

    public PeriodicReport make(String agency, ReportScope scope, ReportKind kind, int year, String day) {
        return desk.make(reports.term(kind, year).orElseThrow(), scope, act(agency, day));
    }

    public PeriodicReport act(PeriodicReport report, ReportAction action, String day) {
        ReportDesk.Step step = new ReportDesk.Step(action, "Lý do", "07/BC-STP", Optional.of(LocalDate.parse(day)));
        return desk.act(reports.find(report.code()).orElseThrow(), step, act(report.agency(), day));
    }

    /** What the report says, such as {@code 2}; {@code -} when there was nothing to measure. */
    public String figure(PeriodicReport report, String code, String area) {
        return reports.find(report.code()).orElseThrow().figures().stream()
                .filter(one -> one.code().equals(code) && one.area().equals(area))
                .map(Figure::amount)
                .findFirst()
                .orElseThrow()
                .map(BigDecimal::toPlainString)
                .map(text -> text.replace(".00", ""))
                .orElse("-");
    }

    @Override
    public <S, R> List<R> of(Class<S> type, String agency, Function<S, R> question) {
        asked.add(Circumstances.present().agency().orElse(""));
        return List.of(question.apply(type.cast(new Dossiers())));
    }

    @Override
    public <S, R> List<R> everywhere(Class<S> type, Function<S, R> question) {
        return List.of(question.apply(type.cast(new Dossiers())));
    }

    /** A module that settled 8 of 10 dossiers on time in STP2, 1 of 10 in SNV2, and measured nothing elsewhere. */
    private final class Dossiers implements IndicatorSource {
        @Override
        public List<Indicator> indicators() {
            LocalText words = new LocalText("Hồ sơ đúng hạn", "Dossiers on time");
            return List.of(
                    new Indicator(
                            "dossiers.received",
                            new LocalText("Hồ sơ tiếp nhận", "Dossiers received"),
                            new LocalText("hồ sơ", "dossiers"),
                            Optional.empty(),
                            Optional.empty()),
                    new Indicator(
                            "dossiers.on-time", words, LocalText.same("%"), Optional.of(words), Optional.of(words)));
        }

        @Override
        public List<IndicatorValue> values(List<String> codes, String agency, Period period) {
            periods.add(period.from() + " " + period.to());
            long onTime = "STP2".equals(agency) ? 8 : "SNV2".equals(agency) ? 1 : 0;
            long all = onTime > 0 ? 10 : 0;
            return List.of(
                    new IndicatorValue(
                            codes.get(0),
                            agency,
                            period,
                            Optional.of(BigDecimal.valueOf(all)),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            Optional.of("/" + agency + "/dossiers/list")),
                    new IndicatorValue(
                            codes.get(1),
                            agency,
                            period,
                            all == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(onTime * 10)),
                            OptionalLong.of(onTime),
                            OptionalLong.of(all),
                            Optional.of("/" + agency + "/dossiers/on-time")));
        }
    }
}
