package vn.kientao.platform.security.oidc;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The keys of a provider, kept for ten minutes. A key that nobody knows is asked for at once, because providers change
 * keys, but not more than once in half a minute, so that made-up tokens do not become a flood.
 */
final class ProviderKeys {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final OidcHttp http;
    private final URI address;
    private final Clock clock;
    private JWKSet keys = new JWKSet();
    private Instant loadedAt = Instant.EPOCH;

    ProviderKeys(OidcHttp http, URI address, Clock clock) {
        this.http = http;
        this.address = address;
        this.clock = clock;
    }

    synchronized Optional<JWK> find(String id) {
        Instant now = clock.instant();
        if (loadedAt.plus(KEPT).isBefore(now)) {
            load(now);
        }
        if (keys.getKeyByKeyId(id) == null && !loadedAt.plus(PAUSE).isAfter(now)) {
            load(now);
        }
        return Optional.ofNullable(keys.getKeyByKeyId(id));
    }

    private void load(Instant now) {
        try {
            keys = JWKSet.parse(http.get(address));
            loadedAt = now;
        } catch (ParseException e) {
            throw new OidcException("malformed keys at " + address, e);
        }
    }
}
