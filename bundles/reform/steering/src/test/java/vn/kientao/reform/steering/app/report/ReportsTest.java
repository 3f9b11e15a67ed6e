package vn.kientao.reform.steering.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.search.SearchFindings;
import vn.kientao.platform.api.search.SearchWords;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.app.inspection.InspectionBench;
import vn.kientao.reform.steering.domain.report.Fact;
import vn.kientao.reform.steering.domain.report.FactKind;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportAction;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.domain.report.ReportScope;
import vn.kientao.reform.steering.domain.report.ReportState;
import vn.kientao.reform.steering.domain.report.ReportTerm;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;

@OnEachDatabase("steering")
class ReportsTest {
    private final ReportBench bench;
    private final InspectionBench inspections;

    ReportsTest(Database database, Migrations migrations) {
        bench = new ReportBench(database, migrations);
        inspections = new InspectionBench(database, migrations);
    }

    @Test
    void countsWhatInspectionsFoundAtTheAgency() {
        inspections.plan(2026);
        inspections.noticed("STP2");
        PeriodicReport report = bench.make("STP2", ReportScope.AGENCY, ReportKind.QUARTER_1, 2026, "2026-03-16");

        assertThat(bench.figure(report, "visits-made", "")).isEqualTo("1");
        assertThat(bench.figure(report, "findings-raised", ""))
                .as("without the strength")
                .isEqualTo("2");
        assertThat(bench.figure(report, "findings-open", "procedures")).isEqualTo("2");
        assertThat(bench.figure(report, "findings-remedied", "")).isEqualTo("0");
        assertThat(bench.reports.facts(report, FactKind.FINDINGS_OPEN, "", 0, 50))
                .extracting(Fact::path)
                .containsOnly("/inspections/VPUB2-KT-2026-0001");
    }

    @Test
    void thePeriodsAreThoseOfTheMinistry() {
        assertThat(bench.reports.terms(2026))
                .extracting(
                        ReportTerm::kind,
                        term -> term.period().from().toString(),
                        term -> term.period().to().toString(),
                        term -> term.due().toString(),
                        term -> term.internalDue().toString())
                .containsExactly(
                        tuple(ReportKind.QUARTER_1, "2025-12-15", "2026-03-14", "2026-03-20", "2026-03-17"),
                        tuple(ReportKind.HALF_YEAR, "2025-12-15", "2026-06-14", "2026-06-20", "2026-06-17"),
                        tuple(ReportKind.QUARTER_3, "2026-06-15", "2026-09-14", "2026-09-20", "2026-09-17"),
                        tuple(ReportKind.YEAR, "2025-12-15", "2026-12-14", "2026-12-20", "2026-12-17"));
        assertThat(bench.reports.terms(2021)).as("before the rule").isEmpty();
    }

    @Test
    void countsEveryTaskByItsOwnDatesCutOffAtTheEndOfThePeriod() {
        tasks();
        PeriodicReport report = bench.make("STP2", ReportScope.AGENCY, ReportKind.QUARTER_1, 2026, "2026-03-16");

        assertThat(bench.figure(report, "tasks-given", "")).isEqualTo("5");
        assertThat(bench.figure(report, "tasks-on-time", "")).isEqualTo("1");
        assertThat(bench.figure(report, "tasks-late", "")).isEqualTo("1");
        assertThat(bench.figure(report, "tasks-overdue", ""))
                .as("done on 20 March, which is after the period")
                .isEqualTo("1");
        assertThat(bench.figure(report, "tasks-within-term", "")).isEqualTo("1");
        assertThat(bench.figure(report, "tasks-paused", "")).isEqualTo("1");
        assertThat(bench.figure(report, "tasks-completion", "")).isEqualTo("66.67");
        assertThat(bench.figure(report, "tasks-on-time", "institutions")).isEqualTo("1");
        assertThat(bench.figure(report, "tasks-on-time", "finance")).isEqualTo("0");
        assertThat(bench.figure(report, "tasks-completion", "finance")).isEqualTo("-");
        assertThat(codes(report, FactKind.TASKS_OVERDUE)).containsExactly("VPUB2-2026-0003");
        assertThat(codes(report, FactKind.TASKS_GIVEN)).hasSize(5);

        PeriodicReport half = bench.make("STP2", ReportScope.AGENCY, ReportKind.HALF_YEAR, 2026, "2026-06-15");
        assertThat(bench.figure(half, "tasks-late", "")).isEqualTo("2");
        assertThat(bench.figure(half, "tasks-overdue", ""))
                .as("the one within its term in March has run out, the paused one goes on")
                .isEqualTo("2");
        assertThat(bench.figure(report, "tasks-late", ""))
                .as("the earlier report stays")
                .isEqualTo("1");
    }

    @Test
    void whatIsDueLaterInAPeriodThatRunsIsNotOverdueYet() {
        Task task = bench.give("STP2", "institutions", "2026-01-05", "2026-03-10");
        PeriodicReport report = bench.make("STP2", ReportScope.AGENCY, ReportKind.QUARTER_1, 2026, "2026-03-02");

        assertThat(bench.figure(report, "tasks-within-term", "")).isEqualTo("1");
        assertThat(bench.figure(report, "tasks-overdue", "")).isEqualTo("0");
        assertThat(bench.figure(report, "tasks-completion", "")).isEqualTo("-");
        assertThat(codes(report, FactKind.TASKS_WITHIN_TERM))
                .as("the list is that of the day of counting")
                .containsExactly(task.code());
        assertThat(bench.periods).as("other modules count the same days").containsOnly("2025-12-15 2026-03-02");

        PeriodicReport later = bench.act(report, ReportAction.COUNT, "2026-03-16");
        assertThat(bench.figure(later, "tasks-overdue", "")).isEqualTo("1");
        assertThat(codes(later, FactKind.TASKS_OVERDUE)).containsExactly(task.code());
    }

    /** Five tasks of STP2: done on time, late, late after the period, within term, paused; one cancelled; one of another. */
    private void tasks() {
        bench.done(bench.give("STP2", "institutions", "2026-01-05", "2026-02-10"), "2026-02-09");
        bench.done(bench.give("STP2", "institutions", "2026-01-05", "2026-02-10"), "2026-02-12");
        Task late = bench.give("STP2", "procedures", "2026-01-05", "2026-03-01");
        bench.give("STP2", "finance", "2026-01-06", "2026-05-01");
        Task paused = bench.give("STP2", "procedures", "2026-01-07", "2026-03-01");
        bench.step(paused, TaskAction.PAUSE, "2026-02-01");
        bench.step(paused, TaskAction.RESUME, "2026-03-20");
        bench.give("SNV2", "apparatus", "2026-01-08", "2026-02-01");
        bench.done(late, "2026-03-20");
    }

    private List<String> codes(PeriodicReport report, FactKind kind) {
        return bench.reports.facts(report, kind, "", 0, 50).stream()
                .map(Fact::code)
                .toList();
    }

    @Test
    void theProvincesReportIsCompiledFromTheFactsOfAllAgencies() {
        tasks();
        PeriodicReport report = bench.make("VPUB2", ReportScope.PROVINCE, ReportKind.QUARTER_1, 2026, "2026-03-16");

        assertThat(bench.figure(report, "tasks-given", "")).isEqualTo("6");
        assertThat(bench.figure(report, "tasks-overdue", "apparatus")).isEqualTo("1");
        assertThat(bench.figure(report, "dossiers.received", "")).isEqualTo("20");
        assertThat(bench.figure(report, "dossiers.on-time", ""))
                .as("9 of 20, not the mean of the shares")
                .isEqualTo("45");
        assertThat(bench.asked).as("each in its own circumstances").contains("STP2", "SNV2", "P-AX");
    }

    @Test
    void theFiguresOfAnIssuedReportStayAndACorrectedOneCountsAnew() {
        Task task = bench.give("STP2", "institutions", "2026-01-05", "2026-02-10");
        PeriodicReport report = bench.make("STP2", ReportScope.AGENCY, ReportKind.QUARTER_1, 2026, "2026-03-16");
        bench.desk.write(view(report), "next", 1, "Tiếp tục rà soát", ReportBench.act("STP2", "2026-03-16"));
        bench.act(report, ReportAction.SUBMIT, "2026-03-16");
        assertThatThrownBy(() -> bench.act(report, ReportAction.ISSUE, "2026-03-17"))
                .isInstanceOfSatisfying(
                        ReportRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(ReportRefusedException.Reason.UNSIGNED));
        sign(report);
        PeriodicReport issued = bench.act(report, ReportAction.ISSUE, "2026-03-17");

        assertThat(issued.symbol()).isEqualTo("07/BC-STP");
        assertThat(bench.events).extracting(ModuleEvent::type).containsExactly("steering.report-issued");
        bench.done(task, "2026-02-09");
        assertThat(bench.figure(report, "tasks-overdue", "")).isEqualTo("1");
        assertThatThrownBy(() -> bench.act(report, ReportAction.COUNT, "2026-03-18"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () -> bench.desk.write(view(report), "next", 2, "Sửa", ReportBench.act("STP2", "2026-03-18")))
                .isInstanceOf(IllegalStateException.class);

        PeriodicReport corrected = bench.act(report, ReportAction.CORRECT, "2026-03-18");
        assertThat(corrected.code()).isEqualTo("STP2-BC-2026-quarter-1-2");
        assertThat(bench.figure(corrected, "tasks-on-time", "")).isEqualTo("1");
        assertThat(view(corrected).section("next").orElseThrow().text().body()).isEqualTo("Tiếp tục rà soát");
        assertThat(view(report).report().state()).isEqualTo(ReportState.REPLACED);
    }

    private void sign(PeriodicReport report) {
        Files.Sent sent = new Files.Sent("da-ky.pdf", new byte[] {37, 80, 68, 70});
        bench.files.add(view(report).owner(), sent, ReportBench.act(report.agency(), "2026-03-17"));
    }

    private Reports.View view(PeriodicReport report) {
        return bench.reports.find(report.code()).orElseThrow();
    }

    @Test
    void twoPeopleDoNotOverwriteEachOthersTextAndEveryTextStays() {
        PeriodicReport report = bench.make("STP2", ReportScope.AGENCY, ReportKind.QUARTER_1, 2026, "2026-03-16");
        bench.desk.write(view(report), "evaluation", 1, "Bản của A", ReportBench.act("STP2", "2026-03-16"));

        assertThatThrownBy(() -> bench.desk.write(
                        view(report), "evaluation", 1, "Bản của B", ReportBench.act("STP2", "2026-03-16")))
                .isInstanceOf(StaleRecordException.class);
        assertThat(bench.reports.texts(report, "evaluation"))
                .extracting(text -> text.version() + " " + text.body())
                .containsExactly("2 Bản của A", "1 ");
    }

    @Test
    void anAgencyHasOneReportOfAPeriodAndNoneBeforeItBegins() {
        bench.make("STP2", ReportScope.AGENCY, ReportKind.QUARTER_1, 2026, "2026-03-16");

        assertThatThrownBy(() -> bench.make("STP2", ReportScope.AGENCY, ReportKind.QUARTER_1, 2026, "2026-03-16"))
                .isInstanceOfSatisfying(
                        ReportRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(ReportRefusedException.Reason.PRESENT));
        assertThatThrownBy(() -> bench.make("STP2", ReportScope.AGENCY, ReportKind.QUARTER_3, 2026, "2026-03-16"))
                .isInstanceOfSatisfying(
                        ReportRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(ReportRefusedException.Reason.NOT_BEGUN));
    }

    @Test
    void findsReportsByWordsWithoutAccents() {
        bench.make("STP2", ReportScope.AGENCY, ReportKind.QUARTER_1, 2026, "2026-03-16");
        bench.make("STP2", ReportScope.AGENCY, ReportKind.HALF_YEAR, 2026, "2026-06-16");

        SearchFindings found = new ReportSearch(bench.reports)
                .search(Actor.anonymous(), "STP2", new SearchWords("quy I nam 2026", Optional.empty(), 5));
        assertThat(found.findings())
                .extracting(SearchFindings.Finding::address)
                .containsExactly("/STP2/steering/reports/STP2-BC-2026-quarter-1");
        assertThat(new ReportSearch(bench.reports)
                        .search(Actor.anonymous(), "SNV2", new SearchWords("2026", Optional.empty(), 5))
                        .findings())
                .isEmpty();
    }

    @Test
    void isLateAfterTheDayOnWhichTheProvinceWantsIt() {
        PeriodicReport report = bench.make("STP2", ReportScope.AGENCY, ReportKind.QUARTER_1, 2026, "2026-03-16");

        assertThat(report.late(LocalDate.of(2026, 3, 17))).isFalse();
        assertThat(report.late(LocalDate.of(2026, 3, 18))).isTrue();
        PeriodicReport submitted = bench.act(report, ReportAction.SUBMIT, "2026-03-17");
        assertThat(submitted.late(LocalDate.of(2026, 4, 1))).isFalse();
    }
}
