package vn.kientao.reform.procedures.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.app.importing.Reason;
import vn.kientao.reform.procedures.domain.dossierimport.RowFault;

/** Every reason that reaches a person has a sentence in both languages. */
class MessageKeysTest {

    private static final TextBundle TEXTS = TextBundle.of(GapKind.class);

    static Stream<String> keys() {
        return Stream.of(
                        Arrays.stream(GapKind.values()).map(GapKind::key),
                        Arrays.stream(Reason.values()).map(Reason::key),
                        Arrays.stream(RowFault.Reason.values()).map(RowFault.Reason::key))
                .flatMap(keys -> keys);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void hasASentenceInBothLanguages(String key) {
        LocalText sentence = TEXTS.text(key, "1", "2");

        assertThat(sentence.vi()).isNotBlank().doesNotContain(key).endsWith(".");
        assertThat(sentence.en()).isNotBlank().doesNotContain(key).endsWith(".").isNotEqualTo(sentence.vi());
    }
}
