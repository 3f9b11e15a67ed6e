package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.api.security.Permission.ANYONE;
import static vn.kientao.platform.web.door.FakeRelease.READ;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.module.Release;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Routes;

class DraftsTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    private static void declare(Routes routes) {
        routes.get("/form", READ, request -> Reply.json(request.draft("thing").orElse(Map.of())));
        routes.get("/accept", READ, request -> {
            request.discardDraft("thing");
            return Reply.json("accepted");
        });
    }

    @BeforeEach
    void serve() {
        door.sessions.open("lan", "STP2", READ);
        door.sessions.open("minh", "STP2", READ);
        door.serveStaff(DraftsTest::declare);
    }

    private HttpResponse<String> keep(String token, String fields) {
        return door.send(
                put(door.as(token, "/drafts/STP2/trial/thing"), fields).header("X-CSRF-Token", "csrf-" + token));
    }

    private static HttpRequest.Builder put(HttpRequest.Builder request, String fields) {
        return request.header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .PUT(BodyPublishers.ofString(fields));
    }

    private String form(String token) {
        return door.send(door.as(token, "/STP2/trial/form")).body();
    }

    @Test
    void comeBackToWhoTypedThemOnly() {
        assertThat(keep("lan", "name=An&note=%C4%91").statusCode()).isEqualTo(200);

        assertThat(form("lan")).isEqualTo("{\"name\":\"An\",\"note\":\"đ\"}");
        assertThat(form("minh")).isEqualTo("{}");
    }

    @Test
    void outliveAnUpdateOfTheirModule() {
        keep("lan", "name=An");
        Release next = FakeRelease.of("trial", "2.0.0", new ModuleRoutes() {
            @Override
            public void staff(Routes routes) {
                declare(routes);
            }
        });
        door.gate.admit(next);
        door.router.serve(next);

        HttpResponse<String> answer = door.send(door.as("lan", "/STP2/trial/form"));

        assertThat(answer.headers().firstValue("X-Kientao-Module")).contains("trial@2.0.0");
        assertThat(answer.body()).isEqualTo("{\"name\":\"An\"}");
    }

    @Test
    void areGoneWhenTheFormWasAccepted() {
        keep("lan", "name=An");
        door.send(door.as("lan", "/STP2/trial/accept"));

        assertThat(form("lan")).isEqualTo("{}");
    }

    @Test
    void needTheToken() {
        assertThat(door.send(put(door.as("lan", "/drafts/STP2/trial/thing"), "name=An"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(form("lan")).isEqualTo("{}");
    }

    @Test
    void areNotLongerThan64Kilobytes() {
        assertThat(keep("lan", "note=" + "x".repeat(64 * 1024)).statusCode()).isEqualTo(413);
    }

    @Test
    void areKeptForVisitorsToo() {
        door.serveOpen(routes -> routes.get(
                "/form", ANYONE, request -> Reply.json(request.draft("thing").orElse(Map.of()))));
        String visitor = "kt-visitor=AAAAAAAAAAAAAAAAAAAAAA";
        String token = door.sessions.visitorCsrfToken("AAAAAAAAAAAAAAAAAAAAAA");

        HttpResponse<String> kept = door.send(put(door.request("/drafts/-/trial/thing"), "name=An")
                .header("Cookie", visitor)
                .header("X-CSRF-Token", token));

        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(door.send(door.request("/public/trial/form").header("Cookie", visitor))
                        .body())
                .isEqualTo("{\"name\":\"An\"}");
        assertThat(door.get("/public/trial/form").body()).isEqualTo("{}");
    }
}
