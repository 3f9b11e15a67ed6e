package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.web.door.FakeRelease.READ;
import static vn.kientao.platform.web.door.FakeRelease.WRITE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.card.Card;
import vn.kientao.platform.api.card.CardSource;
import vn.kientao.platform.api.module.Router.Routing;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Reply;

class MenusTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    @BeforeEach
    void serve() {
        door.sessions.open("lan", "STP2", READ);
        var release = door.serveStaff(routes -> {
            routes.get("/write", WRITE, request -> Reply.page("W", out -> out.write("w")))
                    .menu("layout.reload", "pencil", 20);
            routes.get("/read", READ, request -> Reply.page("R", out -> out.write("r")))
                    .menu("layout.help", "search", 10);
            routes.get("/read/more", READ, request -> Reply.page("R", out -> out.write("r")));
        });
        door.router.answer("trial", "PAX", new Routing.Off(release.manifest()));
    }

    @Test
    void showWhatTheReaderMayOpenHere() {
        assertThat(door.send(door.as("lan", "/STP2/trial/read/more")).body())
                .contains("<a href=\"/STP2/trial/read\" aria-current=\"page\">", "Sở Tư pháp")
                .doesNotContain("/STP2/trial/write");
    }

    @Test
    void leadFromTheAgencysHomeToItsModules() {
        assertThat(door.send(door.as("lan", "/STP2")).body())
                .contains("<h1>Sở Tư pháp</h1>", "Phân hệ thử", "href=\"/STP2/trial/read\"")
                .doesNotContain("/STP2/trial/write");
    }

    @Test
    void showsWhatNeedsTheReaderOnTheHomePageOfAnAgency() {
        CardSource overdue = (reader, agency, now) -> List.of(new Card(
                "3",
                new LocalText("Hồ sơ quá hạn của " + reader.account(), "Overdue dossiers"),
                Card.Kind.LATE,
                "/" + agency + "/trial/read",
                10));
        door.extensions.bindExtensions(new SomeExtensions(List.of(overdue)));

        assertThat(door.send(door.as("lan", "/STP2")).body())
                .contains(
                        "Việc cần làm bây giờ",
                        "<a class=\"kt-tile kt-tile-late\" href=\"/STP2/trial/read\"><b>3</b><span>Hồ sơ quá hạn của lan</span></a>");
    }

    @Test
    void leaveOutAModuleThatIsOff() {
        door.sessions.open("minh", "PAX", READ);

        assertThat(door.send(door.as("minh", "/PAX")).body())
                .contains("Chưa có phân hệ nào")
                .doesNotContain("/PAX/trial");
    }

    @Test
    void sendAVisitorOfAnAgencysHomeToSignIn() {
        assertThat(door.get("/STP2").statusCode()).isEqualTo(303);
    }

    @Test
    void offerEveryAgencyInWhichOneHasAPost() {
        Actor both = new Actor("hoa", "Hoa", Set.of(), Map.of("STP2", Set.of(), "PAX", Set.of(), "HCN", Set.of()));
        door.sessions.put("hoa", new Session("h", both, "csrf", Optional.empty()));

        assertThat(door.send(door.as("hoa", "/")).body())
                .contains("href=\"/STP2\"", "href=\"/PAX\"", "UBND phường An Xuyên");
        assertThat(door.send(door.as("hoa", "/agencies")).body())
                .doesNotContain("href=\"/HCN\">UBND huyện Cái Nước</a></div>");
    }

    @Test
    void showThePlatformsRoomsToWhoRunsIt() {
        door.room(routes -> routes.get("/admin/modules", Permission.ADMINISTER, request -> Reply.page("A", out -> {}))
                .menu("layout.skip", "puzzle", 5));
        door.sessions.put("root", new Session("h", Actor.system("root"), "csrf", Optional.empty()));

        assertThat(door.send(door.as("root", "/admin/modules")).body())
                .contains("href=\"/admin/modules\" aria-current=\"page\"");
        assertThat(door.send(door.as("lan", "/STP2")).body()).doesNotContain("/admin/modules");
        assertThat(door.send(door.as("lan", "/admin/modules")).statusCode()).isEqualTo(403);
    }

    @Test
    void showThePlatformsRoomsOfAnAgencyToWhoMayUseThem() {
        door.room(routes -> routes.get("/{agency}/catalogue", WRITE, request -> Reply.page("C", out -> {}))
                .menu("layout.skip", "puzzle", 900));
        assertThat(door.send(door.as("lan", "/STP2")).body()).doesNotContain("/STP2/catalogue");

        door.sessions.open("mai", "STP2", WRITE);
        assertThat(door.send(door.as("mai", "/STP2/catalogue")).body())
                .contains("<a href=\"/STP2/catalogue\" aria-current=\"page\">");
        assertThat(door.send(door.as("mai", "/STP2")).body()).contains("href=\"/STP2/catalogue\"");
    }

    @Test
    void haveASignOutFormThatCarriesTheToken() {
        assertThat(door.send(door.as("lan", "/STP2")).body())
                .contains("action=\"/sign-out\"", "name=\"_csrf\" value=\"csrf-lan\"");
    }

    @Test
    void markTheNearestEntryOnly() {
        door.serveOpen(routes -> {
            routes.get("/", Permission.ANYONE, request -> Reply.page("All", out -> {}))
                    .menu("layout.home", "house", 1);
            routes.get("/track", Permission.ANYONE, request -> Reply.page("One", out -> {}))
                    .menu("layout.help", "search", 2);
        });

        assertThat(door.get("/public/trial/track").body())
                .contains("<a href=\"/public/trial/track\" aria-current=\"page\">", "<a href=\"/public/trial\">");
    }

    @Test
    void foldsUpWhatIsOfOtherModulesOnceThereIsMoreThanALineOfIt() {
        door.room(routes -> IntStream.range(0, 3)
                .forEach(number -> routes.get("/{agency}/room" + number, READ, request -> Reply.page("C", out -> {}))
                        .menu("layout.skip", "puzzle", 900)));
        String folded = "<details class=\"kt-menu\"><summary class=\"kt-tool\">";
        assertThat(door.send(door.as("lan", "/STP2/trial/read")).body())
                .contains("<li><a href=\"/STP2/room0\">")
                .doesNotContain(folded);

        door.serveStaff(routes -> IntStream.range(0, 8)
                .forEach(number -> routes.get("/list" + number, READ, request -> Reply.page("L", out -> {}))
                        .menu("layout.help", "search", number)));

        assertThat(door.send(door.as("lan", "/STP2/trial/list1")).body())
                .contains("<li><a href=\"/STP2/trial/list1\" aria-current=\"page\">", folded + "Cơ quan</summary>")
                .doesNotContain(folded + "Phân hệ thử");
        assertThat(door.send(door.as("lan", "/STP2/room0")).body())
                .contains(folded + "Phân hệ thử</summary>", "<a href=\"/STP2/trial/list7\">");
    }

    @Test
    void leadToOnesAccountWhenThatRoomIsThere() {
        assertThat(door.send(door.as("lan", "/STP2")).body()).doesNotContain("/account");
        door.room(routes -> routes.get("/account", Permission.SIGNED_IN, request -> Reply.page("A", out -> {})));

        assertThat(door.send(door.as("lan", "/STP2")).body()).contains("href=\"/account\"", "Tài khoản");
    }

    @Test
    void keepLargeTargetsOnPublicPagesForStaffToo() {
        door.serveOpen(routes -> routes.get("/page", Permission.ANYONE, request -> Reply.page("P", out -> {})));

        assertThat(door.send(door.as("lan", "/public/trial/page")).body()).contains("<body class=\"kt-public\">");
        assertThat(door.send(door.as("lan", "/STP2")).body()).contains("<body class=\"kt-staff\">");
    }

    @Test
    void showASearchFieldForModulesThatLookThingsUp() {
        door.serveOpen(routes -> routes.get("/", Permission.ANYONE, request -> Reply.page("S", out -> {}))
                .menu("home.search", "search", 1)
                .query("q"));

        assertThat(door.get("/").body()).contains("role=\"search\" method=\"get\" action=\"/public/trial\"");
    }
}
