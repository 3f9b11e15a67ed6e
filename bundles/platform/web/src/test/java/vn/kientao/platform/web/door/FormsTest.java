package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.api.security.Permission.ANYONE;
import static vn.kientao.platform.web.door.FakeRelease.WRITE;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.web.Handler;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.platform.web.http.UrlText;
import vn.kientao.platform.web.refused.Refused;

class FormsTest {
    private static final String NFC = "Đất đai ở phường";
    private static final String NFD = Normalizer.normalize(NFC, Normalizer.Form.NFD);

    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    private final Map<String, Object> seen = new LinkedHashMap<>();

    @BeforeEach
    void signIn() {
        door.sessions.open("lan", "STP2", WRITE);
    }

    private void servePost(Handler handler) {
        door.serveStaff(routes -> routes.post("/things", WRITE, handler));
    }

    @Test
    void bringsDecomposedTextInAsNfc() {
        door.serveOpen(routes -> routes.get("/find/{word}", ANYONE, request -> {
            seen.put("path", request.pathValue("word"));
            seen.put("query", request.query("q").orElse(""));
            return Reply.json("seen");
        }));
        door.get("/public/trial/find/" + UrlText.encode(NFD) + "?q=" + UrlText.encode(NFD));

        assertThat(seen).containsEntry("path", NFC).containsEntry("query", NFC);
    }

    @Test
    void bringsFieldsInStrippedWithOneKindOfLineEnd() {
        servePost(request -> {
            seen.putAll(request.fields());
            return Reply.json("seen");
        });
        door.post("/STP2/trial/things", "name=%20" + UrlText.encode(NFD) + "%20&note=a%0D%0Ab&empty=++");

        assertThat(seen)
                .containsEntry("name", NFC)
                .containsEntry("note", "a\nb")
                .containsEntry("empty", "");
    }

    @Test
    void saysThatABlankFieldIsAbsent() {
        servePost(request -> {
            seen.put("blank", request.field("blank"));
            seen.put("all", request.fieldAll("tick"));
            return Reply.json("seen");
        });
        door.post("/STP2/trial/things", "blank=+&tick=&tick=b&tick=c");

        assertThat(seen).hasToString("{blank=Optional.empty, all=[b, c]}");
    }

    @Test
    void hidesThePlatformsOwnFields() {
        servePost(request -> {
            seen.putAll(request.fields());
            return Reply.json("seen");
        });
        door.post("/STP2/trial/things", "_csrf=x&_once=y&_fv=2&name=a");

        assertThat(seen).containsOnlyKeys("name");
    }

    @Test
    void keepsTheKeyOfAFormThatIsShownAgain() {
        servePost(request -> {
            seen.put("key", request.idempotencyKey().orElse(""));
            seen.put("once", request.page().once());
            return Reply.json("seen");
        });
        door.post("/STP2/trial/things", "_once=key-1");

        assertThat(seen).containsEntry("key", "key-1").containsEntry("once", "key-1");
    }

    @Test
    void givesEachFreshFormAKeyOfItsOwn() {
        door.serveOpen(routes -> routes.get("/form", ANYONE, request -> {
            seen.put(request.requestId(), request.page().once());
            assertThat(request.page().once()).isEqualTo(request.page().once());
            return Reply.json("seen");
        }));
        door.get("/public/trial/form");
        door.get("/public/trial/form");

        assertThat(seen.values()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatIsNotUtf8() {
        door.serveOpen(routes -> routes.get("/find", ANYONE, request -> Reply.json("seen")));

        assertThat(door.get("/public/trial/find?q=%FF%FE").statusCode()).isEqualTo(400);
        assertThat(door.get("/public/trial/find?q=a%00b").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAFormOfMoreThanAMegabyte() {
        servePost(request -> Reply.json("seen"));

        HttpResponse<String> answer = door.post("/STP2/trial/things", "a=" + "x".repeat(1024 * 1024));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("1 MB");
    }

    @Test
    void takesFilesOnARouteThatAsksForThem() {
        door.serveStaff(routes -> routes.post("/things", WRITE, this::upload).uploads(100_000));

        HttpResponse<String> answer = multipart(200_00);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(seen)
                .containsEntry("name", "hồ sơ.pdf")
                .containsEntry("size", 20_000L)
                .containsEntry("note", NFC);
    }

    private Reply upload(Request request) {
        var file = request.upload("file").orElseThrow();
        seen.put("name", file.name());
        seen.put("size", file.size());
        seen.put("note", request.field("note").orElse(""));
        return Reply.json("seen");
    }

    private HttpResponse<String> multipart(int size) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n" + NFD
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\tmp\\hồ sơ.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n" + "x".repeat(size) + "\r\n--b--\r\n";
        return door.send(door.as("lan", "/STP2/trial/things")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("X-CSRF-Token", "csrf-lan")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    @Test
    void asksTheHandlerThatShowsRefusedFilesWithEverythingElseThatWasTyped() {
        door.serveStaff(routes -> routes.post("/things", WRITE, request -> {
                    seen.put("file", request.upload("file").isPresent());
                    seen.put("note", request.field("note").orElse(""));
                    seen.put("why", request.refusedUploads().get("file").vi());
                    return Reply.json("seen");
                })
                .uploads(100_000, UploadKind.PNG)
                .showsRefusedFiles());

        assertThat(multipart(20).statusCode()).isEqualTo(200);
        assertThat(seen).containsEntry("file", false).containsEntry("note", NFC);
        assertThat(seen.get("why").toString()).contains("(PNG)");
        assertThat(door.refused).extracting(Refused::code).containsExactly("unexpected-file");
    }

    @Test
    void answersByItselfWhereNobodyShowsRefusedFiles() {
        door.serveStaff(routes -> routes.post("/things", WRITE, this::upload).uploads(100_000, UploadKind.PNG));

        assertThat(multipart(20).statusCode()).isEqualTo(415);
        assertThat(seen).isEmpty();
    }

    @Test
    void refusesFilesThatAreTooLarge() {
        door.serveStaff(routes -> routes.post("/things", WRITE, this::upload).uploads(100_000));

        assertThat(multipart(2_000_000).statusCode()).isEqualTo(413);
    }

    @Test
    void keepsWhatWasTypedBehindFilesThatAreTooLarge() {
        serveShowing(30_000);

        HttpResponse<String> answer = files(20_000, 100_000, 5_000);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(seen)
                .containsEntry("kept", List.of("file-0", "file-2"))
                .containsEntry("refused", List.of("file-1"))
                .containsEntry("note", NFC);
        assertThat(seen.get("why").toString()).contains("29 KB");
        assertThat(door.refused).extracting(Refused::code).containsExactly("files-too-large");
    }

    @Test
    void readsNoFurtherThanSoManyTimesTheFilesThatAreTaken() {
        serveShowing(300_000);

        assertThat(files(2_000_000).statusCode()).isEqualTo(200);
        seen.clear();
        assertThat(files(4_000_000).statusCode()).isEqualTo(413);
        assertThat(seen).isEmpty();
    }

    @Test
    void refusesWhatIsTypedAlsoBetweenFilesBeyondAMegabyte() {
        serveShowing(5_000_000);
        String half = "x".repeat(700_000);

        assertThat(send(field("a", half) + file("file-0", 10) + field("b", half))
                        .statusCode())
                .isEqualTo(413);
        assertThat(seen).isEmpty();
    }

    private void serveShowing(long most) {
        door.serveStaff(routes -> routes.post("/things", WRITE, request -> {
                    seen.put(
                            "kept",
                            List.of("file-0", "file-1", "file-2").stream()
                                    .filter(name -> request.upload(name).isPresent())
                                    .toList());
                    seen.put("refused", List.copyOf(request.refusedUploads().keySet()));
                    seen.put(
                            "why",
                            request.refusedUploads().values().iterator().next().vi());
                    seen.put("note", request.field("note").orElse(""));
                    return Reply.json("seen");
                })
                .uploads(most)
                .showsRefusedFiles());
    }

    private HttpResponse<String> files(int... sizes) {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < sizes.length; i++) {
            parts.append(file("file-" + i, sizes[i]));
        }
        return send(parts + field("note", NFD));
    }

    private static String field(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, int size) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n" + "x".repeat(size) + "\r\n";
    }

    private HttpResponse<String> send(String parts) {
        return door.send(door.as("lan", "/STP2/trial/things")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("X-CSRF-Token", "csrf-lan")
                .POST(BodyPublishers.ofString(parts + "--b--\r\n", StandardCharsets.UTF_8)));
    }

    @Test
    void refusesFilesOnOtherRoutes() {
        servePost(this::upload);

        assertThat(multipart(10).statusCode()).isEqualTo(415);
    }

    record Applicant(String name, int copies) {}

    private HttpResponse<String> json(String body) {
        servePost(request -> {
            Applicant applicant = request.json(Applicant.class);
            seen.put("name", applicant.name());
            return Reply.json(applicant);
        });
        return door.send(door.as("lan", "/STP2/trial/things")
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-CSRF-Token", "csrf-lan")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void readsJsonIntoARecordAsNfc() {
        assertThat(json("{\"name\": \"" + NFD + "\", \"copies\": 2}").statusCode())
                .isEqualTo(200);
        assertThat(seen).containsEntry("name", NFC);
    }

    @Test
    void namesTheFieldThatDoesNotFit() {
        HttpResponse<String> answer = json("{\"name\": \"An\", \"copies\": \"many\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"copies\"").doesNotContain("Applicant", "java");
    }

    @Test
    void namesTheFieldThatNobodyKnows() {
        assertThat(json("{\"name\": \"An\", \"copies\": 1, \"colour\": 1}").body())
                .contains("\"field\":\"colour\"", "Không có trường này");
    }

    @Test
    void refusesBrokenJsonAndOtherTypes() {
        assertThat(json("{\"name\": ").statusCode()).isEqualTo(400);
        assertThat(json("null").statusCode()).isEqualTo(400);
        assertThat(json("{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}").statusCode())
                .isEqualTo(413);
    }

    @Test
    void answersWhoeverSendsTooMuchAndLetsThemGoOn() {
        String tooMuch = "{\"name\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}";
        for (int turn = 0; turn < 100; turn++) {
            assertThat(json(tooMuch).statusCode()).isEqualTo(413);
            assertThat(json("null").statusCode()).isEqualTo(400);
        }
    }
}
