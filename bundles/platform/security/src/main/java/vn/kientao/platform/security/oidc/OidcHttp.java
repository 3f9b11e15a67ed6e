package vn.kientao.platform.security.oidc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import vn.kientao.platform.api.outbound.OutboundCall;
import vn.kientao.platform.api.outbound.OutboundHttp;

/**
 * Asks providers. Answers are small and quick or they are none; redirects are not followed; without TLS only the same
 * machine is asked.
 */
final class OidcHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST = 256 * 1024;
    private static final Set<String> SAME_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final OutboundHttp outbound;

    OidcHttp(OutboundHttp outbound) {
        this.outbound = outbound;
    }

    String get(URI address) {
        return send(OutboundCall.get(safe(address)));
    }

    /** @param authorization the header that names the client; empty for a public one */
    String post(URI address, String form, String authorization) {
        OutboundCall call = OutboundCall.post(safe(address), "application/x-www-form-urlencoded", form);
        return send(authorization.isEmpty() ? call : call.header("Authorization", authorization));
    }

    static URI safe(URI address) {
        boolean tls = "https".equals(address.getScheme());
        boolean near = "http".equals(address.getScheme()) && SAME_MACHINE.contains(address.getHost());
        if (!tls && !near) {
            throw new OidcException("address " + address + " (expected: https)");
        }
        return address;
    }

    private String send(OutboundCall call) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            OutboundHttp.Answer answer =
                    outbound.send(call.header("Accept", "application/json").within(PATIENCE, LONGEST), body);
            if (answer.status() != 200) {
                throw new OidcException(call.address() + " answered with " + answer.status());
            }
            return body.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new OidcException(call.address() + " does not answer", e);
        }
    }
}
