package vn.kientao.platform.security.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.testing.OnEachDatabase;

/** Walks through everything that touches a secret or a person, then looks for them where they must not be. */
@OnEachDatabase("security")
class NoLeakTest {
    private static final Trace TRACE = Trace.system("test");
    private static final String ADDRESS = "198.51.100.23";
    private static final String TYPED_INTO_THE_WRONG_FIELD = "trời ơi nhầm ô rồi 77";
    private static final String NEXT_PASSWORD = "trời xanh mây trắng";

    private final TestSecurity security;
    private final PrintStream realError = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @TempDir
    private Path data;

    NoLeakTest(Database database, Migrations migrations) {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        security = new TestSecurity(database, migrations);
    }

    @AfterEach
    void close() {
        security.close();
        System.setErr(realError);
    }

    @Test
    void keepsSecretsAndPeopleOutOfTheLogAndTheAuditTrail() {
        security.firstStart(new NoAgencies(), data, new PrintStream(terminal, true, StandardCharsets.UTF_8));
        String firstSecret = terminal.toString(StandardCharsets.UTF_8).replaceAll("(?s).*: ([a-z2-9-]{23}).*", "$1");
        Account lan = security.account("motcua.p-ax");
        security.posts.grant(lan.id(), RoleGrant.in("desk-officer", "P-AX"), TRACE);
        security.signIn.signIn(TYPED_INTO_THE_WRONG_FIELD, "", ADDRESS, "", TRACE);
        security.signIn.signIn("motcua.p-ax", TYPED_INTO_THE_WRONG_FIELD, ADDRESS, "", TRACE);
        String token = security.signedIn("motcua.p-ax");
        Session session = security.sessions.find(token).orElseThrow();
        security.accounts.changePassword(lan.id(), TestSecurity.PASSWORD, NEXT_PASSWORD, token, TRACE);
        String reset = security.accounts.reset(lan.id(), TRACE);
        security.posts.end(lan.id(), security.posts.held(lan.id()).get(0).id(), Optional.empty(), Mandate.WHOLE, TRACE);
        security.signIn.signOut(token, String.valueOf(lan.id()), TRACE);
        security.sessions.keepUp();

        String everything = audit() + log.toString(StandardCharsets.UTF_8) + session + security.sessions.of(lan.id());
        assertThat(audit()).contains("security.sign-in-refused", "security.password-change");
        assertThat(firstSecret).hasSize(23);
        assertThat(everything)
                .doesNotContain(
                        firstSecret,
                        TestSecurity.PASSWORD,
                        TYPED_INTO_THE_WRONG_FIELD,
                        NEXT_PASSWORD,
                        token,
                        session.csrfToken(),
                        reset,
                        lan.name(),
                        "motcua.p-ax",
                        ADDRESS,
                        "argon2");
    }

    private String audit() {
        return security.audit.entries().toString();
    }

    private static final class NoAgencies implements Agencies {
        @Override
        public Optional<Agency> find(String code) {
            return Optional.empty();
        }

        @Override
        public List<Agency> on(LocalDate day) {
            return List.of();
        }

        @Override
        public List<Agency> all() {
            return List.of();
        }
    }
}
