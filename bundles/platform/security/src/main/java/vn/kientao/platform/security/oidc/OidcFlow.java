package vn.kientao.platform.security.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.factor.SecretBox;

/**
 * A sign-in that is under way at a provider. It travels in a sealed cookie, so that no node has to remember it and it ends
 * in the browser in which it began.
 *
 * @param verifier whose hash the provider got (PKCE)
 * @param next where to go afterwards
 * @param account that is to be linked; 0 when somebody signs in
 */
record OidcFlow(
        String provider, String state, String nonce, String verifier, String next, long account, long expiresAt) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PURPOSE = "oidc flow";
    private static final long GOOD_FOR_SECONDS = 600;

    static OidcFlow begin(String provider, String next, long account, Instant now) {
        return new OidcFlow(
                provider,
                Secrets.token(),
                Secrets.token(),
                Secrets.token(),
                next,
                account,
                now.getEpochSecond() + GOOD_FOR_SECONDS);
    }

    /** The code challenge of the verifier, method S256. */
    String challenge() {
        byte[] hash = Secrets.sha256(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    String sealed(SecretBox box) {
        try {
            return box.lock(JSON.writeValueAsBytes(this), PURPOSE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a flow could not be written", e);
        }
    }

    /** The flow of a cookie; empty when it is not one of ours or has ended. */
    static Optional<OidcFlow> open(SecretBox box, String cookie, Instant now) {
        try {
            return box.open(cookie, PURPOSE)
                    .map(OidcFlow::read)
                    .filter(flow -> flow.expiresAt() > now.getEpochSecond());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static OidcFlow read(byte[] json) {
        try {
            return JSON.readValue(json, OidcFlow.class);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a sealed flow could not be read", e);
        }
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "OidcFlow at " + provider;
    }
}
