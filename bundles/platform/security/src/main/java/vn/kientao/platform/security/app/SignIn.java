package vn.kientao.platform.security.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.security.app.SignInThrottle.Source;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.store.AccountRepository;
import vn.kientao.platform.security.store.AccountRepository.Credentials;
import vn.kientao.platform.security.store.FactorRepository;
import vn.kientao.platform.security.store.ProofRepository;
import vn.kientao.platform.security.store.SecurityStore;

/**
 * Signing in and out. Whether a login exists cannot be told from the answer or from the time it takes. An account with a
 * second factor gets a ticket for its password, good for one of its factors within ten minutes.
 */
@Component(service = SignIn.class)
public final class SignIn {
    private static final Duration TICKET = Duration.ofMinutes(10);
    private static final int TRIES_PER_TICKET = 5;

    private final SecurityStore store;
    private final SessionRegister sessions;
    private final AuditTrail audit;
    private final Clock clock;
    private final PasswordHasher hasher;
    private final KnownDevices devices;
    private final AccountRepository accounts = new AccountRepository();
    private final FactorRepository factors = new FactorRepository();
    private final ProofRepository proofs = new ProofRepository();
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
        this.devices = new KnownDevices(store);
    }

    /**
     * Where an attempt comes from.
     *
     * @param address the remote address
     * @param device the word that a browser has from a sign-in before; may be empty
     * @param oldToken of the session that ends when the attempt succeeds; may be empty
     */
    public record From(String address, String device, String oldToken) {}

    /** A login as it is kept. */
    public static String login(String typed) {
        return Folding.nfc(typed).strip().toLowerCase(Locale.ROOT);
    }

    /** As {@link #signIn(String, String, From, Trace)}, from a browser that nobody knows. */
    public Outcome signIn(String typedLogin, String password, String address, String oldToken, Trace trace) {
        return signIn(typedLogin, password, new From(address, "", oldToken), trace);
    }

    /**
     * Tries to sign in. On success there is always a new session, and the old one, if any, has ended.
     *
     * @throws PasswordHasher.TooBusyException when too many people sign in at once
     */
    public Outcome signIn(String typedLogin, String password, From from, Trace trace) {
        String login = login(typedLogin);
        Source source = new Source(login, from.address(), devices.recognise(login, from.device()));
        Instant now = clock.instant();
        if (store.read(handle -> throttle.closed(handle, source, now))) {
            return new Outcome.TooManyTries();
        }
        Optional<Credentials> known = store.read(handle -> accounts.credentials(handle, login));
        if (!proven(known, password) || known.isEmpty() || known.get().account().disabled()) {
            store.write(handle -> refused(handle, source, now, known.map(Credentials::account), trace));
            return new Outcome.Refused();
        }
        Credentials credentials = known.get();
        Account account = credentials.account();
        Optional<String> newHash =
                hasher.outdated(credentials.hash()) ? Optional.of(hasher.hash(password)) : Optional.empty();
        return store.write(handle -> {
            newHash.ifPresent(hash -> accounts.password(handle, account.id(), hash, account.mustChange()));
            throttle.succeeded(handle, source);
            return factors.any(handle, account.id())
                    ? ticket(handle, account, now)
                    : open(handle, account, "password", from, trace);
        });
    }

    /** Proves the second factor in the caller's transaction; the answer names the method. */
    @FunctionalInterface
    public interface SecondProof {
        Optional<String> prove(Handle handle, long account);
    }

    /** The second half of a sign-in. */
    public Outcome second(String ticket, SecondProof proof, From from, Trace trace) {
        String id = Secrets.hash(ticket);
        Instant now = clock.instant();
        return store.write(handle -> {
            Optional<Account> found = proofs.ticket(handle, id, TRIES_PER_TICKET, now)
                    .flatMap(account -> accounts.find(handle, account))
                    .filter(account -> !account.disabled());
            if (found.isEmpty()) {
                return new Outcome.Over();
            }
            Account account = found.get();
            Source source = new Source(
                    "factor " + account.id(), from.address(), devices.recognise(account.login(), from.device()));
            if (throttle.closed(handle, source, now)) {
                return new Outcome.TooManyTries();
            }
            Optional<String> method = proof.prove(handle, account.id());
            if (method.isEmpty()) {
                proofs.tried(handle, id);
                refused(handle, source, now, found, trace);
                return new Outcome.Refused();
            }
            proofs.removeTicket(handle, id);
            throttle.succeeded(handle, source);
            return open(handle, account, method.get(), from, trace);
        });
    }

    /** The account behind a ticket, for the page that asks for its second factor. */
    public Optional<Long> owner(String ticket) {
        return store.read(handle -> proofs.ticket(handle, Secrets.hash(ticket), TRIES_PER_TICKET, clock.instant()));
    }

    /**
     * Signs in somebody whom another proof has named: a passkey, or the sign-in of another house. Refused when the
     * account is disabled.
     */
    public Outcome proven(Handle handle, long id, String method, From from, Trace trace) {
        Optional<Account> account = accounts.find(handle, id).filter(found -> !found.disabled());
        return account.isEmpty() ? new Outcome.Refused() : open(handle, account.get(), method, from, trace);
    }

    /** As {@link #proven}, for a proof of one factor: an account with a second factor of ours still owes that one. */
    public Outcome provenByOne(Handle handle, long id, String method, From from, Trace trace) {
        Optional<Account> account = accounts.find(handle, id).filter(found -> !found.disabled());
        return account.isPresent() && factors.any(handle, id)
                ? ticket(handle, account.get(), clock.instant())
                : proven(handle, id, method, from, trace);
    }

    private Outcome ticket(Handle handle, Account account, Instant now) {
        String token = Secrets.token();
        proofs.addTicket(handle, Secrets.hash(token), account.id(), now, now.plus(TICKET));
        return new Outcome.NeedsFactor(token);
    }

    private Outcome open(Handle handle, Account account, String method, From from, Trace trace) {
        sessions.end(handle, from.oldToken());
        String detail = "{\"method\":\"" + method + "\"}";
        audit.record(handle, trace.entry("security.sign-in", "account", String.valueOf(account.id()), detail));
        String token = sessions.open(handle, account.id());
        proofs.proven(handle, Secrets.hash(token), method, clock.instant());
        return new Outcome.SignedIn(token, account.mustChange(), devices.word(account.login(), from.device()));
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
    private boolean refused(Handle handle, Source source, Instant now, Optional<Account> known, Trace trace) {
        throttle.failed(handle, source, now);
        String account = known.map(found -> String.valueOf(found.id())).orElse("");
        audit.record(handle, trace.entry("security.sign-in-refused", "account", account, ""));
        return true;
    }

    /** How an attempt to sign in ended. */
    public sealed interface Outcome {

        /**
         * @param token for the session's cookie
         * @param mustChange when the password has to be changed first
         * @param device the word for the device's cookie
         */
        record SignedIn(String token, boolean mustChange, String device) implements Outcome {
            /** Without the token. */
            @Override
            public String toString() {
                return "SignedIn";
            }
        }

        /** @param ticket proves for ten minutes that the password was right */
        record NeedsFactor(String ticket) implements Outcome {
            /** Without the ticket. */
            @Override
            public String toString() {
                return "NeedsFactor";
            }
        }

        /** No such account, wrong password, or the account is disabled: nobody is told which. */
        record Refused() implements Outcome {}

        /** Too many failures; worth trying again in fifteen minutes. */
        record TooManyTries() implements Outcome {}

        /** The ticket is used up or too old: begin with the password again. */
        record Over() implements Outcome {}
    }
}
