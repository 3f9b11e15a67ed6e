package vn.kientao.platform.security.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.testing.OnEachDatabase;

/** Nothing is done that cannot be written into the audit trail. */
@OnEachDatabase("security")
class FailClosedTest {
    private final TestSecurity security;
    private final Accounts accounts;

    FailClosedTest(Database database, Migrations migrations) {
        security = new TestSecurity(database, migrations);
        AuditTrail full = (transaction, entry) -> {
            throw new IllegalStateException("no room for the audit entry");
        };
        accounts = new Accounts(security.store, security.sessions, full, security.clock, security.hasher);
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void anAccountIsNeitherMadeNorChangedWithoutItsAuditEntry() {
        Account lan = security.account("lan");
        Trace trace = Trace.system("test");

        refused(() -> accounts.create("binh", "Trần Văn Bình", TestSecurity.PASSWORD, false, trace));
        refused(() -> accounts.disable(lan.id(), true, trace));
        refused(() -> accounts.reset(lan.id(), trace));

        assertThat(security.accounts.byLogin("binh")).isEmpty();
        assertThat(security.accounts.find(lan.id()))
                .hasValueSatisfying(found -> assertThat(found.disabled()).isFalse());
        assertThat(security.signedIn("lan")).as("the old password still serves").isNotBlank();
    }

    private static void refused(ThrowingCallable change) {
        assertThatThrownBy(change).hasMessageContaining("no room for the audit entry");
    }
}
