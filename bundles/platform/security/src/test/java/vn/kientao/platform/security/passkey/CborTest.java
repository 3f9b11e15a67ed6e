package vn.kientao.platform.security.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CborTest {

    @Test
    void readsTheExamplesOfTheStandard() {
        assertThat(read("1903e8")).isEqualTo(1000L);
        assertThat(read("3903e7")).isEqualTo(-1000L);
        assertThat(read("1b000000e8d4a51000")).isEqualTo(1000000000000L);
        assertThat(read("4401020304")).isEqualTo(new byte[] {1, 2, 3, 4});
        assertThat(read("62c3bc")).isEqualTo("ü");
        assertThat(read("8301820203820405")).isEqualTo(List.of(1L, List.of(2L, 3L), List.of(4L, 5L)));
        assertThat(read("a26161016162820203")).isEqualTo(Map.of("a", 1L, "b", List.of(2L, 3L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "19", "5f42010243030405ff", "9a7fffffff", "818181818181818181818100", "a2016001", "fb3ff199"
            })
    void refusesWhatBreaksOffOrHasNoEnd(String hex) {
        assertThatThrownBy(() -> read(hex)).isInstanceOf(PasskeyException.class);
    }

    private static Object read(String hex) {
        return Cbor.read(HexFormat.of().parseHex(hex), 0).value();
    }
}
