package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.web.door.FakeRelease.READ;
import static vn.kientao.platform.web.door.FakeRelease.WRITE;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.web.refused.Refused;

/** Who is turned away is told of, with everything that says who and where. */
class RefusedTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    @BeforeEach
    void serve() {
        door.sessions.open("lan", "STP2", READ);
        door.serveStaff(routes -> {
            routes.get("/things/{id}", WRITE, request -> Reply.json("secret"));
            routes.post("/notes", READ, request -> Reply.json("kept"));
            routes.post("/purge", READ, request -> Reply.json("gone")).stepUp();
        });
    }

    private Refused last() {
        return door.refused.get(door.refused.size() - 1);
    }

    @Test
    void wantOfAPermission() {
        assertThat(door.send(door.as("lan", "/STP2/trial/things/7")).statusCode())
                .isEqualTo(403);

        assertThat(last().code()).isEqualTo("forbidden");
        assertThat(last().status()).isEqualTo(403);
        assertThat(last().owner()).isEqualTo("trial");
        assertThat(last().route()).isEqualTo("GET /things/{id}");
        assertThat(last().path()).isEqualTo("/STP2/trial/things/7");
        assertThat(last().circumstances().agency()).hasValue("STP2");
        assertThat(last().circumstances().actor().signedIn()).isTrue();
        assertThat(last().circumstances().address()).isEqualTo("127.0.0.1");
    }

    @Test
    void aFormWithoutItsTokenOrFromAnotherSite() {
        HttpRequest.Builder bare = door.as("lan", "/STP2/trial/notes").POST(HttpRequest.BodyPublishers.ofString("a=b"));
        assertThat(door.send(bare).statusCode()).isEqualTo(403);
        assertThat(last().code()).isEqualTo("form-expired");

        door.send(bare.header("Origin", "https://evil.example"));
        assertThat(last().code()).isEqualTo("other-site");
    }

    @Test
    void wantOfAFreshProof() {
        door.proof.set(request -> {
            throw new ProblemException(new Problem(401, "step-up-required", LocalText.same("x"), LocalText.same("")));
        });
        assertThat(door.post("/STP2/trial/purge", "a=b").statusCode()).isEqualTo(401);

        assertThat(last().code()).isEqualTo("step-up-required");
    }

    @Test
    void whoMayIsNotTold() {
        assertThat(door.post("/STP2/trial/notes", "a=b").statusCode()).isEqualTo(200);

        assertThat(door.refused).isEmpty();
    }
}
