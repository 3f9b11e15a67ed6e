package vn.kientao.reform.steering.domain.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.text.LocalText;

class ProgressTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 30, 12, 0);

    @Test
    void aTargetIsBehindOnlyWhenTheYearOfWhatIsMissingHasCome() {
        Target target = target(true, Map.of(2025, 80, 2030, 90));

        assertThat(entered(target, 2024, "75").state(2024)).isEqualTo(TargetState.UNDER_WAY);
        assertThat(entered(target, 2025, "75").state(2025)).isEqualTo(TargetState.BEHIND);
        assertThat(entered(target, 2025, "80").state(2025)).isEqualTo(TargetState.REACHED);
        assertThat(entered(target, 2025, "75").state(2026))
                .as("what was to be reached in 2025 still is not")
                .isEqualTo(TargetState.BEHIND);
        assertThat(entered(target, 2026, "85").state(2026)).isEqualTo(TargetState.UNDER_WAY);
        assertThat(entered(target, 2026, "90").state(2026)).isEqualTo(TargetState.REACHED);
        assertThat(entered(target, 2026, "85").state(2031))
                .as("after the last year the last value counts")
                .isEqualTo(TargetState.BEHIND);
        assertThat(new Progress(target, List.of(), List.of()).state(2026)).isEqualTo(TargetState.NO_DATA);
        assertThat(entered(target, 2026, "85").state(2025))
                .as("what came later says nothing about a year")
                .isEqualTo(TargetState.NO_DATA);
    }

    @Test
    void ofATargetAtMostLessIsBetter() {
        Target target = target(false, Map.of(2026, 10));

        assertThat(entered(target, 2026, "10").state(2026)).isEqualTo(TargetState.REACHED);
        assertThat(entered(target, 2026, "10.01").state(2026)).isEqualTo(TargetState.BEHIND);
    }

    @Test
    void whatAModuleCountedComesBeforeWhatWasEnteredUnlessItHadNothingToCount() {
        Target target = target(true, Map.of(2026, 90));
        ActualValue half = value(2026, TargetPeriod.HALF_YEAR, "70");
        ActualValue nine = value(2026, TargetPeriod.NINE_MONTHS, "80");
        CountedValue counted = counted(2026, part("A", 8, 10), part("B", 1, 10), part("C", 0, 0));

        Progress.Actual actual = new Progress(target, List.of(nine, half), List.of(counted))
                .by(2026)
                .orElseThrow();
        assertThat(actual.counted()).isTrue();
        assertThat(actual.amount()).as("9 of 20, not the mean").isEqualByComparingTo("45");
        assertThat(actual.asOf()).isEqualTo(LocalDate.of(2026, 11, 30));

        Progress.Actual entered = new Progress(target, List.of(nine, half), List.of(counted(2026, part("C", 0, 0))))
                .by(2026)
                .orElseThrow();
        assertThat(entered.counted()).isFalse();
        assertThat(entered.amount()).as("the longest period").isEqualByComparingTo("80");
    }

    @Test
    void countsOfAgenciesAreAddedUp() {
        CountedValue counted = counted(
                2026,
                new CountedValue.Part("A", Optional.of(BigDecimal.TEN), OptionalLong.empty(), OptionalLong.empty(), ""),
                new CountedValue.Part("B", Optional.of(BigDecimal.ONE), OptionalLong.empty(), OptionalLong.empty(), ""),
                new CountedValue.Part("C", Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), ""));

        assertThat(counted.amount()).hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("11"));
    }

    @Test
    void aCorrectionSaysWhy() {
        assertThatThrownBy(() -> new ActualValue(
                        0,
                        2026,
                        TargetPeriod.YEAR,
                        2,
                        Optional.of(BigDecimal.ONE),
                        NOON.toLocalDate(),
                        "",
                        "",
                        " ",
                        "A",
                        "x",
                        NOON))
                .hasMessage("reason of edition 2 (expected: not blank)");
    }

    private static Progress entered(Target target, int year, String amount) {
        return new Progress(target, List.of(value(year, TargetPeriod.YEAR, amount)), List.of());
    }

    private static ActualValue value(int year, TargetPeriod period, String amount) {
        return new ActualValue(
                0,
                year,
                period,
                1,
                Optional.of(new BigDecimal(amount)),
                period.end(year),
                "",
                "Báo cáo",
                "",
                "A",
                "x",
                NOON);
    }

    private static CountedValue counted(int year, CountedValue.Part... parts) {
        return CountedValue.of(year, NOON.toLocalDate(), NOON, List.of(parts));
    }

    private static CountedValue.Part part(String agency, long part, long whole) {
        Optional<BigDecimal> amount =
                whole == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(100.0 * part / whole));
        return new CountedValue.Part(agency, amount, OptionalLong.of(part), OptionalLong.of(whole), "");
    }

    private static Target target(boolean atLeast, Map<Integer, Integer> values) {
        Map<Integer, BigDecimal> amounts = new HashMap<>();
        values.forEach((year, amount) -> amounts.put(year, BigDecimal.valueOf(amount)));
        return new Target(
                1,
                1,
                "t",
                "procedures",
                LocalText.same("Mục tiêu"),
                "%",
                atLeast,
                Optional.empty(),
                Optional.empty(),
                "",
                "Nghị quyết",
                LocalDate.of(2021, 1, 1),
                Optional.empty(),
                amounts);
    }
}
