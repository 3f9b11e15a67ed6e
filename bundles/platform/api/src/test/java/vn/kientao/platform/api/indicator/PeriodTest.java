package vn.kientao.platform.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class PeriodTest {
    @Test
    void namesThePeriodsOfReports() {
        assertThat(Period.quarter(2026, 3)).isEqualTo(new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)));
        assertThat(Period.firstMonths(2026, 6).to()).isEqualTo("2026-06-30");
        assertThat(Period.firstMonths(2026, 9).to()).isEqualTo("2026-09-30");
        assertThat(Period.year(2026).end()).isEqualTo("2027-01-01");
        assertThat(Period.month(YearMonth.of(2028, 2)).to()).isEqualTo("2028-02-29");
    }

    @Test
    void refusesWhatEndsBeforeItBegins() {
        assertThatThrownBy(() -> new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 31)))
                .hasMessageContaining("2026-02-01")
                .hasMessageContaining("2026-01-31");
        assertThatThrownBy(() -> Period.quarter(2026, 5)).hasMessageContaining("1 to 4");
    }
}
