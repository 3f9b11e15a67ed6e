package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.api.security.Permission.ANYONE;
import static vn.kientao.platform.web.door.FakeRelease.WRITE;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kientao.platform.api.web.Reply;

class CsrfTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    private final AtomicInteger written = new AtomicInteger();

    @BeforeEach
    void serve() {
        door.sessions.open("lan", "STP2", WRITE);
        door.serveStaff(routes -> {
            routes.post("/things", WRITE, request -> write());
            routes.put("/things", WRITE, request -> write());
            routes.delete("/things", WRITE, request -> write());
        });
    }

    private Reply write() {
        written.incrementAndGet();
        return Reply.json("written");
    }

    private static HttpRequest.Builder form(HttpRequest.Builder request, String fields) {
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
    }

    @Test
    void takesAFormWithTheTokenOfTheSession() {
        assertThat(door.send(form(door.as("lan", "/STP2/trial/things"), "_csrf=csrf-lan"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(written).hasValue(1);
    }

    @Test
    void takesTheTokenInAHeader() {
        assertThat(door.post("/STP2/trial/things", "a=1").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_csrf=", "_csrf=csrf-minh", "csrf=csrf-lan"})
    void refusesAFormWithoutTheRightToken(String fields) {
        HttpResponse<String> answer = door.send(form(door.as("lan", "/STP2/trial/things"), fields));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Biểu mẫu đã hết hạn");
        assertThat(written).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void refusesOtherUnsafeMethodsWithoutToken(String method) {
        assertThat(door.send(door.as("lan", "/STP2/trial/things").method(method, BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void refusesAFormFromAnotherSiteEvenWithTheToken(String header, String value) {
        HttpResponse<String> answer =
                door.send(form(door.as("lan", "/STP2/trial/things").header(header, value), "_csrf=csrf-lan"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Yêu cầu đến từ một trang khác");
    }

    @Test
    void takesAFormThatSaysItComesFromHere() {
        HttpRequest.Builder request = door.as("lan", "/STP2/trial/things")
                .header("Origin", door.origin())
                .header("Sec-Fetch-Site", "same-origin");

        assertThat(door.send(form(request, "_csrf=csrf-lan")).statusCode()).isEqualTo(200);
    }

    @Test
    void givesAVisitorATokenOfHisOwn() {
        door.serveOpen(routes -> {
            routes.get(
                    "/form",
                    ANYONE,
                    request -> Reply.page(
                            "F", out -> out.write("token=" + request.page().csrfToken() + ";")));
            routes.post("/form", ANYONE, request -> Reply.json("taken"));
        });
        HttpResponse<String> form = door.get("/public/trial/form");
        String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        String token = form.body().split("token=")[1].split(";")[0];

        assertThat(door.send(form(door.request("/public/trial/form").header("Cookie", cookie), "_csrf=" + token))
                        .statusCode())
                .isEqualTo(200);
        assertThat(door.send(form(door.request("/public/trial/form"), "_csrf=" + token))
                        .statusCode())
                .isEqualTo(403);
    }
}
