package vn.kientao.platform.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.security.app.TestSecurity;
import vn.kientao.platform.security.app.Trace;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.security.factor.Totp;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;

/** An agency's administrator keeps the agency's people, on pages and by programs. */
class PeoplePagesTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.h2("security");

    private TestSecurity security;
    private RecordedRoutes routes;
    private Account administrator;

    @BeforeEach
    void open() {
        security = new TestSecurity(database.database(), database.migrations());
        PeopleDoor door =
                new PeopleDoor(security.accounts, security.posts, security.mandates, security.setup, new Wards());
        PersonPages person = new PersonPages(door, security.sessions, security.people);
        routes = new RecordedRoutes();
        person.routes(routes);
        new PeopleListPages(door, person, security.hiring).routes(routes);
        new PeopleApi(door, security.hiring).routes(routes);
        new DelegationPages(security.delegations, security.posts, security.people, new Wards()).routes(routes);
        new RolePages(security.roleBook, id -> Optional.of(LocalText.same("Module " + id))).routes(routes);
        administrator = security.account("quantri.p-ax");
        security.grant(administrator, RoleGrant.in(Roles.AGENCY_ADMINISTRATOR, "P-AX"));
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void anAgencyAdministratorCreatesADeskOfficerWithAPost() {
        Rendered form = Rendered.of(call("GET", "/{agency}/staff/new", get())).keepsTheRules();
        assertThat(form.document().select("#role option").eachAttr("value"))
                .containsExactlyInAnyOrder("desk-officer", "handler", "agency-head", "coordinator", "inspector");

        Rendered created = Rendered.of(call("POST", "/{agency}/staff", newOfficer("motcua2.p-ax", "desk-officer")))
                .keepsTheRules();

        assertThat(created.text("#secret")).hasSize(23);
        Account officer = security.accounts.byLogin("motcua2.p-ax").orElseThrow();
        assertThat(officer.mustChange()).isTrue();
        assertThat(security.posts.held(officer.id()).get(0).grant()).isEqualTo(RoleGrant.in("desk-officer", "P-AX"));
        assertThat(created.texts("tbody td").get(2)).startsWith("Nguyễn Thị Lan, ");
        assertThat(Rendered.of(call("GET", "/{agency}/staff", get()))
                        .keepsTheRules()
                        .texts("tbody th"))
                .containsExactly("motcua2.p-ax", "quantri.p-ax");
    }

    @Test
    void aRoleBeyondTheLevelIsRefusedWithAReason() {
        for (String role : List.of("standing-office", "auditor", "agency-administrator", "chairman")) {
            refused(() -> call("POST", "/{agency}/staff", newOfficer("x1", role)), 403, "không do cấp của bạn");
        }
        assertThat(security.accounts.byLogin("x1")).isEmpty();
        Rendered asEverywhere =
                Rendered.of(call("POST", "/{agency}/staff", newOfficer("x1", "platform-administrator")));
        assertThat(asEverywhere.texts(".kt-errors li")).hasSize(1);
    }

    @Test
    void peopleOfOtherAgenciesAreNotThere() {
        Account valley = security.account("valley");
        security.grant(valley, RoleGrant.in(Roles.HANDLER, "X-VL"));

        refused(() -> call("GET", "/{agency}/staff/{id}", of(valley, get())), 404, "Không có tài khoản này");
        refused(() -> call("POST", "/{agency}/staff/{id}/reset", of(valley, post())), 404, "Không có tài khoản này");
    }

    @Test
    void theOwnAccountIsShownAndNotChanged() {
        Rendered own = Rendered.of(call("GET", "/{agency}/staff/{id}", of(administrator, get())))
                .keepsTheRules();

        assertThat(own.has("form[action$='/disable']")).isFalse();
        refused(() -> call("POST", "/{agency}/staff/{id}/disable", of(administrator, post())), 403, "chính mình");
    }

    @Test
    void findsPeopleWithoutDiacriticsAndGoesForthAndBack() {
        for (int i = 10; i < 72; i++) {
            security.grant(security.account("nv" + i), RoleGrant.in(Roles.HANDLER, "P-AX"));
        }
        assertThat(logins(get().withQuery("q", "THI lan").withQuery("role", "agency-administrator")))
                .containsExactly("quantri.p-ax");
        assertThat(logins(get().withQuery("q", "100%"))).isEmpty();
        assertThat(logins(get().withQuery("state", "DISABLED"))).isEmpty();

        Rendered first = Rendered.of(call("GET", "/{agency}/staff", get())).keepsTheRules();
        assertThat(first.texts("tbody th")).hasSize(50).startsWith("nv10").endsWith("nv59");
        assertThat(first.has("a[rel=prev]")).isFalse();
        assertThat(first.one("a[rel=next]").attr("href")).endsWith("after=nv59");
        Rendered second = Rendered.of(call("GET", "/{agency}/staff", get().withQuery("after", "nv59")));
        assertThat(second.texts("tbody th")).hasSize(13).startsWith("nv60").endsWith("quantri.p-ax");
        assertThat(second.has("a[rel=next]")).isFalse();
        assertThat(second.one("a[rel=prev]").attr("href")).endsWith("before=nv60");
        Rendered back = Rendered.of(call("GET", "/{agency}/staff", get().withQuery("before", "nv60")));
        assertThat(back.texts("tbody th")).isEqualTo(first.texts("tbody th"));
    }

    @Test
    void programsDoTheSame() {
        String base = "/api/v1/{agency}/staff";
        PostForm.Body post = new PostForm.Body("handler", null, "Phòng Tư pháp", null, "2026-12-31");
        PeopleApi.Secret made = json(
                call("POST", base, post().withJson(new PeopleApi.NewPerson("thuly9", "Lê Văn Chín", post))),
                PeopleApi.Secret.class);
        Account account = security.accounts.byLogin("thuly9").orElseThrow();
        assertThat(made.id()).isEqualTo(String.valueOf(account.id()));

        PersonJson shown = json(call("GET", base + "/{id}", of(account, get())), PersonJson.class);
        assertThat(shown.state()).isEqualTo("must-change");
        assertThat(shown.posts().get(0).unit()).isEqualTo("Phòng Tư pháp");
        PostForm.Body beyond = new PostForm.Body("auditor", null, null, null, null);
        refused(
                () -> call("POST", base + "/{id}/posts", of(account, post()).withJson(beyond)),
                403,
                "không do cấp của bạn");

        String held = shown.posts().get(0).id();
        PersonJson ended = json(
                call(
                        "POST",
                        base + "/{id}/posts/{post}/end",
                        of(account, post()).withPathValue("post", held).withJson(new PeopleApi.Ending(null))),
                PersonJson.class);
        assertThat(ended.posts().get(0).state().name()).isEqualTo("OVER");
    }

    @Test
    void takesLostSecondFactorsAwayForAReasonAndAfterAFreshProof() {
        Account lan = security.account("lan");
        security.grant(lan, RoleGrant.in(Roles.DESK_OFFICER, "P-AX"));
        byte[] secret = security.factors.begin(lan.id()).orElseThrow();
        security.factors.confirm(
                lan.id(), Totp.code(secret, Totp.step(security.clock.instant())), Trace.system("test"));
        String path = "/{agency}/staff/{id}/remove-factors";
        assertThat(routes.asksForProof("POST", path)).isTrue();
        assertThat(routes.asksForProof("POST", "/api/v1" + path)).isTrue();

        Rendered without = Rendered.of(call("POST", path, of(lan, post()))).keepsTheRules();
        assertThat(without.text("#reason-error")).contains("lý do");
        assertThat(security.setup.any(lan.id())).isTrue();
        call("POST", path, of(lan, post()).withField("reason", "mất điện thoại"));

        assertThat(security.setup.any(lan.id())).isFalse();
        assertThat(security.audit.entries())
                .last()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("security.factor-remove"))
                .satisfies(entry -> assertThat(entry.reason()).isEqualTo("mất điện thoại"));
        Rendered page = Rendered.of(call("GET", "/{agency}/staff/{id}", of(lan, get())));
        assertThat(page.has("form[action$='/remove-factors']")).isFalse();
    }

    @Test
    void secondFactorsOfPeopleBeyondTheMandateStay() {
        Account lan = security.account("lan");
        security.grant(lan, RoleGrant.in(Roles.DESK_OFFICER, "P-AX"));
        security.grant(lan, RoleGrant.in(Roles.HANDLER, "X-VL"));
        byte[] secret = security.factors.begin(lan.id()).orElseThrow();
        security.factors.confirm(
                lan.id(), Totp.code(secret, Totp.step(security.clock.instant())), Trace.system("test"));

        PeopleApi.Removal removal = new PeopleApi.Removal("mất điện thoại");
        FakeRequest inAgency = of(lan, post()).withJson(removal);
        assertThatThrownBy(() -> call("POST", "/api/v1/{agency}/staff/{id}/remove-factors", inAgency))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(403));
        assertThat(security.setup.any(lan.id())).isTrue();
        FakeRequest inProvince = of(lan, post()).withJson(removal);
        PeopleApi.Removed done =
                json(call("POST", "/api/v1/admin/accounts/{id}/remove-factors", inProvince), PeopleApi.Removed.class);
        assertThat(done.removed()).isTrue();
    }

    @Test
    void lendsAPostOnAPageAndShowsItToTheAgency() {
        Account lan = security.account("lan");
        security.grant(lan, RoleGrant.in(Roles.DESK_OFFICER, "P-AX"));
        FakeRequest empty = by(lan, FakeRequest.get("security", "/account/delegations"));
        Rendered form = Rendered.of(call("GET", "/account/delegations", empty)).keepsTheRules();
        assertThat(form.texts("#delegate option")).containsExactly("Nguyễn Thị Lan (quantri.p-ax)");

        FakeRequest wrong = by(lan, FakeRequest.post("security", "/account/delegations"))
                .withField("post", form.one("#post option").attr("value"))
                .withField("delegate", String.valueOf(administrator.id()))
                .withField("from", "23/11/2026");
        assertThat(Rendered.of(call("POST", "/account/delegations", wrong))
                        .keepsTheRules()
                        .has("#to-error"))
                .isTrue();
        call("POST", "/account/delegations", wrong.withField("to", "30/11/2026").withField("reason", "nghỉ phép"));

        assertThat(Rendered.of(call("GET", "/account/delegations", empty))
                        .keepsTheRules()
                        .text("tbody"))
                .contains("nghỉ phép", "Đang có hiệu lực");
        assertThat(Rendered.of(call("GET", "/{agency}/staff/delegations", get()))
                        .keepsTheRules()
                        .text("tbody"))
                .contains("từ 23/11/2026 đến 30/11/2026");
        Actor acting = new Actor(
                String.valueOf(lan.id()), "Lan", Set.of(), Map.of(), Optional.of(String.valueOf(administrator.id())));
        refused(() -> call("POST", "/account/delegations", wrong.by(acting)), 403, "đang làm thay");
    }

    @Test
    void tellsWhichRoleMayDoWhat() {
        Rendered page = Rendered.of(call("GET", "/admin/roles", get())).keepsTheRules();

        assertThat(page.texts("caption")).containsExactly("Các vai trò", "Nền tảng");
        assertThat(page.document().select("tr:contains(platform.staff) td").text())
                .isEqualTo("Quản trị của cơ quan Quản trị nền tảng");
        assertThat((List<?>) json(call("GET", "/api/v1/admin/roles", get()), List.class))
                .hasSize(11);
    }

    private List<String> logins(FakeRequest request) {
        return Rendered.of(call("GET", "/{agency}/staff", request))
                .keepsTheRules()
                .texts("tbody th");
    }

    private static FakeRequest newOfficer(String login, String role) {
        return FakeRequest.post("security", "/staff")
                .withField("login", login)
                .withField("name", "Lê Văn Tám")
                .withField("role", role);
    }

    private Reply call(String method, String path, FakeRequest request) {
        FakeRequest placed = path.contains("{agency}") ? request.in("P-AX") : request;
        FakeRequest signed = request.actor().signedIn() ? placed : by(administrator, placed);
        return routes.call(method, path, signed);
    }

    private static <T> T json(Reply reply, Class<T> type) {
        return type.cast(((Reply.Json) reply).value());
    }

    private static void refused(Runnable act, int status, String reason) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(status);
            assertThat(e.problem().title().vi()).contains(reason);
        });
    }

    private static FakeRequest get() {
        return FakeRequest.get("security", "/staff");
    }

    private static FakeRequest post() {
        return FakeRequest.post("security", "/staff");
    }

    private static FakeRequest of(Account account, FakeRequest request) {
        return request.withPathValue("id", String.valueOf(account.id()));
    }

    private static FakeRequest by(Account account, FakeRequest request) {
        return request.by(new Actor(String.valueOf(account.id()), account.name(), Set.of(), Map.of()));
    }
}
