package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.api.web.Reply;

/** What comes between a person and a page that is theirs: a duty, or a proof that it is still them. */
class StepUpTest {
    private static final Permission GRAVE = Permission.SIGNED_IN;

    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    private final AtomicReference<Map<String, List<String>>> arrived = new AtomicReference<>(Map.of());

    @BeforeEach
    void serve() {
        Actor lan = new Actor("7", "Lan", Set.of(), Map.of());
        door.sessions.put("lan", new Session("h", lan, "csrf-lan", Optional.empty()));
        door.room(routes -> {
            routes.get("/account/password", Permission.SIGNED_IN, request -> Reply.json("password"));
            routes.get("/open", Permission.ANYONE, request -> Reply.json("open"));
            routes.get("/plain", Permission.SIGNED_IN, request -> Reply.json("plain"));
            routes.post("/grave", GRAVE, request -> {
                        arrived.set(request.form());
                        return Reply.json(request.fields());
                    })
                    .stepUp();
        });
    }

    @Test
    void asksBeforeTheHandlerRunsAndOnlyOnRoutesThatSaySo() {
        door.proof.set(request -> Optional.of(Reply.seeOther("/account/confirm")));

        assertThat(door.post("/grave", "a=1").headers().firstValue("Location")).contains("/account/confirm");
        assertThat(arrived.get()).isEmpty();
        assertThat(door.send(door.as("lan", "/plain")).body()).isEqualTo("\"plain\"");
    }

    @Test
    void letsTheSameFormThroughOnceItBringsTheProofAndHidesThatFromTheHandlersFields() {
        door.proof.set(request -> request.field("_proof").isPresent()
                ? Optional.empty()
                : Optional.of(Reply.seeOther("/account/confirm")));

        HttpResponse<String> answer = door.post("/grave", "a=1&a=2&_proof=123456");

        assertThat(answer.body()).isEqualTo("{\"a\":\"1\"}");
        assertThat(arrived.get()).containsEntry("a", List.of("1", "2"));
    }

    @Test
    void leadsSomebodyWithADutyThereFirstAndLeavesOpenPagesOpen() {
        Actor nobody = new Actor("7", "Lan", Set.of(), Map.of());
        door.sessions.put(
                "owing", new Session("h", nobody, "csrf", Optional.empty(), Optional.of("/account/password")));

        assertThat(location("/plain")).contains("/account/password");
        assertThat(location("/account/password")).isEmpty();
        assertThat(location("/open")).isEmpty();
        HttpRequest.Builder program = door.as("owing", "/plain").header("Accept", "application/json");
        HttpResponse<String> refused = door.send(program);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("duty-first", "/account/password");
    }

    private Optional<String> location(String path) {
        return door.send(door.as("owing", path)).headers().firstValue("Location");
    }
}
