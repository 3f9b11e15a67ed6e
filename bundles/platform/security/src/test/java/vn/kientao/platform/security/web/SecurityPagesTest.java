package vn.kientao.platform.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.security.Sessions;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.security.app.TestSecurity;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.Post;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;

class SecurityPagesTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.h2("security");

    @TempDir
    private Path data;

    private TestSecurity security;
    private SignInPages signIn;
    private AccountPages own;
    private PersonPages person;
    private PeopleListPages admin;

    @BeforeEach
    void open() {
        security = new TestSecurity(database.database(), database.migrations());
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        signIn = new SignInPages(security.signIn, security.sessions, security.passkeys, security.oidc);
        own = new AccountPages(
                security.accounts,
                security.sessions,
                security.firstStart(new Wards(), data, nowhere),
                new Wards(),
                security.posts,
                security.people);
        PeopleDoor door =
                new PeopleDoor(security.accounts, security.posts, security.mandates, security.setup, new Wards());
        person = new PersonPages(door, security.sessions, security.people);
        admin = new PeopleListPages(door, person, security.hiring);
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void asksForLoginAndPasswordInAFormThatWorksWithoutScript() {
        Rendered page = Rendered.of(signIn.form(get("/sign-in").withQuery("next", "/P-AX/procedures")))
                .keepsTheRules();

        assertThat(page.one("form").attr("action")).isEqualTo("/sign-in");
        assertThat(page.one("input[name=next]").attr("value")).isEqualTo("/P-AX/procedures");
        assertThat(page.one("#login").attr("autocomplete")).isEqualTo("username");
        assertThat(page.one("#password").attr("autocomplete")).isEqualTo("current-password");
    }

    @Test
    void leadsOnWithACookieAfterSigningIn() {
        security.account("motcua.p-ax");

        Reply.Redirect reply = (Reply.Redirect) signIn.signIn(post("/sign-in")
                .withField("login", "motcua.p-ax")
                .withField("password", TestSecurity.PASSWORD)
                .withField("next", "/P-AX/procedures"));

        assertThat(reply.location()).isEqualTo("/P-AX/procedures");
        Reply.Cookie cookie = reply.cookies().get(0);
        assertThat(cookie.name()).isEqualTo(Sessions.COOKIE);
        assertThat(security.sessions.find(cookie.value())).isPresent();
    }

    @Test
    void saysTheSameForEveryFailureAndKeepsTheLoginButNotThePassword() {
        security.account("lan");

        Reply unknown =
                signIn.signIn(post("/sign-in").withField("login", "nobody").withField("password", "wrong"));
        Reply wrong = signIn.signIn(post("/sign-in").withField("login", "lan").withField("password", "wrong"));

        assertThat(((Reply.View) unknown).status()).isEqualTo(422);
        assertThat(Rendered.of(unknown).keepsTheRules().text(".kt-error"))
                .isEqualTo(Rendered.of(wrong).text(".kt-error"));
        assertThat(Rendered.of(wrong).one("#login").attr("value")).isEqualTo("lan");
        assertThat(Rendered.of(wrong).one("#password").hasAttr("value")).isFalse();
    }

    @Test
    void answers429AfterTooManyFailures() {
        for (int i = 0; i < 5; i++) {
            signIn.signIn(post("/sign-in").withField("login", "lan").withField("password", "wrong"));
        }

        Reply reply = signIn.signIn(post("/sign-in").withField("login", "lan").withField("password", "wrong"));

        assertThat(((Reply.View) reply).status()).isEqualTo(429);
        assertThat(Rendered.of(reply).keepsTheRules().text(".kt-error")).contains("15");
    }

    @Test
    void endsTheSessionOnSigningOut() {
        Account lan = security.account("lan");
        String token = security.signedIn("lan");

        Reply.Redirect reply = (Reply.Redirect) signIn.signOut(by(lan, token, post("/sign-out")));

        assertThat(reply.cookies().get(0).value()).isEmpty();
        assertThat(security.sessions.find(token)).isEmpty();
    }

    @Test
    void showsPostsAndSessionsAndSignsOutElsewhere() {
        Account lan = security.account("lan");
        security.grant(lan, RoleGrant.in(Roles.DESK_OFFICER, "P-AX"));
        String here = security.signedIn("lan");
        String elsewhere = security.signedIn("lan");

        Rendered page = Rendered.of(own.show(by(lan, here, get("/account")))).keepsTheRules();
        assertThat(page.texts("tbody th")).contains("Công chức Một cửa");
        assertThat(page.texts("tbody td")).contains("UBND phường An Xuyên (P-AX)", "từ 23/11/2026");

        assertThat(page.text("tbody td b")).isEqualTo("Phiên này");
        String other = page.one("input[name=session]").attr("value");
        Account stranger = security.account("stranger");
        own.endSession(by(stranger, "", post("/account/end-session")).withField("session", other));
        assertThat(security.sessions.find(elsewhere)).as("ended by a stranger").isPresent();
        own.endSession(by(lan, here, post("/account/end-session")).withField("session", other));
        assertThat(security.sessions.find(elsewhere)).isEmpty();
        elsewhere = security.signedIn("lan");

        own.signOutElsewhere(by(lan, here, post("/account/sign-out-elsewhere")));
        assertThat(security.sessions.find(here)).isPresent();
        assertThat(security.sessions.find(elsewhere)).isEmpty();
    }

    @Test
    void changesThePasswordOrSaysBesideTheFieldWhyNot() {
        Account lan = security.account("lan");
        String token = security.signedIn("lan");

        Rendered refused = Rendered.of(own.changePassword(by(lan, token, post("/account/password"))
                        .withField("current", TestSecurity.PASSWORD)
                        .withField("next", "ngắn quá")
                        .withField("again", "ngắn quá")))
                .keepsTheRules();
        assertThat(refused.text("#next-error")).contains("15 ký tự");

        Reply changed = own.changePassword(by(lan, token, post("/account/password"))
                .withField("current", TestSecurity.PASSWORD)
                .withField("next", "trời xanh mây trắng")
                .withField("again", "trời xanh mây trắng"));
        assertThat(changed).isInstanceOf(Reply.Redirect.class);
    }

    @Test
    void tellsProgramsWhoTheyAre() {
        Account lan = security.account("lan");
        security.grant(lan, RoleGrant.in(Roles.DESK_OFFICER, "P-AX"));

        Reply.Json reply = (Reply.Json) own.me(by(lan, "", get("/api/v1/me")));

        assertThat(reply.value())
                .isEqualTo(new AccountPages.Me(
                        String.valueOf(lan.id()),
                        "lan",
                        lan.name(),
                        List.of(new AccountPages.Me.Post("desk-officer", "P-AX", ""))));
    }

    @Test
    void createsAnAccountWithAOneTimeSecretThatIsShownOnce() {
        Reply reply = admin.create(
                post("/admin/accounts").withField("login", "Motcua.X-VL").withField("name", "Lê Văn Tám"));

        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(page.text("#secret")).hasSize(23);
        Account created = security.accounts.byLogin("motcua.x-vl").orElseThrow();
        assertThat(created.mustChange()).isTrue();
        assertThat(Rendered.of(admin.list(get("/admin/accounts")))
                        .keepsTheRules()
                        .texts("tbody th"))
                .contains("motcua.x-vl");

        Reply twice = admin.create(
                post("/admin/accounts").withField("login", "motcua.x-vl").withField("name", "Khác"));
        assertThat(Rendered.of(twice).keepsTheRules().text("#login-error")).contains("đã có người dùng");
    }

    @Test
    void givesAndEndsPosts() {
        Account lan = security.account("lan");

        person.grant(post("/posts")
                .withPathValue("id", id(lan))
                .withField("role", "handler")
                .withField("agency", "P-AX")
                .withField("unit", "Phòng Tư pháp")
                .withField("from", "23/11/2026")
                .withField("to", "31/12/2026"));
        Post held = security.posts.held(lan.id()).get(0);
        assertThat(held.grant()).isEqualTo(RoleGrant.in("handler", "P-AX"));
        assertThat(held.unit()).isEqualTo("Phòng Tư pháp");
        assertThat(held.to()).contains(LocalDate.of(2026, 12, 31));
        Rendered shown =
                Rendered.of(person.show(get("/").withPathValue("id", id(lan)))).keepsTheRules();
        assertThat(shown.texts("tbody td").get(0)).isEqualTo("Phòng Tư pháp, UBND phường An Xuyên (P-AX)");

        Rendered refused = Rendered.of(person.grant(post("/posts")
                        .withPathValue("id", id(lan))
                        .withField("role", "king")
                        .withField("agency", "NOPE")
                        .withField("from", "31/02/2026")))
                .keepsTheRules();
        assertThat(refused.texts(".kt-error")).hasSize(3);
        assertThat(refused.text("#from-error")).contains("31/02/2026");

        person.end(post("/end").withPathValue("id", id(lan)).withPathValue("post", String.valueOf(held.id())));
        assertThat(security.posts.held(lan.id())).isEmpty();
        assertThat(Rendered.of(person.show(get("/").withPathValue("id", id(lan))))
                        .text("details.kt-more"))
                .contains("Phòng Tư pháp");
    }

    @Test
    void refusesToLockOutTheLastAdministrator() {
        Account first = security.accounts.byLogin("admin").orElseThrow();
        long held = security.posts.held(first.id()).get(0).id();

        assertThatThrownBy(() -> person.end(
                        post("/end").withPathValue("id", id(first)).withPathValue("post", String.valueOf(held))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
    }

    private static String id(Account account) {
        return String.valueOf(account.id());
    }

    private static FakeRequest get(String path) {
        return FakeRequest.get("security", path);
    }

    private static FakeRequest post(String path) {
        return FakeRequest.post("security", path);
    }

    private static FakeRequest by(Account account, String token, FakeRequest request) {
        return request.by(new Actor(id(account), account.name(), Set.of(), Map.of()))
                .withHeader("Cookie", "kt-lang=vi; kt-session=" + token);
    }
}
