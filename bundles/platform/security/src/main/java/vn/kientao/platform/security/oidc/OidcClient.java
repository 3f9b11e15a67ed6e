package vn.kientao.platform.security.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Talks to one provider: where to send people, and who somebody is that comes back with a code. */
final class OidcClient {
    private static final Duration KEPT = Duration.ofHours(1);

    private final OidcProvider provider;
    private final OidcHttp http;
    private final Clock clock;
    private @Nullable Known known;

    OidcClient(OidcProvider provider, OidcHttp http, Clock clock) {
        this.provider = provider;
        this.http = http;
        this.clock = clock;
    }

    private record Known(ProviderMetadata metadata, ProviderKeys keys, Instant until) {}

    /** Where the provider asks who it is. */
    URI authorization(OidcFlow flow, String redirect) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", provider.clientId());
        query.put("redirect_uri", redirect);
        query.put("scope", "openid");
        query.put("state", flow.state());
        query.put("nonce", flow.nonce());
        query.put("code_challenge", flow.challenge());
        query.put("code_challenge_method", "S256");
        return with(known().metadata().authorization(), query);
    }

    /** Who came back with the code: the subject of a token that fits in every point. */
    String subject(OidcFlow flow, String code, String redirect) {
        Known now = known();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirect);
        form.put("code_verifier", flow.verifier());
        form.put("client_id", provider.clientId());
        JsonNode answer = ProviderMetadata.json(http.post(now.metadata().token(), encoded(form), authorization()));
        IdTokens.Expected expected = new IdTokens.Expected(
                provider.issuer(),
                provider.clientId(),
                flow.nonce(),
                answer.path("access_token").asText(""),
                clock.instant());
        return IdTokens.subject(answer.path("id_token").asText(""), expected, now.keys());
    }

    /** Where the provider ends its own session, if it offers that. */
    Optional<URI> endSession(String back) {
        return known().metadata()
                .endSession()
                .map(address ->
                        with(address, Map.of("client_id", provider.clientId(), "post_logout_redirect_uri", back)));
    }

    private synchronized Known known() {
        Instant now = clock.instant();
        Known present = known;
        if (present == null || present.until().isBefore(now)) {
            ProviderMetadata metadata = ProviderMetadata.discover(http, provider.issuer());
            present = new Known(metadata, new ProviderKeys(http, metadata.keys(), clock), now.plus(KEPT));
            known = present;
        }
        return present;
    }

    private String authorization() {
        if (provider.secret().isEmpty()) {
            return "";
        }
        String pair = encode(provider.clientId()) + ":" + encode(provider.secret());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static URI with(URI address, Map<String, String> query) {
        String sign = address.getRawQuery() == null ? "?" : "&";
        return URI.create(address + sign + encoded(query));
    }

    private static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
