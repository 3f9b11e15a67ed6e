package vn.kientao.reform.procedures.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kientao.platform.api.time.TimeLimit;

class DeadlineTest {

    @ParameterizedTest
    @CsvSource({
        "5, WORKING_DAY, 5, WORKING_DAY",
        "30, CALENDAR_DAY, 30, CALENDAR_DAY",
        "8, WORKING_HOUR, 8, WORKING_HOUR",
        "6, MONTH, 6, MONTH",
        "2, WEEK, 14, CALENDAR_DAY",
        "1, YEAR, 12, MONTH",
        "3.0, WORKING_DAY, 3, WORKING_DAY"
    })
    void becomesATimeLimit(BigDecimal value, DeadlineUnit unit, int amount, TimeLimit.Unit counted) {
        Deadline deadline = Deadline.of(value, unit, "as published");

        assertThat(deadline.computable()).isTrue();
        assertThat(deadline.limit()).contains(new TimeLimit(amount, counted));
    }

    @ParameterizedTest
    @CsvSource({"0, WORKING_DAY", "1.5, WORKING_DAY", "8, HOUR", "30, MINUTE", "1, QUARTER", "100000, CALENDAR_DAY"})
    void isNeverComputedFromWhatTheLawDoesNotCount(BigDecimal value, DeadlineUnit unit) {
        assertThat(Deadline.of(value, unit, "as published").computable()).isFalse();
    }

    @Test
    void isNeverComputedWithoutAUnit() {
        Deadline deadline = new Deadline(BigDecimal.ONE, null, false, "1");

        assertThat(deadline.number()).contains(BigDecimal.ONE);
        assertThat(deadline.counts()).isEmpty();
        assertThat(deadline.computable()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(DeadlineUnit.class)
    void isNeverComputedWhenItsNoteContradictsIt(DeadlineUnit unit) {
        assertThat(Deadline.of(BigDecimal.TEN, unit, "10").dispute().limit()).isEmpty();
    }

    @Test
    void refusesAUnitThatCountsNothing() {
        assertThatThrownBy(() -> new Deadline(null, DeadlineUnit.MONTH, false, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MONTH");
    }
}
