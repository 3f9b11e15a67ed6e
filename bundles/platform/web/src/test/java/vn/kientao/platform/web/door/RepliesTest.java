package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.api.security.Permission.ANYONE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Handler;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Reply.Crumb;
import vn.kientao.platform.api.web.Request;

class RepliesTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    private HttpResponse<String> answer(Handler handler) {
        door.serveOpen(routes -> routes.get("/page", ANYONE, handler));
        return door.get("/public/trial/page");
    }

    @Test
    void escapesEverythingThatComesFromData() {
        String attack = "<script>alert(1)</script>";
        HttpResponse<String> answer =
                answer(request -> Reply.page(attack, out -> out.write("")).crumbs(new Crumb(attack, "/\"><script>")));

        assertThat(answer.body()).doesNotContain("<script>alert", "\"><script>").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void escapesTheAddressInTheLayoutToo() {
        door.serveOpen(routes -> routes.get("/page", ANYONE, request -> Reply.page("P", out -> out.write(""))));

        assertThat(door.get("/public/trial/page?q=%22%3E%3Cscript%3E").body()).doesNotContain("\"><script>");
    }

    @Test
    void turnsABodyThatBreaksIntoAnErrorPage() {
        HttpResponse<String> answer = answer(request -> Reply.page("Hỏng", out -> {
            out.write("<h1>half a page</h1>");
            throw new IllegalStateException("secret of the inside");
        }));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains(
                        "Có lỗi khi xử lý yêu cầu",
                        answer.headers().firstValue("X-Request-Id").orElseThrow())
                .doesNotContain("half a page", "secret", "IllegalState", "vn.kientao");
        door.eventually(() -> door.router.leased() == 0);
    }

    @Test
    void turnsEveryOtherFaultIntoAnErrorPage() {
        assertThat(answer(request -> {
                            throw new NoClassDefFoundError("missing/Type");
                        })
                        .statusCode())
                .isEqualTo(500);
        assertThat(answer(RepliesTest::endless).statusCode()).isEqualTo(500);
        assertThat(answer(request -> null).statusCode()).isEqualTo(500);
        door.eventually(() -> door.router.leased() == 0);
    }

    private static Reply endless(Request request) {
        return request.method().isEmpty() ? Reply.json("end") : endless(request);
    }

    @Test
    void cutsTheConnectionWhenALongPageBreaksAfterItsBeginningHasLeft() {
        door.serveOpen(routes -> routes.get(
                "/page",
                ANYONE,
                request -> Reply.page("Dài", out -> {
                    for (int i = 0; i < 6_000; i++) {
                        out.write("x".repeat(1024));
                    }
                    throw new IllegalStateException("too late");
                })));

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> door.get("/public/trial/page")))
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void sendsAPageLongerThanItsBuffer() {
        HttpResponse<String> answer = answer(request -> Reply.page("Dài", out -> {
            for (int i = 0; i < 6_000; i++) {
                out.write("đ".repeat(1024));
            }
        }));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().chars().filter(c -> c == 'đ').count()).isGreaterThanOrEqualTo(6_000 * 1024);
        assertThat(answer.body()).endsWith("</html>\n");
    }

    @Test
    void showsAFormAgainWith422() {
        assertThat(answer(request ->
                                Reply.page("Sửa", out -> out.write("again")).status(422))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void saysAProblemInWords() {
        Handler handler = request -> {
            throw new ProblemException(new Problem(
                    404,
                    "no-such-dossier",
                    new LocalText("Không có hồ sơ này", "No such dossier"),
                    new LocalText("Kiểm tra lại mã.", "Check the code.")));
        };

        HttpResponse<String> page = answer(handler);
        HttpResponse<String> english = door.get("/public/trial/page?lang=en");
        HttpResponse<String> program =
                door.send(door.request("/public/trial/page").header("Accept", "application/json"));

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<h1>Không có hồ sơ này</h1>", "Kiểm tra lại mã.");
        assertThat(english.body()).contains("<h1>No such dossier</h1>");
        assertThat(program.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(program.body()).contains("\"code\":\"no-such-dossier\"", "\"requestId\":\"", "\"status\":404");
    }

    @Test
    void tellsThatSomebodyElseWasFaster() {
        assertThat(answer(request -> {
                            throw new StaleRecordException("dossier 7", 3);
                        })
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void showsAFlashOnceToAVisitorWithoutSession() {
        door.serveOpen(routes -> {
            routes.get(
                    "/go",
                    ANYONE,
                    request -> Reply.seeOther("/public/trial/page").flash("Đã lưu <b>"));
            routes.get("/page", ANYONE, request -> Reply.page("P", out -> out.write("here")));
        });
        HttpResponse<String> redirect = door.get("/public/trial/go");
        String flash = redirect.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("kt-flash="))
                .findFirst()
                .orElseThrow()
                .split(";")[0];

        HttpResponse<String> page = door.send(door.request("/public/trial/page").header("Cookie", flash));

        assertThat(redirect.statusCode()).isEqualTo(303);
        assertThat(page.body()).contains("Đã lưu &lt;b&gt;");
        assertThat(page.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("kt-flash=;") && cookie.contains("Max-Age=0"));
    }

    @Test
    void believesNoFlashThatItDidNotSign() {
        door.serveOpen(routes -> routes.get("/page", ANYONE, request -> Reply.page("P", out -> out.write("here"))));

        for (String forged : List.of("SGVsbG8.v123", "SGVsbG8", "!!!", ".")) {
            HttpResponse<String> page =
                    door.send(door.request("/public/trial/page").header("Cookie", "kt-flash=" + forged));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("kt-flash", "Hello");
        }
    }

    @Test
    void neverRedirectsToAnotherSite() {
        for (String location : List.of("https://evil.example", "//evil.example", "/\\evil.example", "evil")) {
            assertThat(answer(request -> Reply.seeOther(location)).headers().firstValue("Location"))
                    .as(location)
                    .contains("/");
        }
        assertThat(answer(request -> Reply.seeOther("/public/trial?q=đất"))
                        .headers()
                        .firstValue("Location"))
                .contains("/public/trial?q=%C4%91%E1%BA%A5t");
    }

    @Test
    void writesJsonByTheHouseRules() {
        record Answer(LocalText name, LocalDate day, Instant at, Optional<String> absent, Optional<String> present) {}
        door.serveOpenApi(routes -> routes.get(
                "/thing",
                ANYONE,
                request -> new Reply.Json(
                        201,
                        new Answer(
                                new LocalText("Đất", "Land"),
                                LocalDate.of(2026, 2, 9),
                                Instant.parse("2026-02-09T01:02:03Z"),
                                Optional.empty(),
                                Optional.of("here")),
                        Map.of("ETag", "\"7\""))));

        HttpResponse<String> answer = door.get("/api/v1/public/trial/thing");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag").orElseThrow()).startsWith("\"7.");
        assertThat(answer.body())
                .isEqualTo("{\"name\":{\"vi\":\"Đất\",\"en\":\"Land\"},\"day\":\"2026-02-09\","
                        + "\"at\":\"2026-02-09T01:02:03Z\",\"present\":\"here\"}");
    }

    @Test
    void namesADownloadInVietnamese() {
        HttpResponse<String> answer = answer(
                request -> Reply.download("Phiếu hẹn.pdf", "application/pdf", out -> out.write(new byte[] {'x'})));

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"phieu-hen.pdf\"; filename*=UTF-8''Phi%E1%BA%BFu%20h%E1%BA%B9n.pdf");
        assertThat(answer.body()).isEqualTo("x");
    }

    @Test
    void tellsTheProblemOfAFileThatFailsAtOnce() {
        HttpResponse<String> answer = answer(request -> Reply.download("a.pdf", "application/pdf", out -> {
            out.write(new byte[100]);
            throw new IllegalStateException("no ink");
        }));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    }

    @Test
    void tellsTheProblemOfAFileThatCannotBeRead() {
        HttpResponse<String> answer = answer(request -> Reply.download("a.pdf", "application/pdf", out -> {
            throw new IOException("no such paper");
        }));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Có lỗi khi xử lý yêu cầu").doesNotContain("no such paper");
    }

    @Test
    void sendsAnEmptyFile() {
        assertThat(answer(request -> Reply.download("a.txt", "text/plain", out -> {}))
                        .headers()
                        .firstValue("Content-Disposition"))
                .isPresent();
    }

    @Test
    void showsOnlyHarmlessTypesInTheBrowser() {
        assertThat(answer(request ->
                                Reply.download("a.html", "text/html", out -> {}).shownInline())
                        .statusCode())
                .isEqualTo(500);
        assertThat(answer(request -> Reply.download("a.pdf", "application/pdf", out -> {})
                                .shownInline())
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""))
                .startsWith("inline");
    }

    @Test
    void packsPagesForBrowsersThatCanUnpackThem() throws Exception {
        door.serveOpen(routes ->
                routes.get("/page", ANYONE, request -> Reply.page("P", out -> out.write("đất ".repeat(1000)))));
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        door.request("/public/trial/page")
                                .header("Accept-Encoding", "gzip, br")
                                .build(),
                        BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.body()).hasSizeLessThan(3000);
        String page = new String(
                new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(page).contains("đất đất").endsWith("</html>\n");
    }

    @Test
    void answersHeadWithoutBodyAndOptionsWithTheMethods() {
        door.serveOpen(routes -> {
            routes.get("/page", ANYONE, request -> Reply.page("P", out -> out.write(request.method())));
            routes.post("/page", ANYONE, request -> Reply.json("x"));
        });

        HttpResponse<String> head =
                door.send(door.request("/public/trial/page").method("HEAD", BodyPublishers.noBody()));
        HttpResponse<String> options =
                door.send(door.request("/public/trial/page").method("OPTIONS", BodyPublishers.noBody()));
        HttpResponse<String> delete =
                door.send(door.request("/public/trial/page").DELETE());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).contains("GET, POST, HEAD, OPTIONS");
        assertThat(delete.statusCode()).isEqualTo(405);
        assertThat(delete.headers().firstValue("Allow")).contains("GET, POST, HEAD, OPTIONS");
    }
}
