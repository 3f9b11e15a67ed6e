package vn.kientao.platform.web.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kientao.platform.api.outbound.OutboundRefusedException;

class AllowListTest {
    private static final Map<String, String[]> NAMES = Map.of(
            "modules.example.vn", new String[] {"203.162.4.1"},
            "a.partner.vn", new String[] {"203.162.4.2"},
            "turned.example.vn", new String[] {"127.0.0.1"},
            "mixed.example.vn", new String[] {"203.162.4.3", "10.0.0.1"},
            "sso.example.vn", new String[] {"10.1.2.3"},
            "everybody.example.vn", new String[] {"0.0.0.0"});

    private final AllowList list = new AllowList(
            new HostList("modules.example.vn:443, turned.example.vn", "mixed.example.vn *.partner.vn"),
            new HostList("sso.example.vn, everybody.example.vn"),
            AllowListTest::addresses);

    private static InetAddress[] addresses(String host) throws IOException {
        String[] known = NAMES.getOrDefault(host.toLowerCase(Locale.ROOT), new String[0]);
        InetAddress[] addresses = new InetAddress[known.length];
        for (int i = 0; i < known.length; i++) {
            addresses[i] = InetAddress.getByName(known[i]);
        }
        return addresses;
    }

    @Test
    void aNamedHostIsCalledAtTheAddressThatWasLookedAt() throws IOException {
        assertThat(list.check("modules.example.vn", 443)).isEqualTo(InetAddress.getByName("203.162.4.1"));
        assertThat(list.check("A.Partner.VN", 8443)).isEqualTo(InetAddress.getByName("203.162.4.2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other.example.vn",
                "example.vn",
                "partner.vn",
                "a.partner.vn.evil.vn",
                "evilpartner.vn",
                "127.0.0.1"
            })
    void anyOtherHostIsNot(String host) {
        assertThatThrownBy(() -> list.check(host, 443))
                .isInstanceOf(OutboundRefusedException.class)
                .hasMessageContaining(host)
                .hasMessageContaining("vn.kientao.outbound.cfg");
    }

    @Test
    void norIsAnotherPortOfAHostNamedWithOne() {
        assertThatThrownBy(() -> list.check("modules.example.vn", 22)).isInstanceOf(OutboundRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"turned.example.vn", "mixed.example.vn"})
    void aNameThatLeadsInsideIsRefused(String host) {
        assertThatThrownBy(() -> list.check(host, 80))
                .isInstanceOf(OutboundRefusedException.class)
                .hasMessageContaining("internalHosts");
    }

    @Test
    void machinesOfTheOwnNetworkAreCalledWhenTheyAreNamedAsSuch() throws IOException {
        assertThat(list.check("sso.example.vn", 443)).isEqualTo(InetAddress.getByName("10.1.2.3"));
        assertThatThrownBy(() -> list.check("everybody.example.vn", 443)).isInstanceOf(OutboundRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.vn", "*", "a.*.vn", "host:port", "user@host"})
    void aLineThatNamesNoHostIsSaidToBeWrong(String line) {
        assertThatThrownBy(() -> new HostList(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: host, host:port or *.domain");
    }
}
