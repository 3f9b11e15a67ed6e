package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.api.security.Permission.ANYONE;
import static vn.kientao.platform.web.door.FakeRelease.READ;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Router.Routing;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Routes;

class FrontDoorTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    private static final ModuleRoutes HELLO = new ModuleRoutes() {
        @Override
        public void staff(Routes routes) {
            routes.get(
                            "/things/{code}",
                            READ,
                            request -> Reply.page(
                                    "Vật " + request.pathValue("code"),
                                    out -> out.write("<h1>" + request.agency().code() + "</h1>")))
                    .menu("layout.help", "folder2-open", 10);
            routes.get("/things/new", READ, request -> Reply.page("Vật mới", out -> out.write("<h1>new</h1>")));
            routes.post(
                    "/things", READ, request -> Reply.seeOther(request.page().link("/things/1")));
        }

        @Override
        public void open(Routes routes) {
            routes.get("/", ANYONE, request -> Reply.page("Công khai", out -> out.write("<h1>Ai cũng xem</h1>")))
                    .menu("home.search", "search", 1);
        }
    };

    @Test
    void servesAPublicPageOfAModuleInTheLayout() {
        door.serve(HELLO);

        HttpResponse<String> answer = door.get("/public/trial");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<h1>Ai cũng xem</h1>", "<html lang=\"vi\"", "Kiến Tạo</title>");
        assertThat(answer.headers().firstValue("X-Kientao-Module")).contains("trial@1.0.0");
        door.eventually(() -> door.router.leased() == 0);
    }

    @Test
    void prefersWordsToValuesWhicheverRoomDeclaredThem() {
        door.room(routes -> routes.get("/{agency}/people/{id}", ANYONE, request -> Reply.json("one")));
        door.room(routes -> routes.get("/{agency}/people/new", ANYONE, request -> Reply.json("new")));
        door.room(routes -> routes.get("/{agency}/things/{id}", ANYONE, request -> Reply.json("one")));

        assertThat(door.get("/STP2/people/new").body()).contains("new");
        assertThat(door.get("/STP2/people/7").body()).contains("one");
        assertThat(door.get("/STP2/things/new").body()).contains("one");
    }

    @Test
    void servesAPageOfAnAgencyToWhoMayReadThere() {
        door.serve(HELLO);
        door.sessions.open("lan", "STP2", READ);

        HttpResponse<String> answer = door.send(door.as("lan", "/STP2/trial/things/7"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<h1>STP2</h1>", "Sở Tư pháp", "Nguyễn Thị lan");
    }

    @Test
    void takesAWordBeforeAValue() {
        door.serve(HELLO);
        door.sessions.open("lan", "STP2", READ);

        assertThat(door.send(door.as("lan", "/STP2/trial/things/new")).body()).contains("<h1>new</h1>");
    }

    @Test
    void sendsAVisitorToTheSignInPageAndBack() {
        door.serve(HELLO);

        HttpResponse<String> answer = door.get("/STP2/trial/things/7?q=a");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/sign-in?next=%2FSTP2%2Ftrial%2Fthings%2F7%3Fq%3Da");
    }

    @Test
    void refusesSomebodyOfAnotherAgency() {
        door.serve(HELLO);
        door.sessions.open("minh", "PAX", READ);

        assertThat(door.send(door.as("minh", "/STP2/trial/things/7")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void tellsThatAModuleIsOff() {
        var release = door.serve(HELLO);
        door.router.answer("trial", "STP2", new Routing.Off(release.manifest()));

        HttpResponse<String> answer = door.get("/STP2/trial/things/7");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Phân hệ Phân hệ thử đang tắt", "Sở Tư pháp", "quản trị nền tảng");
    }

    @Test
    void asksToComeBackWhileAModuleIsAway() {
        door.router.answer("trial", "STP2", new Routing.Away(new ModuleId("trial")));

        HttpResponse<String> answer = door.get("/STP2/trial/things/7");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3");
    }

    @Test
    void doesNotKnowOtherModulesAgenciesAndPaths() {
        door.serve(HELLO);

        assertThat(door.get("/STP2/other").statusCode()).isEqualTo(404);
        assertThat(door.get("/XXX/trial").statusCode()).isEqualTo(404);
        assertThat(door.get("/public/trial/nothing").statusCode()).isEqualTo(404);
        assertThat(door.get("/public/Trial!").statusCode()).isEqualTo(404);
        assertThat(door.get("/XXX").body()).contains("Không có đơn vị mang mã này");
        assertThat(door.get("/nowhere").body()).contains("Không tìm thấy trang này");
    }

    @Test
    void namesTheAgenciesThatTookOver() {
        door.serve(HELLO);

        HttpResponse<String> answer = door.get("/HCN/trial/things/1");

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("UBND huyện Cái Nước", "UBND phường An Xuyên (/PAX)");
    }

    @Test
    void showsHomeWithTheModulesThatHavePublicPages() {
        door.serve(HELLO);

        assertThat(door.get("/").body()).contains("Phân hệ thử", "href=\"/public/trial\"");
    }
}
