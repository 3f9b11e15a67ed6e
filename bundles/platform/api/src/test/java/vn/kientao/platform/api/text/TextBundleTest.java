package vn.kientao.platform.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextBundleTest {
    private final TextBundle texts = TextBundle.of(TextBundleTest.class);

    @Test
    void oneIsCountedInTheSingularWhereALanguageHasOne() {
        Texts english = texts.in(TextBundle.ENGLISH);

        assertThat(english.get("late", "1")).isEqualTo("1 day late");
        assertThat(english.get("late", 1)).isEqualTo("1 day late");
        assertThat(english.get("late", "0")).isEqualTo("0 days late");
        assertThat(english.get("late", "21")).isEqualTo("21 days late");
        assertThat(texts.in(TextBundle.VIETNAMESE).get("late", "1")).isEqualTo("Quá hạn 1 ngày");
    }

    @Test
    void whatIsPutInIsTakenAsItIs() {
        assertThat(texts.in(TextBundle.ENGLISH).get("late", "{1} $1")).isEqualTo("{1} $1 days late");
    }
}
