package vn.kientao.reform.procedures.domain.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.Timing;

class ScoreCardTest {
    @Test
    void roundsAScoreToOneDecimalHalfUp() {
        assertThat(new Points(1, 1, 0).score()).contains(new BigDecimal("1.5"));
        assertThat(new Points(2, 1, 1).score()).contains(new BigDecimal("1.3"));
        assertThat(new Points(1, 0, 2).score()).contains(new BigDecimal("0.7"));
        assertThat(Points.NOTHING.score()).isEmpty();
    }

    @Test
    void countsAnIndexWithoutDataAsTheSettingSays() {
        Map<QualityIndex, Points> points = Map.of(
                QualityIndex.TOTAL_TIME, new Points(1, 0, 0),
                QualityIndex.OWN_TIME, new Points(1, 0, 0),
                QualityIndex.CONTACTS, new Points(1, 0, 0),
                QualityIndex.ATTITUDE, new Points(0, 1, 0));

        assertThat(card(points, EmptyIndex.ZERO).total()).contains(new BigDecimal("7.0"));
        assertThat(card(points, EmptyIndex.FULL).total()).contains(new BigDecimal("9.0"));
        // 7.0 of 8 points, stretched to 10: 8.75, half up.
        assertThat(card(points, EmptyIndex.LEAVE_OUT).total()).contains(new BigDecimal("8.8"));
        assertThat(card(Map.of(), EmptyIndex.FULL).total()).isEmpty();
    }

    @Test
    void findsTheClassByItsLowestTotal() {
        List<QualityClass> classes = List.of(of("0", "yếu"), of("3.5", "khá"), of("5", "tốt"));

        assertThat(card(Map.of(QualityIndex.TOTAL_TIME, new Points(1, 0, 0)), EmptyIndex.ZERO)
                        .among(classes))
                .map(one -> one.name().vi())
                .contains("yếu");
        assertThat(card(Map.of(QualityIndex.TOTAL_TIME, new Points(0, 1, 0)), EmptyIndex.LEAVE_OUT)
                        .among(classes))
                .map(one -> one.name().vi())
                .contains("tốt");
    }

    @Test
    void givesPointsBySettledDossiers() {
        Map<QualityIndex, Points> points = SettledLike.points(List.of(
                new SettledLike("", Timing.EARLY, 0, 6),
                new SettledLike("", Timing.ON_TIME, 1, 3),
                new SettledLike("", Timing.LATE, 2, 1)));

        assertThat(points.get(QualityIndex.TOTAL_TIME)).isEqualTo(new Points(6, 3, 1));
        assertThat(points.get(QualityIndex.CONTACTS)).isEqualTo(new Points(6, 3, 1));
        assertThat(points).doesNotContainKey(QualityIndex.BODIES);
    }

    @Test
    void ratesABodyByItsShares() {
        BodyFacts good = new BodyFacts(new Share(2, 10), new Share(3, 10), new Share(1, 5), 0);

        assertThat(good.spotPoints(20)).isEqualTo(Points.once(2));
        assertThat(good.spotPoints(50)).isEqualTo(Points.once(1));
        assertThat(good.onlinePoints(20, 30, 15)).isEqualTo(Points.once(2));
        assertThat(good.onlinePoints(40, 30, 15)).isEqualTo(Points.once(1));
        assertThat(good.onlinePoints(20, 60, 40)).isEqualTo(Points.once(0));
        assertThat(new BodyFacts(new Share(2, 10), new Share(3, 10), new Share(1, 5), 1).onlinePoints(20, 30, 15))
                .isEqualTo(Points.once(0));
        assertThat(new BodyFacts(new Share(0, 0), new Share(0, 0), new Share(0, 0), 0).onlinePoints(20, 30, 15))
                .isEqualTo(Points.NOTHING);
    }

    private static ScoreCard card(Map<QualityIndex, Points> points, EmptyIndex empty) {
        return new ScoreCard(QualityIndex.ofStaff(), points, empty);
    }

    private static QualityClass of(String least, String name) {
        return new QualityClass(new BigDecimal(least), LocalText.same(name));
    }
}
