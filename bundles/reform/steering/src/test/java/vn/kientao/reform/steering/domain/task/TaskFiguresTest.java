package vn.kientao.reform.steering.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TaskFiguresTest {

    /** Report 1270/BC-TCTTTg of 27 December 2017: 21,914 tasks. */
    @Test
    void reproducesTheFiguresOfTheReportOf2017() {
        TaskFigures figures = new TaskFigures(14_068, 1_983, 5_640, 223, 0, 0);

        assertThat(figures.all()).isEqualTo(21_914);
        assertThat(figures.done()).isEqualTo(16_051);
        assertThat(figures.completionRate()).contains(new BigDecimal("98.63"));
        assertThat(figures.overdueRate()).contains(new BigDecimal("1.37"));
    }

    @Test
    void leavesWhatIsNotYetDueOutOfBothRates() {
        assertThat(new TaskFigures(0, 0, 12, 0, 3, 4).completionRate()).isEmpty();
        assertThat(new TaskFigures(1, 0, 1_000, 1, 0, 0).completionRate()).contains(new BigDecimal("50.00"));
    }
}
