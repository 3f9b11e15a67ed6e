package vn.kientao.platform.security.app;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.api.security.Sessions;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.store.SecretRepository;
import vn.kientao.platform.security.store.SecurityStore;
import vn.kientao.platform.security.store.SessionRepository;
import vn.kientao.platform.security.store.SessionRepository.StoredSession;
import vn.kientao.platform.security.store.SessionRepository.Whence;

/**
 * Sessions in the database, with a copy in memory that is at most five seconds old: a request costs no query, and what
 * another node changed is seen soon. When a session was last used is written at most once a minute, by a thread of its own.
 */
@Component(
        service = {Sessions.class, SessionRegister.class},
        configurationPid = "vn.kientao.security")
public final class SessionRegister implements Sessions {
    private static final Logger log = LoggerFactory.getLogger(SessionRegister.class);
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration WRITE_SEEN_EVERY = Duration.ofMinutes(1);
    private static final long UPKEEP_SECONDS = 20;

    private final SecurityStore store;
    private final Clock clock;
    private final Lifetime lifetime;
    private final SessionRepository sessions = new SessionRepository();
    private final Actors actors = new Actors();
    private final Duties duties;
    private final ConcurrentMap<String, LiveSession> live = new ConcurrentHashMap<>();
    private final Renewals renewals = new Renewals();
    private final byte[] visitorKey;
    private final ScheduledExecutorService upkeep;
    private final ScheduledFuture<?> upkeeping;

    @Activate
    public SessionRegister(
            @Reference SecurityStore store, @Reference Clock clock, @Reference FactorPolicy policy, Settings settings) {
        this(
                store,
                clock,
                new Duties(policy),
                new Lifetime(
                        Duration.ofMinutes(settings.session_idle_minutes()),
                        Duration.ofMinutes(settings.session_minutes())));
    }

    SessionRegister(SecurityStore store, Clock clock, Duties duties, Lifetime lifetime) {
        this.store = store;
        this.clock = clock;
        this.duties = duties;
        this.lifetime = lifetime;
        this.visitorKey = store.write(SessionRegister::visitorKey);
        this.upkeep = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "kientao-sessions");
            thread.setDaemon(true);
            return thread;
        });
        this.upkeeping = upkeep.scheduleWithFixedDelay(this::keepUp, UPKEEP_SECONDS, UPKEEP_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    public void close() {
        upkeeping.cancel(false);
        upkeep.shutdownNow();
        keepUp();
    }

    @Override
    public Optional<Session> find(String token) {
        Instant now = clock.instant();
        Optional<LiveSession> found = lasting(token, now);
        found.ifPresent(session -> session.seen(now));
        return found.map(LiveSession::session);
    }

    @Override
    public Optional<Session> look(String token) {
        return lasting(token, clock.instant()).map(LiveSession::session);
    }

    private Optional<LiveSession> lasting(String token, Instant now) {
        String id = renewals.present(Secrets.hash(token), now);
        LiveSession known = live.get(id);
        if (known == null || stale(known, now)) {
            known = load(id, now).orElse(null);
        }
        if (known == null || !lifetime.lasts(known.stored(), known.seenAt(), now)) {
            live.remove(id);
            return Optional.empty();
        }
        return Optional.of(known);
    }

    /** Older than five seconds, or of yesterday: posts begin and end at midnight. */
    private static boolean stale(LiveSession known, Instant now) {
        return known.loadedAt().plus(FRESH).isBefore(now)
                || !day(known.loadedAt()).equals(day(now));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Formats.ZONE);
    }

    @Override
    public void used(Session session, String address, String device) {
        Optional.ofNullable(live.get(session.id())).ifPresent(known -> known.usedFrom(Whence.of(address, device)));
    }

    @Override
    public Optional<Renewal> renewal(String token) {
        Instant now = clock.instant();
        String id = Secrets.hash(token);
        Optional<String> underWay = renewals.tokenFor(id, now);
        LiveSession known = live.get(renewals.present(id, now));
        if (known == null) {
            return Optional.empty();
        }
        Duration left = Duration.between(now, known.stored().expiresAt());
        if (underWay.isPresent() || !known.stored().renew()) {
            return underWay.map(next -> new Renewal(next, left));
        }
        String next = Secrets.token();
        if (!store.write(handle -> sessions.rename(handle, id, Secrets.hash(next)))) {
            known.stale();
            return Optional.empty();
        }
        renewals.add(id, next, now);
        live.remove(id);
        return Optional.of(new Renewal(next, left));
    }

    /** In the caller's transaction: every session of the account gets another id when it is used next. */
    void renew(Handle handle, long account) {
        sessions.renew(handle, account);
    }

    /** Who an account is now, for a program that acts for it; one with a duty left undone may do nothing. */
    public Optional<Actor> actor(Handle handle, long account) {
        return actors.load(handle, account, Optional.empty(), day(clock.instant()))
                .map(actor -> duties.held(handle, account, actor));
    }

    private Optional<LiveSession> load(String id, Instant now) {
        return store.read(handle -> sessions.find(handle, id)
                        .flatMap(stored -> actors.load(handle, stored.account(), stored.acting(), day(now))
                                .map(actor -> new LiveSession(stored, duties.session(handle, stored, actor), now))))
                .map(loaded -> live.merge(id, loaded, LiveSession::replacedBy));
    }

    @Override
    public String visitorCsrfToken(String visitor) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(visitorKey, "HmacSHA256"));
            byte[] code = mac.doFinal(visitor.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    /** Opens a session in the caller's transaction and returns its token, which is kept nowhere. */
    public String open(Handle handle, long account) {
        String token = Secrets.token();
        Instant now = clock.instant();
        sessions.add(
                handle,
                new StoredSession(
                        Secrets.hash(token),
                        account,
                        Secrets.token(),
                        now,
                        now,
                        now.plus(lifetime.longest()),
                        Whence.UNKNOWN,
                        Optional.empty(),
                        false));
        return token;
    }

    /** In the caller's transaction: the session acts by a delegation, or as its account when there is none. */
    void act(Handle handle, String token, Optional<Long> delegation) {
        String id = renewals.present(Secrets.hash(token), clock.instant());
        sessions.act(handle, id, delegation);
        Optional.ofNullable(live.get(id)).ifPresent(LiveSession::stale);
    }

    /** Ends the session of a token in the caller's transaction. */
    public boolean end(Handle handle, String token) {
        String id = id(token);
        live.remove(id);
        return sessions.remove(handle, id);
    }

    /** Ends every session of the account except that of {@code keptToken} (empty: all of them). */
    public int endOthers(Handle handle, long account, String keptToken) {
        int ended = sessions.removeOthers(handle, account, id(keptToken));
        forgetActors();
        return ended;
    }

    /** The sessions of an account that still last, newest first. */
    public List<StoredSession> of(long account) {
        Instant now = clock.instant();
        return store.read(handle -> sessions.of(handle, account)).stream()
                .map(this::asSeenHere)
                .filter(stored -> lifetime.lasts(stored, stored.seenAt(), now))
                .toList();
    }

    /** What is in memory here is newer than what is written down. */
    private StoredSession asSeenHere(StoredSession stored) {
        LiveSession known = live.get(stored.id());
        return known == null ? stored : stored.used(known.seenAt(), known.whence());
    }

    /**
     * How long a session lasts still.
     *
     * @param unused when nobody uses it any more
     * @param atMost however much it is used
     */
    public record Remaining(Duration unused, Duration atMost) {}

    /** What remains of the session of a token; empty when it is over. */
    public Optional<Remaining> remaining(String token) {
        Instant now = clock.instant();
        return lasting(token, now).map(session -> {
            Duration atMost = Duration.between(now, session.stored().expiresAt());
            Duration unused = Duration.between(now, session.seenAt().plus(lifetime.idle()));
            return new Remaining(unused.compareTo(atMost) < 0 ? unused : atMost, atMost);
        });
    }

    /** The id of the session of a token, as {@link #of} tells it. */
    public String id(String token) {
        return renewals.present(Secrets.hash(token), clock.instant());
    }

    /** In the caller's transaction: ends one session of the account; false when it has none with this id. */
    boolean endOne(Handle handle, long account, String id) {
        boolean own = sessions.find(handle, id)
                .filter(session -> session.account() == account)
                .isPresent();
        live.remove(id);
        return own && sessions.remove(handle, id);
    }

    /** How long a browser may keep the cookie. */
    public Duration longest() {
        return lifetime.longest();
    }

    /** Makes every session be read again before it is used again: somebody's roles have changed. */
    public void forgetActors() {
        live.values().forEach(LiveSession::stale);
    }

    /** Writes down what was used, forgets what is over. Runs every 20 seconds. */
    void keepUp() {
        Instant now = clock.instant();
        try {
            List<LiveSession> used = live.values().stream()
                    .filter(session -> session.unwritten(WRITE_SEEN_EVERY))
                    .toList();
            if (!used.isEmpty()) {
                store.write(handle -> {
                    used.forEach(session ->
                            sessions.seen(handle, session.stored().id(), session.seenAt(), session.whence()));
                    return used.size();
                });
                used.forEach(LiveSession::written);
            }
            renewals.tidy(now);
            live.values()
                    .removeIf(session -> session.seenAt().plus(lifetime.idle()).isBefore(now));
            store.write(handle -> sessions.removeStale(handle, now.minus(lifetime.idle()), now));
        } catch (DatabaseException e) {
            log.warn("The use of sessions could not be written down: {}", e.getMessage());
        }
    }

    private static byte[] visitorKey(Handle handle) {
        SecretRepository secrets = new SecretRepository();
        return secrets.find(handle, "visitor").orElseGet(() -> {
            byte[] key = Secrets.bytes(32);
            secrets.add(handle, "visitor", key);
            return key;
        });
    }

    /** Settings in {@code etc/vn.kientao.security.cfg}. */
    @interface Settings {
        /** A session that is not used for so long is over. */
        int session_idle_minutes() default 120;

        /** No session lasts longer. */
        int session_minutes() default 720;
    }

    /** How long a session lasts: unused, and at most. */
    public record Lifetime(Duration idle, Duration longest) {
        boolean lasts(StoredSession session, Instant seenAt, Instant now) {
            return now.isBefore(session.expiresAt()) && now.isBefore(seenAt.plus(idle));
        }
    }
}
