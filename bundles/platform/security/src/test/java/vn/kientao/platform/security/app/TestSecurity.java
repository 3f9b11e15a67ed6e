package vn.kientao.platform.security.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.security.factor.Confirmations;
import vn.kientao.platform.security.factor.FactorSetup;
import vn.kientao.platform.security.factor.SecondFactors;
import vn.kientao.platform.security.factor.SecondStep;
import vn.kientao.platform.security.oidc.OidcSignIn;
import vn.kientao.platform.security.passkey.Passkeys;
import vn.kientao.platform.security.store.SecurityStore;
import vn.kientao.platform.security.token.AccessTokens;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OpenOutbound;
import vn.kientao.platform.testing.RecordingAuditTrail;

/** The parts of security put together as the framework does, with a clock that stands still and cheap passwords. */
public final class TestSecurity implements AutoCloseable {
    public static final String PASSWORD = "bốn con mèo ngủ trưa";

    public final FixedClock clock = FixedClock.at("2026-11-23T09:00");
    final PasswordHasher hasher = new PasswordHasher(new PasswordHasher.Cost(64, 1, 1), 4);
    public final RecordingAuditTrail audit = new RecordingAuditTrail();
    /** What the installation asks for; at first, as a product in development does. */
    public final Policy policy = new Policy();

    public final SecurityStore store;
    public final Passkeys passkeys;
    public final SecondFactors factors;
    public final FactorSetup setup;
    public final Confirmations confirmations;
    public final SecondStep step;
    public final OidcSignIn oidc;
    public final AccessTokens tokens;
    public final SessionRegister sessions;
    public final SignIn signIn;
    public final Accounts accounts;
    public final Posts posts;
    public final Mandates mandates;
    public final Hiring hiring;
    public final People people;
    public final Delegations delegations;
    public final RoleBook roleBook;

    public TestSecurity(Database database, Migrations migrations) {
        store = SecurityStore.of(database, migrations, FolderScripts.ofModule());
        sessions = newRegister();
        signIn = new SignIn(store, sessions, audit, clock, hasher);
        accounts = new Accounts(store, sessions, audit, clock, hasher);
        posts = new Posts(store, sessions, audit, clock);
        mandates = new Mandates(store, clock, false);
        people = new AccountNames(store);
        delegations = new Delegations(store, sessions, audit, clock);
        roleBook = new RoleBook(store);
        hiring = new Hiring(store, accounts, posts, audit);
        factors = SecondFactors.of(store, sessions, audit, clock, Path.of("target", "factor-key"));
        passkeys = new Passkeys(store, clock);
        setup = new FactorSetup(store, factors, passkeys, sessions, audit);
        confirmations = new Confirmations(store, sessions, factors, passkeys, policy, audit, clock, hasher);
        step = new SecondStep(store, signIn, factors, passkeys);
        oidc = new OidcSignIn(store, signIn, sessions, audit, new OpenOutbound(), clock);
        tokens = new AccessTokens(store, sessions, audit, clock);
    }

    /** A policy that tests change. */
    public static final class Policy implements FactorPolicy {
        public boolean required;
        public Duration freshFor = Duration.ofMinutes(10);

        @Override
        public boolean factorRequired() {
            return required;
        }

        @Override
        public Duration freshFor() {
            return freshFor;
        }
    }

    /** A register as another node, or the next start, has it. */
    SessionRegister newRegister() {
        return new SessionRegister(
                store,
                clock,
                new Duties(policy),
                new SessionRegister.Lifetime(Duration.ofHours(2), Duration.ofHours(12)));
    }

    public Account account(String login) {
        return accounts.create(login, "Nguyễn Thị Lan", PASSWORD, false, Trace.system("test"))
                .orElseThrow();
    }

    public String signedIn(String login) {
        return ((SignIn.Outcome.SignedIn) signIn.signIn(login, PASSWORD, "10.0.0.7", "", Trace.system("test"))).token();
    }

    public void grant(Account account, RoleGrant grant) {
        posts.grant(account.id(), grant, Trace.system("test"));
    }

    public FirstStart firstStart(Agencies agencies, Path data, PrintStream terminal) {
        return new FirstStart(accounts, posts, agencies, data, false, terminal);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
