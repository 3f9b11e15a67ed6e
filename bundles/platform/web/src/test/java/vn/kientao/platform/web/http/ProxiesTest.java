package vn.kientao.platform.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.255.3, true",
        "10.1.0.0/16, 10.2.0.1, false",
        "10.1.0.5, 10.1.0.5, true",
        "10.1.0.5, 10.1.0.6, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "::1, ::1, true",
        "::1, [::1], true",
        "::1, 127.0.0.1, false",
        "2001:db8::/32, 2001:db8:1::7, true",
        "2001:db8::/32, 2001:db9::7, false",
        "10.0.0.0/8, kientao.example, false",
        "10.0.0.0/8, 10.0.0.0.1, false",
        "10.0.0.0/8, '', false"
    })
    void trustsAddressesInItsRanges(String range, String address, boolean trusted) {
        assertThat(AddressRange.parse(range).contains(address)).isEqualTo(trusted);
    }

    @Test
    void saysWhichRangeIsWrittenWrong() {
        assertThatThrownBy(() -> AddressRange.parse("proxy.example"))
                .hasMessageContaining("proxy.example")
                .hasMessageContaining("expected");
    }

    @ParameterizedTest
    @CsvSource({
        "false, localhost:8181, http://localhost:8181, true",
        "false, kientao.example, http://kientao.example:80, true",
        "true, kientao.example:443, https://Kientao.Example, true",
        "true, kientao.example, http://kientao.example, false",
        "false, localhost:8181, http://localhost:8182, false",
        "false, localhost:8181, null, false"
    })
    void knowsItsOwnOrigin(boolean secure, String authority, String origin, boolean same) {
        assertThat(new Origin(secure, authority, "127.0.0.1").isSame(origin)).isEqualTo(same);
    }
}
