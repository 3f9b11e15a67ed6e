package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.web.limit.RateLimits;

/** Programs with access tokens, and how much anybody may ask. */
class AccessTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest(new RateLimits.Figures(30, 2, 4, 6, 0, 0));

    @BeforeEach
    void serve() {
        Actor robot = new Actor("9", "Dịch vụ", Set.of(), Map.of());
        door.tokens.put("kt_good", new Session("token 1", robot, "", Optional.empty()));
        door.sessions.put(
                "lan", new Session("h", new Actor("7", "Lan", Set.of(), Map.of()), "csrf-lan", Optional.empty()));
        door.room(routes -> {
            routes.get("/page", Permission.SIGNED_IN, request -> Reply.json("page"));
            routes.get(
                    "/api/v1/who",
                    Permission.SIGNED_IN,
                    request -> Reply.json(request.actor().account()));
            routes.post("/api/v1/act", Permission.SIGNED_IN, request -> Reply.json("done"));
            routes.post("/open", Permission.ANYONE, request -> Reply.json("taken"));
        });
    }

    @Test
    void letsAProgramActByItsTokenAloneWithoutCookieAndWithoutCsrfToken() {
        HttpResponse<String> answer = door.send(door.request("/api/v1/act")
                .header("Authorization", "Bearer kt_good")
                .POST(empty()));

        assertThat(answer.body()).isEqualTo("\"done\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        HttpRequest.Builder both = door.as("lan", "/api/v1/who").header("Authorization", "Bearer kt_good");
        assertThat(door.send(both).body()).isEqualTo("\"9\"");
    }

    @Test
    void refusesATokenThatNobodyHasEvenBesideAGoodCookie() {
        HttpResponse<String> refused =
                door.send(door.as("lan", "/api/v1/who").header("Authorization", "Bearer kt_bad"));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("bad-token");
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @Test
    void takesTokensForProgramsOnlyAndNotForPages() {
        HttpResponse<String> page = door.send(door.request("/page").header("Authorization", "Bearer kt_good"));

        assertThat(page.headers().firstValue("Location").orElse("")).startsWith("/sign-in");
    }

    @Test
    void answers429WithTheSecondsToWaitToProgramsAndToPeople() {
        HttpResponse<String> last = door.get("/agencies");
        for (int i = 0; i < 6; i++) {
            last = door.send(door.request("/api/v1/who").header("Authorization", "Bearer kt_good"));
            assertThat(last.statusCode()).isEqualTo(200);
        }
        last = door.send(door.request("/api/v1/who").header("Authorization", "Bearer kt_good"));
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElse("0")))
                .isBetween(1, 60);

        for (int i = 0; i < 4; i++) {
            assertThat(door.send(door.as("lan", "/page")).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> page = door.send(door.as("lan", "/page").header("Accept", "text/html"));
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("Gửi quá nhiều yêu cầu");
    }

    @Test
    void limitsFormsThatAnybodyMaySendMoreClosely() {
        for (int i = 0; i < 2; i++) {
            assertThat(door.post("/open", "a=1").statusCode()).isEqualTo(200);
        }

        assertThat(door.post("/open", "a=1").statusCode()).isEqualTo(429);
        assertThat(door.get("/agencies").statusCode()).isLessThan(400);
    }

    @Test
    void limitsAnAddressBeforeAnybodyIsRecognised() {
        int refused = 0;
        for (int i = 0; i < 40; i++) {
            refused += door.get("/agencies").statusCode() == 429 ? 1 : 0;
        }

        assertThat(refused).isBetween(8, 10);
    }

    private static HttpRequest.BodyPublisher empty() {
        return HttpRequest.BodyPublishers.noBody();
    }
}
