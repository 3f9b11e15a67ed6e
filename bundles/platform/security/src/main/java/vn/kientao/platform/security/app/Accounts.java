package vn.kientao.platform.security.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.PasswordRule;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.store.AccountRepository;
import vn.kientao.platform.security.store.RoleRepository;
import vn.kientao.platform.security.store.SecurityStore;

/** Accounts and the roles they hold. Every change is audited in its own transaction and felt by open sessions at once. */
@Component(service = Accounts.class)
public final class Accounts {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,58}[a-z0-9])");

    private final SecurityStore store;
    private final SessionRegister sessions;
    private final AuditTrail audit;
    private final Clock clock;
    private final PasswordHasher hasher;
    private final AccountRepository accounts = new AccountRepository();
    private final RoleRepository roles = new RoleRepository();

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
    }

    public Optional<Account> find(long id) {
        return store.read(handle -> accounts.find(handle, id));
    }

    /** The accounts after login {@code after}, in order of login. */
    public List<Account> page(String after, int limit) {
        return store.read(handle -> accounts.page(handle, after, limit));
    }

    public Optional<Account> byLogin(String login) {
        return store.read(handle -> accounts.credentials(handle, login)).map(AccountRepository.Credentials::account);
    }

    public List<RoleGrant> grants(long account) {
        return store.read(handle -> roles.grants(handle, account));
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
            if (accounts.credentials(handle, login).isPresent()) {
                return Optional.empty();
            }
            long id = accounts.add(handle, login, name, hash, mustChange, clock.instant());
            audit.record(handle, trace.entry("security.account-create", "account", String.valueOf(id), ""));
            return accounts.find(handle, id);
        });
    }

    String hash(String password) {
        return hasher.hash(password);
    }

    /** Gives the account a new one-time secret, which is returned and kept nowhere; its sessions end. */
    public String reset(long account, Trace trace) {
        String secret = Secrets.readable();
        String hash = hasher.hash(secret);
        changed(account, "security.password-reset", "", trace, handle -> {
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
        Optional<String> refusal =
                current.equals(next) ? Optional.of("password.same") : PasswordRule.refusal(next, owner.get());
        if (refusal.isPresent()) {
            return refusal;
        }
        String hash = hasher.hash(next);
        changed(account, "security.password-change", "", trace, handle -> {
            accounts.password(handle, account, hash, false);
            sessions.endOthers(handle, account, keptToken);
            return true;
        });
        return Optional.empty();
    }

    public boolean grant(long account, RoleGrant grant, Trace trace) {
        return changed(
                account,
                "security.role-grant",
                detail(grant),
                trace,
                handle -> roles.grant(
                        handle,
                        account,
                        grant,
                        trace.entry("security.role-grant", "account", "", "").account(),
                        clock.instant()));
    }

    /** @throws LastAdministratorException when nobody could administer the platform afterwards */
    public boolean revoke(long account, RoleGrant grant, Trace trace) {
        return changed(account, "security.role-revoke", detail(grant), trace, handle -> {
            boolean revoked = roles.revoke(handle, account, grant);
            requireAdministrator(handle);
            return revoked;
        });
    }

    /** @throws LastAdministratorException when nobody could administer the platform afterwards */
    public boolean disable(long account, boolean disabled, Trace trace) {
        String action = disabled ? "security.account-disable" : "security.account-enable";
        return changed(account, action, "", trace, handle -> {
            accounts.disabled(handle, account, disabled);
            requireAdministrator(handle);
            return true;
        });
    }

    /** Ends all sessions of the account but the one of the token. */
    public void signOutElsewhere(long account, String keptToken, Trace trace) {
        changed(
                account,
                "security.sign-out-elsewhere",
                "",
                trace,
                handle -> sessions.endOthers(handle, account, keptToken) > 0);
    }

    private boolean changed(long account, String action, String detail, Trace trace, Change change) {
        boolean changed = store.write(handle -> {
            boolean done = change.make(handle);
            if (done) {
                audit.record(handle, trace.entry(action, "account", String.valueOf(account), detail));
            }
            return done;
        });
        sessions.forgetActors();
        return changed;
    }

    private void requireAdministrator(Handle handle) {
        if (roles.holdersEverywhere(handle, Roles.PLATFORM_ADMINISTRATOR).isEmpty()) {
            throw new LastAdministratorException();
        }
    }

    private static String detail(RoleGrant grant) {
        return "{\"role\":\"" + grant.role() + "\",\"agency\":\""
                + grant.agency().orElse("") + "\"}";
    }

    private interface Change {
        boolean make(Handle handle);
    }

    /** The platform would be left without an administrator; nothing was changed. */
    public static final class LastAdministratorException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LastAdministratorException() {
            super("the last platform administrator must stay");
        }
    }
}
