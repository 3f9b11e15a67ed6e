package vn.kientao.reform.steering.app.obstacle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.card.Card;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.indicator.IndicatorValue;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.search.SearchFindings;
import vn.kientao.platform.api.search.SearchWords;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.time.OpenDeadline;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction.Side;
import vn.kientao.reform.steering.domain.obstacle.ObstacleCause;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter;
import vn.kientao.reform.steering.domain.obstacle.ObstacleState;
import vn.kientao.reform.steering.domain.obstacle.Tally;
import vn.kientao.reform.steering.domain.obstacle.Urgency;

@OnEachDatabase("steering")
class ObstaclesTest {
    /** A Monday. */
    private static final LocalDateTime RAISED = LocalDateTime.of(2026, 11, 30, 9, 0);

    private static final String DECREE = "Nghị định 61/2018/NĐ-CP";

    private final ObstacleBench bench;

    ObstaclesTest(Database database, Migrations migrations) {
        bench = new ObstacleBench(database, migrations);
    }

    @Test
    void theAnswerCountsFromTheRaisingHoweverLongItTakesToClassifyAndRoute() {
        Obstacle one = raise();
        assertThat(one.clock().due()).as("two working days to classify").isEqualTo(at(2, 17));
        assertThat(one.handling().holder()).as("who leads the area today").isEqualTo("STP2");

        one = bench.classify(one, Urgency.ORDINARY, ObstacleCause.LAW, "STP2", at(8, 9));
        assertThat(one.clock().due()).as("ten working days from the raising").isEqualTo(at(14, 17));
        ObstacleStep route = new ObstacleStep(
                ObstacleAction.ROUTE, "", Optional.empty(), "SNV2", "", Optional.empty(), Optional.empty());
        one = bench.desk.act(bench.fresh(one), route, ObstacleBench.act("STP2", at(9, 9)));

        assertThat(bench.fresh(one).clock().due()).isEqualTo(at(14, 17));
        assertThat(bench.fresh(one).handling().holder()).isEqualTo("SNV2");
        assertThat(bench.obstacles.find(one.code(), "STP2").orElseThrow().concerns())
                .as("who held it before still sees it")
                .isTrue();
        assertThat(bench.obstacles.find(one.code(), "STC2").orElseThrow().concerns())
                .isFalse();
    }

    @Test
    void latenessIsToldOnceToBothSidesAndAgainWhenANewClockRunsOut() {
        Obstacle one = bench.classify(raise(), Urgency.URGENT, ObstacleCause.LAW, "STP2", at(1, 9));
        assertThat(bench.watch(at(3, 16)).tellLate()).as("due at 17:00").isZero();

        assertThat(bench.watch(at(3, 18)).tellLate()).isEqualTo(1);
        assertThat(bench.watch(at(4, 18)).tellLate()).isZero();
        assertThat(late()).containsExactlyInAnyOrder("head.STP2", "clerk.STP2", "clerk.P-AX");

        bench.step(one, ObstacleAction.DRAFT, "STP2", at(7, 9));
        bench.step(one, ObstacleAction.ANSWER, "STP2", at(7, 10));
        bench.step(one, ObstacleAction.DISSATISFY, "P-AX", at(7, 11));
        bench.step(one, ObstacleAction.REOPEN, "P-AX", at(7, 12));
        assertThat(bench.fresh(one).clock().due()).isEqualTo(at(10, 17));
        assertThat(bench.watch(at(11, 9)).tellLate()).isEqualTo(1);
    }

    private List<String> late() {
        return bench.province.told().stream()
                .filter(notice -> notice.text().vi().contains("hạn"))
                .map(Notice::account)
                .toList();
    }

    @Test
    void aNewHolidayMovesTheDayOfTheAnswer() {
        Obstacle one = bench.classify(raise(), Urgency.URGENT, ObstacleCause.LAW, "STP2", at(1, 9));
        LocalDate wednesday = LocalDate.of(2026, 12, 2);
        assertThat(bench.deadlines.openBetween(wednesday, wednesday))
                .extracting(OpenDeadline::subject)
                .containsExactly(one.code());

        bench.holidays.add(wednesday);
        assertThat(bench.deadlines.calendarChanged(wednesday, wednesday)).isEqualTo(1);
        assertThat(bench.fresh(one).clock().due()).isEqualTo(at(4, 17));
        assertThat(bench.deadlines.calendarChanged(wednesday, wednesday)).isZero();
    }

    @Test
    void whatAnAgencyRaisedBeforeTheMergerIsItsSuccessors() {
        LocalDateTime before = LocalDateTime.of(2025, 6, 16, 9, 0);
        Obstacle one = bench.raise("SNV", DECREE, "Điều 12", ObstacleCause.LAW, before);
        assertThat(one.handling().holder()).isEqualTo("STP");

        assertThat(bench.obstacles.find(one.code(), "SNV2").orElseThrow().raiser())
                .isTrue();
        assertThat(bench.obstacles.find(one.code(), "STP2").orElseThrow().holder())
                .isTrue();
        assertThat(bench.obstacles.page(
                        ObstacleFilter.of(bench.obstacles.with("STP2"), Side.HOLDER, ObstacleFilter.Span.OPEN, RAISED),
                        Optional.empty(),
                        10))
                .extracting(Obstacle::code)
                .containsExactly(one.code());
        assertThat(bench.obstacles.find(one.code(), "SNV").orElseThrow().concerns())
                .as("its history stays where it was")
                .isTrue();
        bench.watch(RAISED).tellLate();
        assertThat(late()).as("told today's heads").contains("head.STP2").doesNotContain("head.STP");
        assertThat(bench.classify(one, Urgency.ORDINARY, ObstacleCause.LAW, "STP2", RAISED)
                        .state())
                .as("whoever does the work goes on with it")
                .isEqualTo(ObstacleState.CLASSIFIED);
    }

    @Test
    void theRollUpNamesTheRuleThatBlocksMost() {
        bench.raise("P-AX", DECREE, "Điều 12", ObstacleCause.LAW, RAISED);
        bench.raise("X-VL", DECREE, "Điều 12", ObstacleCause.LAW, RAISED);
        Obstacle other = bench.raise("X-VL", "Thông tư 01/2018/TT-VPCP", "", ObstacleCause.PROCESS, RAISED);
        bench.classify(other, Urgency.ORDINARY, ObstacleCause.TECHNOLOGY, "STP2", at(1, 9));

        Obstacles.RollUp rollUp =
                bench.obstacles.rollUp(ObstacleFilter.of(Set.of(), Side.BOTH, ObstacleFilter.Span.ALL, at(3, 18)));

        assertThat(rollUp.rules()).extracting(Tally::key).containsExactly(DECREE, "Thông tư 01/2018/TT-VPCP");
        assertThat(rollUp.rules().get(0).article()).isEqualTo("Điều 12");
        assertThat(rollUp.rules().get(0).figures().all()).isEqualTo(2);
        assertThat(rollUp.rules().get(0).figures().late()).isEqualTo(2);
        assertThat(rollUp.causes()).extracting(Tally::key).containsExactly("LAW", "TECHNOLOGY");
    }

    @Test
    void theWholeProvinceIsCountedByState() {
        bench.raise("P-AX", DECREE, "Điều 12", ObstacleCause.LAW, RAISED);
        bench.raise("X-VL", DECREE, "Điều 12", ObstacleCause.LAW, RAISED);

        assertThat(states(ObstacleFilter.Span.ALL)).containsExactly(Map.entry(ObstacleState.RAISED, 2L));
        assertThat(states(ObstacleFilter.Span.OPEN)).containsExactly(Map.entry(ObstacleState.RAISED, 2L));
        assertThat(states(ObstacleFilter.Span.ENDED)).isEmpty();
    }

    private Map<ObstacleState, Long> states(ObstacleFilter.Span span) {
        return bench.obstacles.states(ObstacleFilter.of(Set.of(), Side.BOTH, span, at(3, 18)));
    }

    @Test
    void figuresOfThePeriodCountAnswersInTimeAndSatisfaction() {
        Obstacle inTime = answered(at(3, 9));
        bench.step(inTime, ObstacleAction.SATISFY, "P-AX", at(3, 10));
        Obstacle late = answered(at(16, 9));
        bench.step(late, ObstacleAction.DISSATISFY, "P-AX", at(16, 10));
        ObstacleIndicators indicators = new ObstacleIndicators(bench.obstacles, ObstacleBench.noon("2026-12-20"));

        List<IndicatorValue> values = indicators.values(
                List.of(ObstacleIndicators.ON_TIME, ObstacleIndicators.SATISFIED, "steering.unknown"),
                "STP2",
                Period.year(2026));

        assertThat(values)
                .extracting(one -> one.value().orElseThrow().toPlainString())
                .containsExactly("50.00", "50.00");
        assertThat(indicators
                        .values(List.of(ObstacleIndicators.RAISED), "P-AX", Period.year(2026))
                        .get(0)
                        .value()
                        .orElseThrow()
                        .intValue())
                .isEqualTo(2);
        assertThat(indicators
                        .values(List.of(ObstacleIndicators.ON_TIME), "STP2", Period.year(2025))
                        .get(0)
                        .value())
                .as("nothing to measure is not zero")
                .isEmpty();
    }

    private Obstacle answered(LocalDateTime when) {
        Obstacle one = bench.classify(raise(), Urgency.ORDINARY, ObstacleCause.LAW, "STP2", at(1, 9));
        bench.step(one, ObstacleAction.DRAFT, "STP2", when);
        return bench.step(one, ObstacleAction.ANSWER, "STP2", when);
    }

    @Test
    void othersHearOfWhatIsRaisedAndAnswered() {
        answered(at(3, 9));

        assertThat(bench.events)
                .extracting(ModuleEvent::type)
                .containsExactly("steering.obstacle-raised", "steering.obstacle-answered");
        assertThat(bench.events.get(0).detail()).doesNotContain("Nội dung");
    }

    @Test
    void theHomePageShowsWhatWaitsForTheReader() {
        raise();
        answered(at(3, 9));
        Actor reader = new Actor(
                "officer",
                "Nguyễn Văn An",
                Set.of(),
                Map.of("STP2", Set.of("steering.read"), "P-AX", Set.of("steering.read")));
        ObstacleCards cards = new ObstacleCards(bench.obstacles);

        assertThat(cards.cards(reader, "STP2", at(4, 9)))
                .extracting(Card::kind, Card::address)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Card.Kind.LATE, "/STP2/steering/obstacles?side=HOLDER&late=1"));
        assertThat(cards.cards(reader, "P-AX", at(4, 9)))
                .extracting(Card::address)
                .containsExactly("/P-AX/steering/obstacles?side=RAISER&state=ANSWERED");
        assertThat(cards.cards(reader, "SNV2", at(4, 9))).isEmpty();
    }

    @Test
    void isFoundByTheRuleItNamesAndOnlyByTheAgenciesOfIt() {
        Obstacle one = raise();
        ObstacleSearch search = new ObstacleSearch(bench.obstacles, ObstacleBench.noon("2026-12-01"));
        Actor reader = new Actor("officer", "Nguyễn Văn An", Set.of(), Map.of());

        assertThat(search.search(reader, "P-AX", new SearchWords("nghi dinh 61", Optional.empty(), 5))
                        .findings())
                .extracting(SearchFindings.Finding::code)
                .containsExactly(one.code());
        assertThat(search.search(reader, "STC2", new SearchWords("nghi dinh 61", Optional.empty(), 5))
                        .findings())
                .isEmpty();
    }

    @Test
    void twoWhoActAtOnceDoNotOverwriteEachOther() {
        Obstacle seen = raise();
        bench.classify(seen, Urgency.URGENT, ObstacleCause.LAW, "STP2", at(1, 9));

        assertThatThrownBy(() -> bench.desk.act(
                        seen, ObstacleStep.of(ObstacleAction.NOTE, "x"), ObstacleBench.act("P-AX", at(1, 10))))
                .isInstanceOf(StaleRecordException.class);
        assertThatThrownBy(() -> bench.step(seen, ObstacleAction.ANSWER, "STP2", at(1, 10)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(bench.fresh(seen).state()).isEqualTo(ObstacleState.CLASSIFIED);
    }

    private Obstacle raise() {
        return bench.raise("P-AX", DECREE, "Điều 12", ObstacleCause.LAW, RAISED);
    }

    /** A time in December 2026. */
    private static LocalDateTime at(int day, int hour) {
        return LocalDateTime.of(2026, 12, day, hour, 0);
    }
}
