package vn.kientao.platform.security.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.api.security.Tokens;
import vn.kientao.platform.security.app.SessionRegister;
import vn.kientao.platform.security.app.Trace;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.store.SecurityStore;
import vn.kientao.platform.security.store.TokenRepository;
import vn.kientao.platform.security.store.TokenRepository.StoredToken;

/**
 * Access tokens: {@code kt_} and 256 random bits, of which only the hash is kept. What was looked up serves for five
 * seconds, so a revocation on another node is felt within that time; one on this node at once.
 */
@Component(service = {Tokens.class, AccessTokens.class})
public final class AccessTokens implements Tokens {
    /** No token lasts longer. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final Logger log = LoggerFactory.getLogger(AccessTokens.class);
    private static final String PREFIX = "kt_";
    private static final Pattern SHAPE = Pattern.compile("kt_[A-Za-z0-9_-]{43}");
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration WRITE_USED_EVERY = Duration.ofMinutes(1);

    private final SecurityStore store;
    private final SessionRegister sessions;
    private final AuditTrail audit;
    private final Clock clock;
    private final TokenRepository tokens = new TokenRepository();
    private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();

    @Activate
    public AccessTokens(
            @Reference SecurityStore store,
            @Reference SessionRegister sessions,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    private record Known(Session session, Instant expiresAt, Instant loadedAt) {}

    /**
     * What a new token is to be.
     *
     * @param scopes names of permissions; what the owner does not hold is left out at every use
     * @param agency code of the one agency it is good for; empty for all of the owner's
     * @param lasts at most {@link #LONGEST}
     */
    public record Wanted(String name, Set<String> scopes, Optional<String> agency, Duration lasts) {
        public Wanted {
            scopes = Set.copyOf(scopes);
            if (lasts.isNegative() || lasts.isZero() || lasts.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("token for " + lasts + " (expected: up to " + LONGEST + ")");
            }
            if (scopes.isEmpty()) {
                throw new IllegalArgumentException("token without scope (expected: at least one permission)");
            }
        }
    }

    /** Makes a token for an account and returns it; it is kept nowhere and can be shown only now. */
    public String create(long account, Wanted wanted, Trace trace) {
        String token = PREFIX + Secrets.token();
        Instant now = clock.instant();
        StoredToken stored = new StoredToken(
                Secrets.hash(token),
                account,
                wanted.name(),
                wanted.scopes(),
                wanted.agency(),
                now,
                now.plus(wanted.lasts()),
                now);
        return store.write(handle -> {
            String by = trace.entry("security.token-add", "account", "", "").account();
            tokens.add(handle, stored, by);
            audit.record(handle, trace.entry("security.token-add", "account", String.valueOf(account), ""));
            return token;
        });
    }

    @Override
    public Optional<Session> find(String token) {
        if (!SHAPE.matcher(token).matches()) {
            return Optional.empty();
        }
        String id = Secrets.hash(token);
        Instant now = clock.instant();
        Known present = known.get(id);
        if (present != null && now.isBefore(present.loadedAt().plus(FRESH)) && now.isBefore(present.expiresAt())) {
            return Optional.of(present.session());
        }
        known.values().removeIf(old -> old.loadedAt().plus(FRESH).isBefore(now));
        Optional<StoredToken> stored =
                store.read(handle -> tokens.find(handle, id)).filter(one -> now.isBefore(one.expiresAt()));
        Optional<Session> session = stored.flatMap(one -> store.read(handle -> session(handle, one)));
        session.ifPresent(found -> remember(stored.orElseThrow(), found, now));
        return session;
    }

    private Optional<Session> session(Handle handle, StoredToken token) {
        return sessions.actor(handle, token.account()).map(owner -> {
            Actor actor = TokenScope.cut(owner, token.scopes(), token.agency());
            return new Session("token " + token.id(), actor, "", Optional.empty());
        });
    }

    private void remember(StoredToken token, Session session, Instant now) {
        known.put(token.id(), new Known(session, token.expiresAt(), now));
        if (token.usedAt().plus(WRITE_USED_EVERY).isAfter(now)) {
            return;
        }
        try {
            store.write(handle -> {
                tokens.used(handle, token.id(), now);
                return true;
            });
        } catch (DatabaseException e) {
            log.warn("The use of a token could not be written down: {}", e.getMessage());
        }
    }

    public List<StoredToken> of(long account) {
        return store.read(handle -> tokens.of(handle, account));
    }

    /** Everybody's tokens made before a moment, newest first. */
    public List<StoredToken> before(Instant before, int limit) {
        return store.read(handle -> tokens.before(handle, before, limit));
    }

    /** Revokes a token of the account; false when it has none with that id. */
    public boolean revoke(long account, String id, Trace trace) {
        boolean revoked = store.write(handle -> {
            boolean own = tokens.find(handle, id)
                    .filter(token -> token.account() == account)
                    .isPresent();
            if (own) {
                tokens.remove(handle, id);
                audit.record(handle, trace.entry("security.token-remove", "account", String.valueOf(account), ""));
            }
            return own;
        });
        known.remove(id);
        return revoked;
    }

    /** The permissions that somebody could give to a token: all that he or she holds anywhere. */
    public static Set<String> offered(Actor actor) {
        Set<String> held = new HashSet<>(actor.everywhere());
        actor.byAgency().values().forEach(held::addAll);
        return held;
    }
}
