package vn.kientao.platform.security.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Optional;

/** What a provider says of itself under {@code /.well-known/openid-configuration}. */
record ProviderMetadata(URI authorization, URI token, URI keys, Optional<URI> endSession) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ProviderMetadata discover(OidcHttp http, String issuer) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        JsonNode said = json(http.get(URI.create(base + "/.well-known/openid-configuration")));
        if (!issuer.equals(said.path("issuer").asText())) {
            throw new OidcException(
                    "discovery names the issuer " + said.path("issuer") + " (expected: " + issuer + ")");
        }
        return new ProviderMetadata(
                address(said, "authorization_endpoint"),
                address(said, "token_endpoint"),
                address(said, "jwks_uri"),
                said.hasNonNull("end_session_endpoint")
                        ? Optional.of(address(said, "end_session_endpoint"))
                        : Optional.empty());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new OidcException("an answer that is no JSON", e);
        }
    }

    private static URI address(JsonNode said, String name) {
        try {
            return OidcHttp.safe(URI.create(said.path(name).asText()));
        } catch (IllegalArgumentException e) {
            throw new OidcException("discovery without " + name, e);
        }
    }
}
