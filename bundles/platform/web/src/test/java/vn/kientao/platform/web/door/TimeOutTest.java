package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Release;
import vn.kientao.platform.api.module.Router.Routing;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Reply;

class TimeOutTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();

    @BeforeEach
    void serveSomethingThatHangs() {
        door.serveOpen(routes -> {
            routes.get("/hangs", Permission.ANYONE, request -> {
                hang();
                return Reply.page("late", out -> out.write("<h1>LATE</h1>"));
            });
            routes.get("/quick", Permission.ANYONE, request -> Reply.page("quick", out -> out.write("<h1>QUICK</h1>")));
            routes.get(
                    "/writes",
                    Permission.ANYONE,
                    request -> Reply.download("a.txt", "text/plain", out -> {
                        out.write(new byte[200_000]);
                        hang();
                        out.write('!');
                    }));
        });
        door.patience(Duration.ofMillis(300));
    }

    @AfterEach
    void letGo() {
        mayEnd.countDown();
    }

    private void hang() {
        try {
            mayEnd.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted.set(true);
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void thePlatformAnswersInThePlaceOfAModuleThatHangsWhichKeepsItsLease() {
        HttpResponse<String> answer = door.get("/public/trial/hangs");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3");
        assertThat(answer.headers().firstValue("X-Kientao-Module")).contains("trial@1.0.0");
        assertThat(answer.body())
                .contains("Phân hệ thử", "trả lời quá chậm")
                .contains(answer.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(door.get("/public/trial/quick").statusCode()).isEqualTo(200);
        door.eventually(() -> door.router.leased() == 1);
    }

    @Test
    void aReleaseWithoutAFreePlaceTurnsAwayAndSaysThatTheOthersWork() {
        Release release = FakeRelease.of("full", "1.0.0");
        door.router.answer("full", "STP2", new Routing.Busy(release.manifest()));

        HttpResponse<String> answer = door.get("/STP2/full/list");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3");
        assertThat(answer.body()).contains("đang quá tải", "các phân hệ khác vẫn làm việc");
    }

    @Test
    void aReleaseInQuarantineSaysWhy() {
        LocalText reason = new LocalText("Phiên bản 1.0.0 trả lời quá chậm.", "Version 1.0.0 is too slow.");
        LocalText name = new LocalText("Tiếp dân", "Receptions");
        door.router.answer("held", "STP2", new Routing.Quarantined(new ModuleId("held"), name, reason));

        HttpResponse<String> answer =
                door.send(door.request("/STP2/held/list?lang=en").header("Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThat(answer.body()).contains("Receptions is out of service", "Version 1.0.0 is too slow.");
    }

    @Test
    void aProgramIsToldInJson() {
        HttpResponse<String> answer =
                door.send(door.request("/public/trial/hangs").header("Accept", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"module-slow\"");
    }

    @Test
    void theLateAnswerIsDroppedAndTheThreadIsNeverInterrupted() {
        door.get("/public/trial/hangs");
        assertThat(door.router.timedOut()).isEqualTo(1);
        assertThat(door.router.served()).singleElement().satisfies(told -> {
            assertThat(told.status()).isEqualTo(503);
            assertThat(told.route()).isEqualTo("GET /public/hangs");
            assertThat(told.nanos()).isGreaterThan(Duration.ofMillis(300).toNanos());
        });

        mayEnd.countDown();

        door.eventually(() -> door.router.leased() == 0);
        assertThat(door.router.served()).as("told once").hasSize(1);
        assertThat(interrupted).isFalse();
    }

    @Test
    void theClientsWaitEndsOnTheWireAlthoughTheHandlerGoesOn() throws IOException {
        for (String encoding : new String[] {"identity", "gzip"}) {
            try (Socket socket = new Socket("localhost", door.uri("/").getPort())) {
                socket.setSoTimeout(10_000);
                OutputStream out = socket.getOutputStream();
                out.write(("GET /public/trial/hangs HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: " + encoding
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                InputStream in = socket.getInputStream();
                byte[] all = in.readAllBytes();
                String text = new String(all, StandardCharsets.UTF_8);
                assertThat(text).startsWith("HTTP/1.1 503").containsIgnoringCase("Connection: close");
                if (encoding.equals("identity")) {
                    assertThat(text).contains("</html>");
                }
            }
        }
        assertThat(door.router.leased()).isEqualTo(2);
    }

    @Test
    void anAnswerThatHasBegunIsLeftAlone() throws IOException {
        try (Socket socket = new Socket("localhost", door.uri("/").getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /public/trial/writes HTTP/1.0\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).endsWith(" 200");
            assertThat(door.get("/public/trial/hangs").statusCode())
                    .as("the watchdog has been round since")
                    .isEqualTo(503);

            mayEnd.countDown();

            assertThat(in.readAllBytes()).endsWith('!');
        }
        assertThat(door.router.timedOut()).isEqualTo(1);
    }
}
