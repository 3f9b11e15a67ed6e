package vn.kientao.reform.procedures.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.kientao.reform.procedures.domain.Step;

class StepsReaderTest {

    @Test
    void dividesNumberedSteps() {
        assertThat(StepsReader.read("Bước 1: Nộp hồ sơ.\n- Bước 2. Kiểm tra\nhồ sơ\nBước3: Trả kết quả"))
                .containsExactly(new Step(1, "Nộp hồ sơ."), new Step(2, "Kiểm tra\nhồ sơ"), new Step(3, "Trả kết quả"));
    }

    @Test
    void leavesWholeWhatStartsAgainOrSkips() {
        assertThat(StepsReader.read("Bước 1: A\nBước 1: B")).hasSize(1);
        assertThat(StepsReader.read("Bước 1: A\nBước 3: C")).hasSize(1);
        assertThat(StepsReader.read("a) Cấp mới\nBước 1: A\nBước 2: B"))
                .containsExactly(new Step(0, "a) Cấp mới\nBước 1: A\nBước 2: B"));
    }

    @Test
    void hasNoStepsWithoutText() {
        assertThat(StepsReader.read("")).isEmpty();
    }
}
