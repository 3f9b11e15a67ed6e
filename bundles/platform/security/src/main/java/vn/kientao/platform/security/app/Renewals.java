package vn.kientao.platform.security.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import vn.kientao.platform.security.domain.Secrets;

/**
 * Sessions that have just got another id. Requests that were under way with the old one, and a browser whom the answer
 * with the new one did not reach, are served for half a minute more; a form that is being sent is not lost.
 */
final class Renewals {
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final ConcurrentMap<String, Renewed> byOldId = new ConcurrentHashMap<>();

    private record Renewed(String token, Instant until) {}

    void add(String oldId, String token, Instant now) {
        byOldId.put(oldId, new Renewed(token, now.plus(GRACE)));
    }

    /** The id under which the session is kept now. */
    String present(String id, Instant now) {
        return tokenFor(id, now).map(Secrets::hash).orElse(id);
    }

    /** The token that has taken the place of the one with this id. */
    Optional<String> tokenFor(String id, Instant now) {
        return Optional.ofNullable(byOldId.get(id))
                .filter(renewed -> now.isBefore(renewed.until()))
                .map(Renewed::token);
    }

    void tidy(Instant now) {
        byOldId.values().removeIf(renewed -> !now.isBefore(renewed.until()));
    }
}
