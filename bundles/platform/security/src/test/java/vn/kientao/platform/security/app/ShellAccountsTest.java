package vn.kientao.platform.security.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.AccountControl.AccountStatus;
import vn.kientao.platform.api.security.AccountControl.PostRequest;
import vn.kientao.platform.api.security.AccountControl.PostStatus;
import vn.kientao.platform.api.security.AccountRefusedException;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.security.factor.Totp;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("security")
class ShellAccountsTest {
    private static final Actor SHELL = Actor.system("shell");

    private final TestSecurity security;
    private final ShellAccounts shell;

    ShellAccountsTest(Database database, Migrations migrations) {
        security = new TestSecurity(database, migrations);
        shell = new ShellAccounts(security.accounts, security.posts, security.sessions, new OneWard(), security.setup);
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void createsGivesEndsAndLocks() {
        assertThat(shell.create("lan", "Nguyễn Thị Lan", SHELL)).hasSize(23);
        shell.grant("lan", post(Roles.HANDLER, Optional.of("P-AX")), SHELL);

        AccountStatus lan = shell.find("lan").orElseThrow();
        assertThat(lan.state()).isEqualTo("must-change");
        PostStatus post = lan.posts().get(0);
        assertThat(post.state()).isEqualTo("held");
        assertThat(post.from()).isEqualTo(LocalDate.of(2026, 11, 23));
        shell.endPost("lan", post.id(), Optional.of(LocalDate.of(2026, 11, 30)), SHELL);
        shell.disable("lan", true, SHELL);
        lan = shell.list("nguyen thi", "", 10).get(0);
        assertThat(lan.state()).isEqualTo("disabled");
        assertThat(lan.posts().get(0).to()).contains(LocalDate.of(2026, 11, 30));
        assertThat(shell.list("", "lan", 10)).isEmpty();
    }

    @Test
    void saysInASentenceWhatIsRefused() {
        security.grant(security.account("root"), RoleGrant.everywhere(Roles.PLATFORM_ADMINISTRATOR));

        refused("no such account", () -> shell.reset("nobody", SHELL));
        refused("has this login", () -> shell.create("root", "Khác", SHELL));
        refused("2 to 60", () -> shell.create("Ro ot", "Khác", SHELL));
        refused("role of the list", () -> shell.grant("root", post("king", Optional.empty()), SHELL));
        refused("no such agency", () -> shell.grant("root", post(Roles.HANDLER, Optional.of("NOPE")), SHELL));
        refused("last platform administrator", () -> shell.disable("root", true, SHELL));
        refused("over already", () -> shell.endPost("root", 999, Optional.empty(), SHELL));
        assertThat(shell.find("root").orElseThrow().state()).isEqualTo("active");
    }

    @Test
    void endsSessionsAndCountsThem() {
        security.account("lan");
        String token = security.signedIn("lan");

        assertThat(shell.find("lan").orElseThrow().sessions()).isEqualTo(1);
        assertThat(shell.endSessions("lan", SHELL)).isEqualTo(1);
        assertThat(security.sessions.find(token)).isEmpty();
    }

    @Test
    void takesLostFactorsAwayAndEndsTheSessions() {
        long lan = security.account("lan").id();
        String token = security.signedIn("lan");
        byte[] secret = security.factors.begin(lan).orElseThrow();
        String code = Totp.code(secret, Totp.step(security.clock.instant()));
        security.factors.confirm(lan, code, ShellAccountsTest::unwritten);
        assertThat(security.factors.status(lan).any()).isTrue();

        shell.removeFactors("lan", SHELL);

        assertThat(security.factors.status(lan).any()).isFalse();
        assertThat(security.factors.status(lan).recoveryCodes()).isZero();
        assertThat(security.sessions.find(token)).isEmpty();
        refused("no such account", () -> shell.removeFactors("nobody", SHELL));
    }

    private static AuditEntry unwritten(String action, String type, String id, String detail) {
        return new AuditEntry("1", Optional.empty(), "security", action, type, id, detail, "");
    }

    private static PostRequest post(String role, Optional<String> agency) {
        return new PostRequest(role, agency, "", Optional.empty(), Optional.empty());
    }

    private static void refused(String words, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(AccountRefusedException.class).hasMessageContainingAll(words);
    }

    /** P-AX alone. */
    private static final class OneWard implements Agencies {
        @Override
        public Optional<Agency> find(String code) {
            return all().stream().filter(agency -> agency.code().equals(code)).findFirst();
        }

        @Override
        public List<Agency> on(LocalDate day) {
            return all();
        }

        @Override
        public List<Agency> all() {
            return List.of(new Agency(
                    "P-AX",
                    LocalText.same("P-AX"),
                    "commune",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()));
        }
    }
}
