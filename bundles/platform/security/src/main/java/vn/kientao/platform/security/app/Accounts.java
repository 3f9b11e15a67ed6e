package vn.kientao.platform.security.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.AccountFilter;
import vn.kientao.platform.security.domain.ListPlace;
import vn.kientao.platform.security.domain.PasswordRule;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.domain.Slice;
import vn.kientao.platform.security.store.AccountRepository;
import vn.kientao.platform.security.store.FactorRepository;
import vn.kientao.platform.security.store.SecurityStore;

/** Accounts. Every change is audited in its own transaction and felt by open sessions at once. */
@Component(service = Accounts.class)
public final class Accounts {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,58}[a-z0-9])");

    private final SecurityStore store;
    private final SessionRegister sessions;
    private final AuditTrail audit;
    private final Clock clock;
    private final PasswordHasher hasher;
    private final AccountRepository accounts = new AccountRepository();
    private final Changes changes;
    private final FactorRepository factors = new FactorRepository();

    @Activate
    public Accounts(
            @Reference SecurityStore store,
            @Reference SessionRegister sessions,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this(store, sessions, audit, clock, new PasswordHasher());
    }

    Accounts(SecurityStore store, SessionRegister sessions, AuditTrail audit, Clock clock, PasswordHasher hasher) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.hasher = hasher;
        this.changes = new Changes(store, sessions, audit);
    }

    public Optional<Account> find(long id) {
        return store.read(handle -> accounts.find(handle, id));
    }

    /** A page of the accounts that the filter lets through, in order of login. */
    public Slice<Account> page(AccountFilter filter, ListPlace place, int limit) {
        return store.read(handle -> accounts.page(handle, filter, today(), place, limit));
    }

    public Optional<Account> byLogin(String login) {
        return store.read(handle -> accounts.credentials(handle, login)).map(AccountRepository.Credentials::account);
    }

    /** Whether {@code login} is a login: 2 to 60 small letters, digits, dots, hyphens and underscores. */
    public static boolean validLogin(String login) {
        return LOGIN.matcher(login).matches();
    }

    /**
     * Adds an account with the password {@code secret}; empty when the login is taken.
     *
     * @param mustChange whether its owner has to choose another password at the first sign-in
     */
    public Optional<Account> create(String login, String name, String secret, boolean mustChange, Trace trace) {
        return createHashed(login, name, hash(secret), mustChange, trace);
    }

    /** As {@link #create}, for several accounts with one password: hashing is dear. */
    Optional<Account> createHashed(String login, String name, String hash, boolean mustChange, Trace trace) {
        if (!validLogin(login)) {
            throw new IllegalArgumentException("login '" + login + "' (expected: " + LOGIN.pattern() + ")");
        }
        return store.write(handle -> {
            if (taken(handle, login)) {
                return Optional.empty();
            }
            long id = add(handle, login, name, hash, mustChange, trace);
            return accounts.find(handle, id);
        });
    }

    boolean taken(Handle handle, String login) {
        return accounts.credentials(handle, login).isPresent();
    }

    /** In the caller's transaction; the login must be free. */
    long add(Handle handle, String login, String name, String hash, boolean mustChange, Trace trace) {
        long id = accounts.add(handle, login, name, hash, mustChange, clock.instant());
        audit.record(handle, trace.entry("security.account-create", "account", String.valueOf(id), ""));
        return id;
    }

    String hash(String password) {
        return hasher.hash(password);
    }

    public String reset(long account, Trace trace) {
        return reset(account, Mandate.WHOLE, trace);
    }

    /**
     * Gives the account a new one-time secret, which is returned and kept nowhere; its sessions end.
     *
     * @throws Mandate.BeyondMandateException when the mandate does not allow it
     */
    public String reset(long account, Mandate mandate, Trace trace) {
        String secret = Secrets.readable();
        String hash = hasher.hash(secret);
        changes.make(account, "security.password-reset", "", trace, handle -> {
            mandate.overAccount(handle, account);
            accounts.password(handle, account, hash, true);
            sessions.endOthers(handle, account, "");
            return true;
        });
        return secret;
    }

    /**
     * Changes the owner's own password; all other sessions of the account end.
     *
     * @return the text key of what is wrong; empty when it was changed
     */
    public Optional<String> changePassword(long account, String current, String next, String keptToken, Trace trace) {
        Optional<Account> owner = find(account);
        if (owner.isEmpty()) {
            return Optional.of("password.wrong");
        }
        Optional<AccountRepository.Credentials> credentials =
                store.read(handle -> accounts.credentials(handle, owner.get().login()));
        if (credentials.isEmpty() || !hasher.matches(current, credentials.get().hash())) {
            return Optional.of("password.wrong");
        }
        boolean withFactor = store.read(handle -> factors.any(handle, account));
        Optional<String> refusal = current.equals(next)
                ? Optional.of("password.same")
                : PasswordRule.refusal(next, owner.get(), withFactor);
        if (refusal.isPresent()) {
            return refusal;
        }
        String hash = hasher.hash(next);
        changes.make(account, "security.password-change", "", trace, handle -> {
            accounts.password(handle, account, hash, false);
            factors.shortPassword(handle, account, PasswordRule.tooShortAlone(next));
            sessions.endOthers(handle, account, keptToken);
            return true;
        });
        return Optional.empty();
    }

    public boolean disable(long account, boolean disabled, Trace trace) {
        return disable(account, disabled, Mandate.WHOLE, trace);
    }

    /**
     * Locks the account, which ends its sessions, or unlocks it.
     *
     * @throws Mandate.BeyondMandateException when the mandate does not allow it
     * @throws LastAdministratorException when nobody could administer the platform afterwards
     */
    public boolean disable(long account, boolean disabled, Mandate mandate, Trace trace) {
        String action = disabled ? "security.account-disable" : "security.account-enable";
        return changes.make(account, action, "", trace, handle -> {
            mandate.overAccount(handle, account);
            accounts.disabled(handle, account, disabled);
            if (disabled) {
                sessions.endOthers(handle, account, "");
                changes.requireAdministrator(handle, account, today());
            }
            return true;
        });
    }

    /** Ends all sessions of the account but the one of the token. */
    public void signOutElsewhere(long account, String keptToken, Trace trace) {
        changes.make(
                account,
                "security.sign-out-elsewhere",
                "",
                trace,
                handle -> sessions.endOthers(handle, account, keptToken) > 0);
    }

    /**
     * Ends all sessions of the account; tells how many there were.
     *
     * @throws Mandate.BeyondMandateException when the mandate does not allow it
     */
    public int endSessions(long account, Mandate mandate, Trace trace) {
        int[] ended = new int[1];
        changes.make(account, "security.sessions-end", "", trace, handle -> {
            mandate.overAccount(handle, account);
            ended[0] = sessions.endOthers(handle, account, "");
            return ended[0] > 0;
        });
        return ended[0];
    }

    /** Ends one session of the owner's own; false when it has none with this id. */
    public boolean endSession(long account, String session, Trace trace) {
        return changes.make(
                account, "security.session-end", "", trace, handle -> sessions.endOne(handle, account, session));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }
}
