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
import vn.kientao.platform.security.store.SecurityStore;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordingAuditTrail;

/** The parts of security put together as the framework does, with a clock that stands still and cheap passwords. */
public final class TestSecurity implements AutoCloseable {
    public static final String PASSWORD = "bốn con mèo ngủ trưa";

    final FixedClock clock = FixedClock.at("2026-11-23T09:00");
    final PasswordHasher hasher = new PasswordHasher(new PasswordHasher.Cost(64, 1, 1), 4);
    final SecurityStore store;
    final RecordingAuditTrail audit = new RecordingAuditTrail();
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
    }

    /** A register as another node, or the next start, has it. */
    SessionRegister newRegister() {
        return new SessionRegister(
                store, clock, new SessionRegister.Lifetime(Duration.ofHours(2), Duration.ofHours(12)));
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
