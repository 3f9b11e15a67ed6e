package vn.kientao.reform.steering.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.app.inspection.InspectionBench;
import vn.kientao.reform.steering.app.inspection.InspectionStep;
import vn.kientao.reform.steering.app.inspection.Inspections;
import vn.kientao.reform.steering.app.pilot.PilotDesk;
import vn.kientao.reform.steering.app.pilot.PilotStep;
import vn.kientao.reform.steering.app.pilot.Pilots;
import vn.kientao.reform.steering.domain.inspection.Finding;
import vn.kientao.reform.steering.domain.inspection.FindingKind;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.domain.inspection.VisitAction;
import vn.kientao.reform.steering.domain.pilot.Pilot;
import vn.kientao.reform.steering.domain.pilot.PilotAction;
import vn.kientao.reform.steering.domain.pilot.PilotOutcome;
import vn.kientao.reform.steering.domain.pilot.PilotPlan;
import vn.kientao.reform.steering.domain.report.Fact;
import vn.kientao.reform.steering.domain.report.FactKind;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.domain.report.ReportScope;

/** What reports count of inspections and pilots: by the dates of the facts, cut off at the end of the period. */
@OnEachDatabase("steering")
class CheckedFactsTest {
    private final ReportBench bench;
    private final InspectionBench inspections;
    private final PilotDesk pilots;
    private final Pilots known;

    CheckedFactsTest(Database database, Migrations migrations) {
        bench = new ReportBench(database, migrations);
        inspections = new InspectionBench(database, migrations);
        pilots = new PilotDesk(database, bench.audit, bench.province, bench.province, bench.tables);
        known = new Pilots(database, bench.province, bench.tables);
        inspections.plan(2026);
    }

    @Test
    void findingsAreCountedByKindAndInspectionsByTheirNotice() {
        inspections.noticed("STP2");
        PeriodicReport quarter = report("STP2", ReportKind.QUARTER_1, "2026-03-20");
        assertThat(bench.figure(quarter, "visits-made", "")).isEqualTo("1");
        assertThat(bench.figure(quarter, "visits-concluded", ""))
                .as("the notice is of 16 March, after the period")
                .isEqualTo("0");

        PeriodicReport half = report("STP2", ReportKind.HALF_YEAR, "2026-06-15");
        assertThat(bench.figure(half, "visits-concluded", "")).isEqualTo("1");
        assertThat(bench.figure(half, "findings-strengths", "")).isEqualTo("1");
        assertThat(bench.figure(half, "findings-shortcomings", "procedures")).isEqualTo("1");
        assertThat(bench.figure(half, "findings-violations", "")).isEqualTo("1");
        assertThat(bench.figure(half, "findings-raised", "")).isEqualTo("2");
        assertThat(bench.reports.facts(half, FactKind.FINDINGS_VIOLATIONS, "", 0, 50))
                .extracting(Fact::title)
                .containsExactly("Yêu cầu thêm giấy tờ");
    }

    @Test
    void whatNoNoticeTellsYetIsNotToldByFiguresEither() {
        Visit visit = inspections.visit("STP2", "2026-03-10");
        inspections.step(visit, VisitAction.VISIT, "VPUB2", "2026-03-10");
        inspections.find(visit, FindingKind.VIOLATION, "Yêu cầu thêm giấy tờ", "2026-03-10");

        PeriodicReport quarter = report("STP2", ReportKind.QUARTER_1, "2026-03-16");
        assertThat(bench.figure(quarter, "findings-raised", "")).isEqualTo("0");
        assertThat(bench.reports.facts(quarter, FactKind.FINDINGS_VIOLATIONS, "", 0, 50))
                .isEmpty();
    }

    @Test
    void aRemedyIsInTimeWhenTheUnitReportedItByTheLastDayHoweverLongTheInspectorLooksAtIt() {
        Visit inTime = inspections.noticed("STP2");
        remedied(inTime, "2026-03-31");
        inspections.step(inTime, VisitAction.ACCEPT, "VPUB2", "2026-04-20");
        Visit late = inspections.noticed("STP2");
        remedied(late, "2026-04-01");
        inspections.step(late, VisitAction.ACCEPT, "VPUB2", "2026-04-21");

        PeriodicReport half = report("STP2", ReportKind.HALF_YEAR, "2026-06-15");
        assertThat(bench.figure(half, "findings-remedied", "")).isEqualTo("4");
        assertThat(bench.figure(half, "findings-remedied-on-time", "")).isEqualTo("2");
        assertThat(bench.figure(half, "findings-remedied-late", "procedures")).isEqualTo("2");
        assertThat(bench.reports.facts(half, FactKind.FINDINGS_REMEDIED_ON_TIME, "", 0, 50))
                .extracting(Fact::code)
                .containsOnly(inTime.code());
        assertThat(bench.reports.facts(half, FactKind.FINDINGS_REMEDIED_LATE, "", 0, 50))
                .extracting(Fact::code)
                .containsOnly(late.code());
    }

    @Test
    void whatWasReportedInTimeIsNotOverdueAndWhatWasReturnedIs() {
        inspections.noticed("STP2");
        Visit waiting = inspections.noticed("STP2");
        remedied(waiting, "2026-03-30");
        Visit returned = inspections.noticed("STP2");
        remedied(returned, "2026-03-30");
        Inspections.View view =
                inspections.inspections.find(returned.code(), "VPUB2").orElseThrow();
        Finding one = view.findings().stream()
                .filter(finding -> finding.kind() == FindingKind.VIOLATION)
                .findFirst()
                .orElseThrow();
        inspections.step(
                returned, InspectionStep.about(VisitAction.RETURN, "Chưa đủ", Set.of(one.id())), "VPUB2", "2026-04-05");

        PeriodicReport half = report("STP2", ReportKind.HALF_YEAR, "2026-06-15");
        assertThat(bench.figure(half, "findings-open", "")).isEqualTo("5");
        assertThat(bench.figure(half, "findings-overdue", ""))
                .as("two never reported, one returned")
                .isEqualTo("3");
        assertThat(bench.figure(half, "findings-remedied-on-time", ""))
                .as("accepted beside the one returned")
                .isEqualTo("1");
    }

    private void remedied(Visit visit, String day) {
        Set<Long> remediable = inspections.inspections.find(visit.code(), "STP2").orElseThrow().findings().stream()
                .filter(finding -> finding.kind().remediable())
                .map(Finding::id)
                .collect(Collectors.toSet());
        inspections.step(visit, InspectionStep.about(VisitAction.REMEDY, "Đã làm đúng", remediable), "STP2", day);
        inspections.step(visit, VisitAction.REPORT, "STP2", day);
    }

    @Test
    void pilotsCountAtTheAgenciesThatTakePartAsTheyStoodAtTheEndOfThePeriod() {
        Pilot running = pilot("Trả kết quả tại nhà", "2026-01-10");
        Pilot kept = pilot("Hẹn giờ qua mạng", "2026-01-10");
        step(kept, PilotAction.CONCLUDE, PilotOutcome.NONE, "2026-04-10");
        step(kept, PilotAction.DECIDE, PilotOutcome.KEEP, "2026-04-20");
        Pilot stopped = pilot("Quầy chung", "2026-01-10");
        step(stopped, PilotAction.ABORT, PilotOutcome.STOP, "2026-04-21");

        PeriodicReport quarter = report("P-AX", ReportKind.QUARTER_1, "2026-06-15");
        assertThat(bench.figure(quarter, "pilots-running", ""))
                .as("in March all three")
                .isEqualTo("3");
        assertThat(bench.figure(quarter, "pilots-kept", "")).isEqualTo("0");
        PeriodicReport half = report("P-AX", ReportKind.HALF_YEAR, "2026-06-15");
        assertThat(bench.figure(half, "pilots-running", "procedures")).isEqualTo("1");
        assertThat(bench.figure(half, "pilots-kept", "")).isEqualTo("1");
        assertThat(bench.figure(half, "pilots-stopped", "")).isEqualTo("1");
        assertThat(bench.figure(half, "pilots-widened", "")).isEqualTo("0");
        assertThat(bench.reports.facts(half, FactKind.PILOTS_RUNNING, "", 0, 50))
                .extracting(Fact::path)
                .containsExactly("/pilots/" + running.code());

        assertThat(bench.figure(report("STP2", ReportKind.HALF_YEAR, "2026-06-15"), "pilots-running", ""))
                .as("it takes no part")
                .isEqualTo("0");
        PeriodicReport province = bench.make("VPUB2", ReportScope.PROVINCE, ReportKind.HALF_YEAR, 2026, "2026-06-15");
        assertThat(bench.figure(province, "pilots-running", ""))
                .as("once, although two agencies take part")
                .isEqualTo("1");
    }

    private Pilot pilot(String title, String day) {
        Pilot pilot = pilots.propose(
                new PilotPlan(
                        title,
                        "Nhanh hơn",
                        "Chậm",
                        "procedures",
                        "",
                        Set.of("P-AX", "X-VL"),
                        LocalDate.parse(day),
                        LocalDate.parse(day).plusYears(1)),
                Optional.empty(),
                Optional.empty(),
                ReportBench.act("SNV2", day));
        for (PilotAction action : List.of(PilotAction.APPROVE, PilotAction.START)) {
            step(pilot, action, PilotOutcome.NONE, day);
        }
        return pilot;
    }

    private void step(Pilot pilot, PilotAction action, PilotOutcome outcome, String day) {
        pilots.act(
                known.find(pilot.code(), "SNV2").orElseThrow().pilot(),
                new PilotStep(action, "Nội dung", "1/QĐ-UBND", outcome, Optional.empty(), Set.of()),
                ReportBench.act("SNV2", day));
    }

    private PeriodicReport report(String agency, ReportKind kind, String day) {
        return bench.make(agency, ReportScope.AGENCY, kind, 2026, day);
    }
}
