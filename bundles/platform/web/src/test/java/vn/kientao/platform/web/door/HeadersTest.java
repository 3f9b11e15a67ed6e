package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.api.security.Permission.ANYONE;
import static vn.kientao.platform.web.door.FakeRelease.READ;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Router.Routing;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Routes;

class HeadersTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    @BeforeEach
    void serve() {
        door.sessions.open("lan", "STP2", READ);
        door.serve(new ModuleRoutes() {
            @Override
            public void open(Routes routes) {
                routes.get("/page", ANYONE, request -> Reply.page("P", out -> out.write("x")));
                routes.get("/go", ANYONE, request -> Reply.seeOther("/public/trial/page"));
                routes.get("/file", ANYONE, request -> Reply.download("a.txt", "text/plain", out -> out.write('x')));
                routes.get("/broken", ANYONE, request -> {
                    throw new IllegalStateException("broken");
                });
                routes.get("/address", ANYONE, request -> Reply.json(request.remoteAddress()));
                routes.get(
                        "/absolute",
                        ANYONE,
                        request -> Reply.json(request.page().absolute("/x")));
            }

            @Override
            public void staff(Routes routes) {
                routes.get("/page", READ, request -> Reply.page("P", out -> out.write("x")));
            }
        });
    }

    @Test
    void areOnEveryAnswerWhateverBecameOfIt() {
        door.router.answer("gone", "STP2", new Routing.Away(new ModuleId("gone")));
        List<HttpResponse<String>> answers = List.of(
                door.get("/public/trial/page"),
                door.get("/public/trial/go"),
                door.get("/public/trial/file"),
                door.get("/public/trial/broken"),
                door.get("/public/trial/nothing"),
                door.get("/public/trial/page?q=%FF"),
                door.get("/STP2/trial/page"),
                door.get("/STP2/gone/page"),
                door.send(door.request("/public/trial/page").DELETE()),
                door.send(door.request("/public/trial/page").method("OPTIONS", BodyPublishers.noBody())),
                door.get(door.assets.address("kientao.css")),
                door.get("/a/nothing/kientao.css"),
                door.get("/favicon.ico"),
                door.get("/api/openapi.json"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
            assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                    .contains("same-origin");
            assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
            assertThat(answer.headers().firstValue("X-Kientao-Shell")).contains(door.assets.shell());
        });
    }

    @Test
    void leaveFilesToStandAlone() {
        assertThat(door.get("/public/trial/file").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).endsWith("; sandbox"));
    }

    @Test
    void keepPagesOfSignedInPeopleOutOfEveryStore() {
        assertThat(door.send(door.as("lan", "/STP2/trial/page")).headers().firstValue("Cache-Control"))
                .contains("no-store");
        assertThat(door.send(door.as("lan", "/public/trial/file")).headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void bindCookiesToTheHostWhenTheProxySaysTls() {
        HttpResponse<String> answer =
                door.send(door.request("/public/trial/page").header("X-Forwarded-Proto", "https"));

        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-kt-visitor=")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/;");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void takeNoSessionFromAnUnboundCookieOverTls() {
        HttpResponse<String> answer =
                door.send(door.as("lan", "/STP2/trial/page").header("X-Forwarded-Proto", "https"));

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void tellWhereTheBrowserIsBehindTrustedProxiesOnly() {
        HttpResponse<String> answer =
                door.send(door.request("/public/trial/address").header("X-Forwarded-For", "6.6.6.6, 203.0.113.9"));

        assertThat(answer.body()).isEqualTo("\"203.0.113.9\"");
    }

    @Test
    void makeWholeAddressesFromWhatTheBrowserSees() {
        assertThat(door.get("/public/trial/absolute").body()).isEqualTo("\"" + door.origin() + "/x\"");
        assertThat(door.send(door.request("/public/trial/absolute")
                                .header("X-Forwarded-Proto", "https")
                                .header("X-Forwarded-Host", "kientao.example.vn"))
                        .body())
                .isEqualTo("\"https://kientao.example.vn/x\"");
    }
}
