package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.data.DatabaseTime;
import vn.kientao.platform.api.module.Served;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;

class ServedTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    @Test
    void aReleaseIsToldWhatEachRequestWasAndCost() {
        door.serveOpen(routes -> routes.get("/papers/{id}", Permission.ANYONE, request -> {
            DatabaseTime.enter();
            byte[] paper = new byte[3_000_000];
            DatabaseTime.leave();
            return Reply.json(paper.length);
        }));

        door.get("/public/trial/papers/7");

        Served told = only();
        assertThat(told.route()).isEqualTo("GET /public/papers/{id}");
        assertThat(told.agency()).isEmpty();
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.allocated()).isBetween(3_000_000L, 30_000_000L);
        assertThat(told.databaseNanos()).isPositive().isLessThanOrEqualTo(told.nanos());
    }

    @Test
    void theStatusToldIsTheOneAnswered() {
        door.serveOpen(routes -> {
            routes.get("/faulty", Permission.ANYONE, request -> {
                throw new IllegalStateException("planted");
            });
            routes.get("/refusing", Permission.ANYONE, request -> {
                throw new ProblemException(problem(409));
            });
        });

        door.get("/public/trial/faulty");
        door.get("/public/trial/refusing");
        door.get("/public/trial/nothing-there");

        door.eventually(() -> door.router.served().size() == 3);
        assertThat(door.router.served()).extracting(Served::status).containsExactly(500, 409, 404);
        assertThat(door.router.served())
                .extracting(Served::route)
                .containsExactly("GET /public/faulty", "GET /public/refusing", "-");
        assertThat(door.router.served()).extracting(Served::error).containsExactly(true, false, false);
    }

    @Test
    void anAnswerThatBreaksOffIsAnError() {
        door.serveOpen(routes -> routes.get(
                "/long",
                Permission.ANYONE,
                request -> Reply.download("long.bin", "application/octet-stream", out -> {
                    out.write(new byte[1_000_000]);
                    throw new IllegalStateException("planted");
                })));

        assertThat(sendFails("/public/trial/long")).isTrue();

        assertThat(only().status()).isEqualTo(500);
    }

    @Test
    void anOutOfMemoryErrorIsAnErrorOfOneRequestAndNoMore() {
        door.serveOpen(routes -> {
            routes.get("/greedy", Permission.ANYONE, request -> {
                throw new OutOfMemoryError("planted");
            });
            routes.get("/modest", Permission.ANYONE, request -> Reply.json("here"));
        });

        assertThat(door.get("/public/trial/greedy").statusCode()).isEqualTo(500);
        assertThat(door.get("/public/trial/modest").statusCode()).isEqualTo(200);
    }

    private boolean sendFails(String path) {
        try {
            door.get(path);
            return false;
        } catch (UncheckedIOException e) {
            return true;
        }
    }

    private Served only() {
        List<Served> told = door.router.served();
        door.eventually(() -> !told.isEmpty());
        assertThat(told).hasSize(1);
        return told.get(0);
    }

    private static Problem problem(int status) {
        LocalText text = new LocalText("thử", "trial");
        return new Problem(status, "trial", text, text, List.of());
    }
}
