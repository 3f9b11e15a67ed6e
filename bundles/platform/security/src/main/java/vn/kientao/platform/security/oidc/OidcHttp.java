package vn.kientao.platform.security.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/**
 * Asks providers. Answers are small and quick or they are none; redirects are not followed; without TLS only the same
 * machine is asked.
 */
final class OidcHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST = 256 * 1024;
    private static final Set<String> SAME_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    String get(URI address) {
        return send(HttpRequest.newBuilder(safe(address)).header("Accept", "application/json"));
    }

    /** @param authorization the header that names the client; empty for a public one */
    String post(URI address, String form, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(safe(address))
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(request);
    }

    static URI safe(URI address) {
        boolean tls = "https".equals(address.getScheme());
        boolean near = "http".equals(address.getScheme()) && SAME_MACHINE.contains(address.getHost());
        if (!tls && !near) {
            throw new OidcException("address " + address + " (expected: https)");
        }
        return address;
    }

    private String send(HttpRequest.Builder request) {
        HttpRequest asked = request.timeout(PATIENCE).build();
        try {
            HttpResponse<InputStream> answer = client.send(asked, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(LONGEST);
                if (answer.statusCode() != 200) {
                    throw new OidcException(asked.uri() + " answered with " + answer.statusCode());
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new OidcException(asked.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OidcException("interrupted while asking " + asked.uri(), e);
        }
    }
}
