package vn.kientao.reform.procedures.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceTextsTest {

    @Test
    void hasTheSameFingerprintWhateverTheOrderOfFields() {
        Map<String, String> forth = new LinkedHashMap<>();
        forth.put("ma_thu_tuc", "1.001193");
        forth.put("ten_thu_tuc", "Khai sinh");
        Map<String, String> back = new LinkedHashMap<>();
        back.put("ten_thu_tuc", "Khai sinh");
        back.put("ma_thu_tuc", "1.001193");

        assertThat(SourceTexts.of(forth).fingerprint())
                .isEqualTo(SourceTexts.of(back).fingerprint())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void hasAnotherFingerprintWhenAWordMovesToAnotherField() {
        assertThat(SourceTexts.of(Map.of("a", "b")).fingerprint())
                .isNotEqualTo(SourceTexts.of(Map.of("b", "a")).fingerprint())
                .isNotEqualTo(SourceTexts.of(Map.of("a", "b", "c", "")).fingerprint());
    }

    @Test
    void doesNotCareWhereTheRecordWasFound() {
        Map<String, String> found = Map.of("ma_thu_tuc", "1.001193", "detail_url", "https://one", "formality_id", "1");
        Map<String, String> again = Map.of("ma_thu_tuc", "1.001193", "detail_url", "https://two", "ministry", "x");

        assertThat(SourceTexts.of(found).fingerprint())
                .isEqualTo(SourceTexts.of(again).fingerprint());
    }
}
