package vn.kientao.platform.security.factor;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.security.app.FactorPolicy;
import vn.kientao.platform.security.app.PasswordHasher;
import vn.kientao.platform.security.app.SessionRegister;
import vn.kientao.platform.security.app.SignInThrottle;
import vn.kientao.platform.security.app.SignInThrottle.Source;
import vn.kientao.platform.security.app.Trace;
import vn.kientao.platform.security.passkey.PasskeyAnswer;
import vn.kientao.platform.security.passkey.PasskeyException;
import vn.kientao.platform.security.passkey.Passkeys;
import vn.kientao.platform.security.passkey.Passkeys.Purpose;
import vn.kientao.platform.security.store.AccountRepository;
import vn.kientao.platform.security.store.ProofRepository;
import vn.kientao.platform.security.store.SecurityStore;

/**
 * Fresh proofs of the person behind a session: by a second factor where the account has one, else by the password. Signing
 * in counts as one.
 */
@Component(service = Confirmations.class)
public final class Confirmations {
    private static final Logger log = LoggerFactory.getLogger(Confirmations.class);

    private final SecurityStore store;
    private final SessionRegister sessions;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final FactorPolicy policy;
    private final AuditTrail audit;
    private final Clock clock;
    private final PasswordHasher hasher;
    private final AccountRepository accounts = new AccountRepository();
    private final ProofRepository proofs = new ProofRepository();
    private final SignInThrottle throttle = new SignInThrottle();

    @Activate
    public Confirmations(
            @Reference SecurityStore store,
            @Reference SessionRegister sessions,
            @Reference SecondFactors factors,
            @Reference Passkeys passkeys,
            @Reference FactorPolicy policy,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this(store, sessions, factors, passkeys, policy, audit, clock, new PasswordHasher());
    }

    public Confirmations(
            SecurityStore store,
            SessionRegister sessions,
            SecondFactors factors,
            Passkeys passkeys,
            FactorPolicy policy,
            AuditTrail audit,
            Clock clock,
            PasswordHasher hasher) {
        this.store = store;
        this.sessions = sessions;
        this.factors = factors;
        this.passkeys = passkeys;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
        this.hasher = hasher;
    }

    /** How an attempt to confirm ended. */
    public enum Result {
        CONFIRMED,
        WRONG,
        TOO_MANY
    }

    /**
     * Who confirms.
     *
     * @param token of the session
     * @param address the remote address
     */
    public record Person(long account, String token, String address) {}

    /** Whether no proof is needed: it is fresh, or none is asked for. */
    public boolean fresh(String token) {
        if (policy.freshFor().isZero()) {
            return true;
        }
        Instant since = clock.instant().minus(policy.freshFor());
        return store.read(handle -> proofs.provenAt(handle, sessions.id(token)))
                .filter(at -> !at.isBefore(since))
                .isPresent();
    }

    /** Whether the account proves itself by a second factor, and not by the password. */
    public boolean byFactor(long account) {
        return store.read(handle -> factors.has(handle, account));
    }

    /** @param typed the password; a code of the app or a recovery code for an account with a second factor */
    public Result confirm(Person person, String typed, Trace trace) {
        Optional<AccountRepository.Credentials> owner = store.read(handle -> accounts.find(handle, person.account())
                .flatMap(account -> accounts.credentials(handle, account.login())));
        if (owner.isEmpty() || closed(person)) {
            return owner.isEmpty() ? Result.WRONG : Result.TOO_MANY;
        }
        // Hashing is slow, so it happens outside the transaction.
        boolean rightPassword =
                !byFactor(person.account()) && hasher.matches(typed, owner.get().hash());
        return confirmed(
                person,
                handle -> factors.has(handle, person.account())
                        ? factors.prove(handle, person.account(), typed, trace)
                        : Optional.of("password").filter(method -> rightPassword),
                trace);
    }

    public Result confirm(Person person, PasskeyAnswer answer, Passkeys.Place place, Trace trace) {
        if (closed(person)) {
            return Result.TOO_MANY;
        }
        return confirmed(person, handle -> signed(handle, person, answer, place), trace);
    }

    private Optional<String> signed(Handle handle, Person person, PasskeyAnswer answer, Passkeys.Place place) {
        try {
            long signer = passkeys.prove(handle, Purpose.CONFIRM, answer, place);
            return Optional.of("passkey").filter(method -> signer == person.account());
        } catch (PasskeyException e) {
            log.warn("A passkey was not believed: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Proof {
        Optional<String> method(Handle handle);
    }

    private Result confirmed(Person person, Proof proof, Trace trace) {
        String account = String.valueOf(person.account());
        return store.write(handle -> {
            Optional<String> method = proof.method(handle);
            if (method.isEmpty()) {
                throttle.failed(handle, source(person), clock.instant());
                audit.record(handle, trace.entry("security.confirm-refused", "account", account, ""));
                return Result.WRONG;
            }
            throttle.succeeded(handle, source(person));
            proofs.proven(handle, sessions.id(person.token()), method.get(), clock.instant());
            String detail = "{\"method\":\"" + method.get() + "\"}";
            audit.record(handle, trace.entry("security.confirm", "account", account, detail));
            return Result.CONFIRMED;
        });
    }

    private boolean closed(Person person) {
        return store.read(handle -> throttle.closed(handle, source(person), clock.instant()));
    }

    private static Source source(Person person) {
        return new Source("confirm " + person.account(), person.address(), Optional.empty());
    }
}
