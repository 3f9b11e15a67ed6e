package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.api.security.Permission.ANYONE;
import static vn.kientao.platform.web.door.FakeRelease.WRITE;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.web.Reply;

/** What cannot be checked is refused, and says nothing of why. */
class FailClosedTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    private final AtomicInteger done = new AtomicInteger();

    @BeforeEach
    void serve() {
        door.sessions.open("lan", "STP2", WRITE);
        door.serveStaff(routes -> {
            routes.post("/things", WRITE, request -> Reply.json(done.incrementAndGet()));
            routes.get("/things", WRITE, request -> Reply.json(done.incrementAndGet()));
        });
    }

    @Test
    void nobodyPassesWhileTheirPermissionsCannotBeRead() {
        door.sessions.fault =
                Optional.of(new DatabaseException("secret words of the database", new RuntimeException()));
        for (HttpResponse<String> answer :
                List.of(door.post("/STP2/trial/things", "a=b"), door.send(door.as("lan", "/STP2/trial/things")))) {
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("secret words").doesNotContain("Exception");
        }
        assertThat(done).hasValue(0);
        door.sessions.fault = Optional.empty();
        assertThat(door.post("/STP2/trial/things", "a=b").statusCode()).isEqualTo(200);
    }

    @Test
    void aHandlerThatFailsHalfWayAnswersAsOneThatDidNothing() {
        door.serveOpen(routes -> routes.get("/halfway", ANYONE, request -> {
            throw new IllegalStateException("the audit entry could not be written: secret words");
        }));
        HttpResponse<String> answer = door.get("/public/trial/halfway");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret words");
    }
}
