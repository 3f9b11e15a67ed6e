package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;

/** Two programs that change the same record do not overwrite each other. */
class VersionsTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    private final AtomicLong version = new AtomicLong(7);
    private boolean overtaken;

    @BeforeEach
    void serve() {
        door.tokens.put(
                "kt_lan", new Session("token 7", new Actor("7", "Program", Set.of(), Map.of()), "", Optional.empty()));
        door.room(routes -> {
            routes.get("/api/v1/thing", Permission.SIGNED_IN, request -> shown())
                    .versioned();
            routes.put("/api/v1/thing", Permission.SIGNED_IN, this::change).versioned();
            routes.post("/api/v1/thing", Permission.SIGNED_IN, this::change);
        });
    }

    private Reply shown() {
        return Reply.json(Map.of("version", version.get())).version(version.get());
    }

    private Reply change(Request request) {
        request.expect(version.get());
        if (overtaken) {
            throw new StaleRecordException("thing", version.get());
        }
        version.incrementAndGet();
        return shown();
    }

    @Test
    void anAnswerNamesItsVersionAndIsNotSentTwice() {
        HttpResponse<String> first = door.send(request());
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = door.send(request().header("If-None-Match", tag));

        assertThat(tag).matches("\"7\\.[0-9a-f]{16}\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        version.incrementAndGet();
        assertThat(door.send(request().header("If-None-Match", tag)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoHasSeenThePresentVersionMayChangeIt() {
        String tag = door.send(request()).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> changed = put(tag);

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag").orElseThrow()).startsWith("\"8.");
    }

    @Test
    void whoHasSeenAnOlderOneIsToldToReadAgain() {
        HttpResponse<String> refused = put("\"6\"");

        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(refused.body()).contains("\"code\":\"version-moved\"");
        assertThat(version).hasValue(7);
    }

    @Test
    void whoNamesNoVersionIsRefusedWhereTheRouteNeedsOne() {
        HttpResponse<String> refused = door.send(request().PUT(HttpRequest.BodyPublishers.noBody()));

        assertThat(refused.statusCode()).isEqualTo(428);
        assertThat(refused.body()).contains("\"code\":\"version-missing\"");
        assertThat(version).hasValue(7);
        assertThat(door.send(request().POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .as("a route that does not insist")
                .isEqualTo(200);
    }

    @Test
    void whoIsOvertakenBetweenReadingAndWritingIsToldTheSame() {
        overtaken = true;

        assertThat(put("\"7\"").statusCode()).isEqualTo(412);
        assertThat(door.send(request().POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(409);
    }

    private HttpResponse<String> put(String tag) {
        return door.send(request().header("If-Match", tag).PUT(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request() {
        return door.request("/api/v1/thing").header("Authorization", "Bearer kt_lan");
    }
}
