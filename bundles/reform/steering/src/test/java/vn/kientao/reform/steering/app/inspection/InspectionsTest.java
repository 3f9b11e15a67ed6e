package vn.kientao.reform.steering.app.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.card.Card;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.indicator.IndicatorValue;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.Goldens;
import vn.kientao.reform.steering.domain.inspection.Finding;
import vn.kientao.reform.steering.domain.inspection.FindingKind;
import vn.kientao.reform.steering.domain.inspection.FindingState;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.domain.inspection.VisitAction;
import vn.kientao.reform.steering.domain.inspection.VisitState;

@OnEachDatabase("steering")
class InspectionsTest {
    private final InspectionBench bench;

    InspectionsTest(Database database, Migrations migrations) {
        bench = new InspectionBench(database, migrations);
    }

    @Test
    void theRemedyIsDueFifteenCalendarDaysAfterTheNotice() {
        bench.plan(2026);
        Visit visit = bench.noticed("STP2");

        assertThat(visit.notice().orElseThrow().remedyDue()).isEqualTo("2026-03-31");
        assertThat(visit.overdue(LocalDate.of(2026, 3, 31))).isFalse();
        assertThat(visit.overdue(LocalDate.of(2026, 4, 1))).isTrue();
    }

    @Test
    void anOverdueRemedyIsToldOnceToBothSides() {
        bench.plan(2026);
        Visit visit = bench.noticed("STP2");
        assertThat(bench.watch("2026-03-31").tellOverdue()).isZero();

        assertThat(bench.watch("2026-04-01").tellOverdue()).isEqualTo(1);
        assertThat(bench.watch("2026-04-02").tellOverdue()).isZero();
        assertThat(bench.province.told())
                .filteredOn(notice -> notice.text().vi().startsWith("Quá hạn"))
                .extracting(Notice::link)
                .contains("/STP2/steering/inspections/" + visit.code(), "/VPUB2/steering/inspections/" + visit.code());
    }

    @Test
    void whatIsReturnedIsRemediedFurtherAndTheRestIsAccepted() {
        bench.plan(2026);
        Visit visit = bench.noticed("STP2");
        List<Finding> found = findings(visit);
        remedy(visit, found.get(1).id(), "Đã niêm yết đủ");
        remedy(visit, found.get(2).id(), "Đã xin lỗi");
        bench.step(visit, VisitAction.REPORT, "STP2", "2026-03-30");
        assertThat(bench.inspections
                        .find(visit.code(), "STP2")
                        .orElseThrow()
                        .visit()
                        .overdue(LocalDate.of(2026, 5, 1)))
                .as("reported in time")
                .isFalse();

        bench.step(
                visit,
                InspectionStep.about(
                        VisitAction.RETURN,
                        "Chưa có biên bản",
                        Set.of(found.get(2).id())),
                "VPUB2",
                "2026-04-02");
        assertThat(findings(visit))
                .extracting(Finding::state)
                .containsExactly(FindingState.NOTHING_TO_DO, FindingState.REMEDIED, FindingState.OPEN);
        remedy(visit, found.get(2).id(), "Đã lập biên bản");
        bench.step(visit, VisitAction.REPORT, "STP2", "2026-04-03");
        Visit closed = bench.step(visit, VisitAction.ACCEPT, "VPUB2", "2026-04-04");

        assertThat(closed.state()).isEqualTo(VisitState.CLOSED);
        assertThat(findings(visit)).extracting(Finding::state).doesNotContain(FindingState.OPEN);
        assertThat(bench.events)
                .extracting(ModuleEvent::type)
                .containsExactly("steering.inspection-concluded", "steering.inspection-remedied");
    }

    private List<Finding> findings(Visit visit) {
        return bench.inspections.find(visit.code(), "VPUB2").orElseThrow().findings();
    }

    private void remedy(Visit visit, long finding, String words) {
        bench.step(visit, InspectionStep.about(VisitAction.REMEDY, words, Set.of(finding)), "STP2", "2026-03-20");
    }

    @Test
    void theUnitDoesNotSeeFindingsBeforeTheNotice() {
        bench.plan(2026);
        Visit visit = bench.visit("STP2", "2026-03-10");
        bench.step(visit, VisitAction.SELF_REPORT, "STP2", "2026-03-05");
        bench.step(visit, VisitAction.VISIT, "VPUB2", "2026-03-10");
        bench.find(visit, FindingKind.VIOLATION, "Chậm", "2026-03-10");

        assertThat(bench.inspections.find(visit.code(), "STP2").orElseThrow().shown())
                .isEmpty();
        assertThat(bench.inspections.find(visit.code(), "VPUB2").orElseThrow().shown())
                .hasSize(1);
        assertThat(bench.inspections.find(visit.code(), "SNV2").orElseThrow().concerns())
                .isFalse();
    }

    @Test
    void aVisitWithoutAnythingToRemedyEndsWithItsNotice() {
        bench.plan(2026);
        Visit visit = bench.visit("STP2", "2026-03-10");
        bench.step(visit, VisitAction.VISIT, "VPUB2", "2026-03-10");
        Visit noticed = bench.step(
                visit, InspectionStep.notice("Tốt", "06/TB-VPUB", LocalDate.of(2026, 3, 16)), "VPUB2", "2026-03-16");

        assertThat(noticed.state()).isEqualTo(VisitState.CLOSED);
    }

    @Test
    void nobodyActsOnAnOldVersionOrInTheWrongState() {
        bench.plan(2026);
        Visit visit = bench.visit("STP2", "2026-03-10");
        Inspections.View old = bench.inspections.find(visit.code(), "VPUB2").orElseThrow();
        bench.step(visit, VisitAction.SELF_REPORT, "STP2", "2026-03-05");

        assertThatThrownBy(() -> bench.desk.act(
                        old, InspectionStep.of(VisitAction.VISIT, ""), InspectionBench.act("VPUB2", "2026-03-10")))
                .isInstanceOf(StaleRecordException.class);
        assertThatThrownBy(() -> bench.step(visit, VisitAction.ACCEPT, "VPUB2", "2026-03-10"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thePlanCoversAShareOfTheAgencies() {
        assertThat(bench.inspections
                        .coverage("VPUB2", 2026, LocalDate.of(2026, 3, 1))
                        .wanted())
                .as("the setting, before there is a plan")
                .isEqualTo(30);
        bench.plan(2026);
        bench.visit("STP2", "2026-03-10");
        bench.visit("STP2", "2026-09-10");
        Visit cancelled = bench.visit("SNV2", "2026-04-10");
        bench.step(cancelled, VisitAction.CANCEL, "VPUB2", "2026-03-01");

        Inspections.Coverage coverage = bench.inspections.coverage("VPUB2", 2026, LocalDate.of(2026, 3, 1));
        assertThat(coverage.covered()).isEqualTo(1);
        assertThat(coverage.all()).as("without the one that inspects").isEqualTo(6);
        assertThat(coverage.share()).isEqualTo(16);
        assertThat(coverage.enough()).isFalse();
        bench.visit("SNV2", "2026-05-10");
        assertThat(bench.inspections
                        .coverage("VPUB2", 2026, LocalDate.of(2026, 3, 1))
                        .enough())
                .isTrue();
    }

    @Test
    void othersGetTheFiguresAndTheHomePageItsCards() {
        bench.plan(2026);
        Visit visit = bench.noticed("STP2");
        remedy(visit, findings(visit).get(1).id(), "Đã niêm yết đủ");
        remedy(visit, findings(visit).get(2).id(), "Đã xin lỗi");
        bench.step(visit, VisitAction.REPORT, "STP2", "2026-03-30");
        bench.step(
                visit,
                InspectionStep.about(
                        VisitAction.RETURN,
                        "Chưa đủ",
                        Set.of(findings(visit).get(2).id())),
                "VPUB2",
                "2026-04-02");

        Map<String, BigDecimal> values = new InspectionIndicators(bench.inspections)
                        .values(
                                List.of(
                                        InspectionIndicators.INSPECTED,
                                        InspectionIndicators.REMEDIED,
                                        InspectionIndicators.OPEN),
                                "STP2",
                                Period.year(2026))
                        .stream()
                        .collect(Collectors.toMap(
                                IndicatorValue::code, value -> value.value().orElseThrow()));
        assertThat(values)
                .containsEntry(InspectionIndicators.INSPECTED, new BigDecimal("14.29"))
                .containsEntry(InspectionIndicators.REMEDIED, new BigDecimal("50.00"))
                .containsEntry(InspectionIndicators.OPEN, BigDecimal.ONE);
        Actor reader = new Actor("a", "A", Set.of(), Map.of("STP2", Set.of("steering.read")));
        assertThat(new InspectionCards(bench.inspections).cards(reader, "STP2", LocalDateTime.of(2026, 4, 3, 9, 0)))
                .extracting(Card::kind)
                .containsExactly(Card.Kind.LATE);
    }

    @Test
    void theNoticeLooksAsItWasApproved() throws IOException {
        bench.plan(2026);
        Visit visit = bench.noticed("STP2");
        Letter letter =
                bench.letter.of(bench.inspections.find(visit.code(), "VPUB2").orElseThrow());
        LetterService letters = new LetterService(new PaperService());

        Goldens.samePicture("inspection-notice", letters.pdf(List.of(letter)));
        Goldens.sameDocx("inspection-notice", letters.docx(letter));
    }
}
