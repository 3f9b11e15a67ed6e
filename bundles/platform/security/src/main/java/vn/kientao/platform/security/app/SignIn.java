package vn.kientao.platform.security.app;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.security.store.AccountRepository;
import vn.kientao.platform.security.store.AccountRepository.Credentials;
import vn.kientao.platform.security.store.SecurityStore;

/** Signing in and out. Whether a login exists cannot be told from the answer or from the time it takes. */
@Component(service = SignIn.class)
public final class SignIn {
    private final SecurityStore store;
    private final SessionRegister sessions;
    private final AuditTrail audit;
    private final Clock clock;
    private final PasswordHasher hasher;
    private final AccountRepository accounts = new AccountRepository();
    private final SignInThrottle throttle = new SignInThrottle();

    @Activate
    public SignIn(
            @Reference SecurityStore store,
            @Reference SessionRegister sessions,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this(store, sessions, audit, clock, new PasswordHasher());
    }

    SignIn(SecurityStore store, SessionRegister sessions, AuditTrail audit, Clock clock, PasswordHasher hasher) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.hasher = hasher;
    }

    /** A login as it is kept. */
    public static String login(String typed) {
        return Folding.nfc(typed).strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Tries to sign in. On success there is always a new session, and the one of {@code oldToken}, if any, has ended.
     *
     * @param address where the request came from
     * @throws PasswordHasher.TooBusyException when too many people sign in at once
     */
    public Outcome signIn(String typedLogin, String password, String address, String oldToken, Trace trace) {
        String login = login(typedLogin);
        Instant now = clock.instant();
        if (store.read(handle -> throttle.closed(handle, login, address, now))) {
            return new Outcome.TooManyTries();
        }
        Optional<Credentials> known = store.read(handle -> accounts.credentials(handle, login));
        if (!proven(known, password) || known.isEmpty() || known.get().account().disabled()) {
            store.write(handle -> refused(handle, login, address, now, known, trace));
            return new Outcome.Refused();
        }
        Credentials credentials = known.get();
        Optional<String> newHash =
                hasher.outdated(credentials.hash()) ? Optional.of(hasher.hash(password)) : Optional.empty();
        String token = store.write(handle -> {
            long account = credentials.account().id();
            newHash.ifPresent(hash -> accounts.password(
                    handle, account, hash, credentials.account().mustChange()));
            throttle.succeeded(handle, login, address);
            sessions.end(handle, oldToken);
            audit.record(handle, trace.entry("security.sign-in", "account", String.valueOf(account), ""));
            return sessions.open(handle, account);
        });
        return new Outcome.SignedIn(token, credentials.account().mustChange());
    }

    /** Ends the session of the token. */
    public void signOut(String token, String account, Trace trace) {
        store.write(handle -> {
            boolean ended = sessions.end(handle, token);
            if (ended) {
                audit.record(handle, trace.entry("security.sign-out", "account", account, ""));
            }
            return ended;
        });
    }

    private boolean proven(Optional<Credentials> known, String password) {
        if (known.isEmpty()) {
            hasher.matchNobody(password);
            return false;
        }
        return hasher.matches(password, known.get().hash());
    }

    /** The login itself is not written down: people type passwords into the wrong field. */
    private boolean refused(
            Handle handle, String login, String address, Instant now, Optional<Credentials> known, Trace trace) {
        throttle.failed(handle, login, address, now);
        String account =
                known.map(found -> String.valueOf(found.account().id())).orElse("");
        audit.record(handle, trace.entry("security.sign-in-refused", "account", account, ""));
        return true;
    }

    /** How an attempt to sign in ended. */
    public sealed interface Outcome {

        /** @param token for the cookie; {@code mustChange} when the password has to be changed first */
        record SignedIn(String token, boolean mustChange) implements Outcome {
            /** Without the token. */
            @Override
            public String toString() {
                return "SignedIn";
            }
        }

        /** No such account, wrong password, or the account is disabled: nobody is told which. */
        record Refused() implements Outcome {}

        /** Too many failures; worth trying again in fifteen minutes. */
        record TooManyTries() implements Outcome {}
    }
}
