package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;

/** A program that does not know whether its first request has arrived sends it again. */
class OnceTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    private final AtomicInteger made = new AtomicInteger();

    /** What is asked for. */
    public record Wanted(String name) {}

    @BeforeEach
    void serve() {
        door.tokens.put("kt_lan", program("7"));
        door.tokens.put("kt_binh", program("8"));
        door.room(routes -> routes.post("/api/v1/things", Permission.SIGNED_IN, request -> {
            String name = request.json(Wanted.class).name();
            if (name.equals("bad")) {
                throw new ProblemException(new Problem(422, "bad", new LocalText("x", "x"), new LocalText("", "")));
            }
            return new Reply.Json(
                    201, Map.of("name", name, "number", made.incrementAndGet()), Map.of("Location", "/things/1"));
        }));
    }

    @Test
    void answersTheSameRequestOnceHoweverOftenItComes() {
        HttpResponse<String> first = posted("kt_lan", "key-1", "{\"name\":\"a\"}");
        HttpResponse<String> again = posted("kt_lan", "key-1", "{\"name\":\"a\"}");

        assertThat(made).hasValue(1);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location")).hasValue("/things/1");
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void refusesTheKeyForAnotherBodyAndTakesItFromAnotherSender() {
        posted("kt_lan", "key-1", "{\"name\":\"a\"}");

        HttpResponse<String> other = posted("kt_lan", "key-1", "{\"name\":\"b\"}");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("key-reused");
        assertThat(posted("kt_binh", "key-1", "{\"name\":\"b\"}").statusCode()).isEqualTo(201);
        assertThat(posted("kt_lan", "key-2", "{\"name\":\"a\"}").statusCode()).isEqualTo(201);
        assertThat(made).hasValue(3);
    }

    @Test
    void keepsNoErrorSoThatItCanBeTriedAgain() {
        assertThat(posted("kt_lan", "key-1", "{\"name\":\"bad\"}").statusCode()).isEqualTo(422);

        assertThat(posted("kt_lan", "key-1", "{\"name\":\"good\"}").statusCode())
                .isEqualTo(201);
        assertThat(posted("kt_lan", "k".repeat(101), "{\"name\":\"a\"}").statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> posted(String token, String key, String body) {
        return door.send(door.request("/api/v1/things")
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static Session program(String account) {
        return new Session("token " + account, new Actor(account, account, Set.of(), Map.of()), "", Optional.empty());
    }
}
