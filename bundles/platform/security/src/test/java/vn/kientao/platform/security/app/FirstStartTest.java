package vn.kientao.platform.security.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.security.app.SignIn.Outcome;
import vn.kientao.platform.security.domain.Post;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("security")
class FirstStartTest {
    private static final Pattern SECRET = Pattern.compile("[a-z2-9]{5}(-[a-z2-9]{5}){3}");

    private final TestSecurity security;
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @TempDir
    private Path data;

    FirstStartTest(Database database, Migrations migrations) {
        security = new TestSecurity(database, migrations);
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void showsTheAdministratorsSecretOnTheTerminalAndInAFileForItsUserOnly() throws IOException {
        start(false);

        String shown = terminal.toString(StandardCharsets.UTF_8);
        assertThat(shown).contains("Tên đăng nhập: admin", "Login: admin");
        Path file = data.resolve("first-secret.txt");
        assertThat(Files.readString(file)).contains(secretIn(shown));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(tried("admin", secretIn(shown))).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void deletesTheFileOnceTheAdministratorHasAPassword() {
        FirstStart first = start(false);
        String secret = secretIn(terminal.toString(StandardCharsets.UTF_8));
        long admin = security.accounts.byLogin("admin").orElseThrow().id();

        assertThat(security.accounts.changePassword(admin, secret, "trời xanh mây trắng", "", Trace.system("test")))
                .isEmpty();
        first.passwordChanged(admin);

        assertThat(data.resolve("first-secret.txt")).doesNotExist();
        terminal.reset();
        start(false);
        assertThat(terminal.size()).isZero();
    }

    @Test
    void showsTheSameSecretAgainUntilItHasServed() {
        start(false);
        String secret = secretIn(terminal.toString(StandardCharsets.UTF_8));
        terminal.reset();

        start(false);

        assertThat(secretIn(terminal.toString(StandardCharsets.UTF_8))).isEqualTo(secret);
    }

    @Test
    void makesOneRandomPasswordForTheDemonstrationAccountsOfKnownAgencies() throws IOException {
        start(true);

        String list = Files.readString(data.resolve("demo-accounts.txt"));
        assertThat(list).contains("motcua.p-ax", "Công chức Một cửa", "chutich").doesNotContain("motcua.stp2");
        assertThat(tried("motcua.p-ax", secretIn(list))).isInstanceOf(Outcome.SignedIn.class);
        long desk = security.accounts.byLogin("motcua.p-ax").orElseThrow().id();
        assertThat(security.posts.held(desk))
                .extracting(Post::grant)
                .containsExactly(RoleGrant.in(Roles.DESK_OFFICER, "P-AX"));
        assertThat(security.accounts.byLogin("motcua.stp2")).isEmpty();

        start(true);
        assertThat(Files.readString(data.resolve("demo-accounts.txt"))).isEqualTo(list);
    }

    private FirstStart start(boolean demonstration) {
        return new FirstStart(
                security.accounts,
                security.posts,
                new OneWard(),
                data,
                demonstration,
                new PrintStream(terminal, true, StandardCharsets.UTF_8));
    }

    private Outcome tried(String login, String password) {
        return security.signIn.signIn(login, password, "10.0.0.7", "", Trace.system("test"));
    }

    private static String secretIn(String text) {
        Matcher secret = SECRET.matcher(text);
        assertThat(secret.find()).as("a secret in %s", text).isTrue();
        return secret.group();
    }

    /** A register that knows the ward An Xuyên and the province. */
    private static final class OneWard implements Agencies {
        private static final List<Agency> ALL = List.of(agency("P-AX"), agency("UBND-CM2"));

        private static Agency agency(String code) {
            return new Agency(
                    code,
                    LocalText.same("UBND " + code),
                    "commune",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }

        @Override
        public Optional<Agency> find(String code) {
            return ALL.stream().filter(agency -> agency.code().equals(code)).findFirst();
        }

        @Override
        public List<Agency> on(LocalDate day) {
            return ALL;
        }

        @Override
        public List<Agency> all() {
            return ALL;
        }
    }
}
