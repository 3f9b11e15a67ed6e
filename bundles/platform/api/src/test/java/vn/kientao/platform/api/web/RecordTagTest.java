package vn.kientao.platform.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTagTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"7\" | true",
                "\"7.00ff\" | true",
                "* | true",
                "\"6\", \"7.ab\" | true",
                "\"70\" | false",
                "\"77.ab\" | false",
                "W/\"7\" | false",
                "7 | false",
                "\"7.ab | false",
                "\"\" | false"
            })
    void whoChangesARecordMustHaveSeenItsVersion(String header, boolean seen) {
        assertThat(new RecordTag(7).isIn(header)).isEqualTo(seen);
    }

    @Test
    void theSameVersionShownInTwoWaysHasTwoTags() {
        String whole = tag("{\"name\":\"Nguyễn Thị An\"}");
        String masked = tag("{\"name\":\"N*** T** A\"}");

        assertThat(whole).startsWith("\"7.").endsWith("\"").isNotEqualTo(masked);
        assertThat(tag("{\"name\":\"Nguyễn Thị An\"}")).isEqualTo(whole);
        assertThat(RecordTag.isKnown(whole, masked)).isFalse();
        assertThat(RecordTag.isKnown("\"1\", W/" + whole, whole)).isTrue();
        assertThat(RecordTag.isKnown("*", whole)).isTrue();
    }

    private static String tag(String body) {
        return RecordTag.completed(new RecordTag(7).text(), body.getBytes(StandardCharsets.UTF_8));
    }
}
