package vn.kientao.reform.procedures.domain.simplification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostTest {

    @Test
    void aTaskCostsHoursTimesPeopleTimesIncomeAndWhateverIsPaid() {
        CostTask task = new CostTask(
                "Chuẩn bị hồ sơ", new BigDecimal("1.5"), new BigDecimal("2"), 40_000, 5_000, 15_000, 1_000);

        assertThat(task.cost()).isEqualByComparingTo("141000");
    }

    /** Hà Nội, decision 1811, procedure 2.000635: 1,024,000 → 231,000 đồng a case, 3,228 subjects a year. */
    @Test
    void countsAsAPublishedDecisionDoes() {
        Cost before = cost(1_024_000, 3_228);
        Cost after = cost(231_000, 3_228);

        assertThat(Cost.change(before, after)).isEqualByComparingTo("-77.44");
        assertThat(before.year()).isEqualByComparingTo("3305472000");
        assertThat(after.year()).isEqualByComparingTo("745668000");
    }

    @Test
    void aYearIsOneCaseTimesItsVolume() {
        Cost cost = new Cost(List.of(paid(10_000)), new BigDecimal("2.5"), 100);

        assertThat(cost.year()).isEqualByComparingTo("2500000");
    }

    @Test
    void whatCostNothingBeforeHasNoChange() {
        assertThat(Cost.change(cost(0, 5), cost(1_000, 5))).isEqualByComparingTo("0");
    }

    @Test
    void refusesAmountsBelowNothing() {
        assertThatThrownBy(() -> paid(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CostTask(" ", BigDecimal.ONE, BigDecimal.ONE, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Cost cost(long oneCase, long subjects) {
        return new Cost(List.of(paid(oneCase)), BigDecimal.ONE, subjects);
    }

    private static CostTask paid(long amount) {
        return new CostTask("Nộp hồ sơ", BigDecimal.ZERO, BigDecimal.ONE, 0, 0, 0, amount);
    }
}
