package vn.kientao.platform.security.app;

import java.time.Duration;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.store.SecurityStore;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.FolderScripts;

/** The parts of security put together as the framework does, with a clock that stands still and cheap passwords. */
final class SecurityFixture implements AutoCloseable {
    static final String PASSWORD = "bốn con mèo ngủ trưa";

    final FixedClock clock = FixedClock.at("2026-11-23T09:00");
    final PasswordHasher hasher = new PasswordHasher(new PasswordHasher.Cost(64, 1, 1), 4);
    final SecurityStore store;
    final AuditLog audit;
    final SessionRegister sessions;
    final SignIn signIn;
    final Accounts accounts;

    SecurityFixture(Database database, Migrations migrations) {
        store = new SecurityStore(database, migrations, FolderScripts.ofModule());
        audit = new AuditLog(store, clock);
        sessions = newRegister();
        signIn = new SignIn(store, sessions, audit, clock, hasher);
        accounts = new Accounts(store, sessions, audit, clock, hasher);
    }

    /** A register as another node, or the next start, has it. */
    SessionRegister newRegister() {
        return new SessionRegister(
                store, clock, new SessionRegister.Lifetime(Duration.ofHours(2), Duration.ofHours(12)));
    }

    Account account(String login) {
        return accounts.create(login, "Nguyễn Thị Lan", PASSWORD, false, Trace.system("test"))
                .orElseThrow();
    }

    String signedIn(String login) {
        return ((SignIn.Outcome.SignedIn) signIn.signIn(login, PASSWORD, "10.0.0.7", "", Trace.system("test"))).token();
    }

    @Override
    public void close() {
        sessions.close();
    }
}
