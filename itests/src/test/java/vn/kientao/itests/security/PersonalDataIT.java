package vn.kientao.itests.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Product;

/**
 * What is typed about a person stays where it belongs: it is in no log, whichever way a request ends; whoever sees it is
 * noted; and whoever it is about gets it, and gets it erased.
 */
class PersonalDataIT {
    /** Words that occur nowhere else in the product. */
    private static final String NAME = "Quách Thị Kỳ Duyên Zửng";

    private static final String ID_NUMBER = "096987604321";
    private static final String PHONE = "0987604321";
    private static final String EMAIL = "zung.kyduyen@thu-rieng.example";
    private static final String ADDRESS = "Số 77 hẻm Cây Zừng Lớn";
    private static final List<String> PERSONAL =
            List.of("Kỳ Duyên Zửng", "ky duyen zung", ID_NUMBER, PHONE, "zung.kyduyen", "Cây Zừng");

    private static final String PROCEDURE = "1.000049";
    private static final String DESK = "/P-AX/procedures";

    @RegisterExtension
    static final Distribution distribution = Distribution.own(Options.demo("personal-data"));

    private final List<Integer> statuses = new ArrayList<>();

    @Test
    void nothingPersonalIsLoggedAndEveryLookIsNoted() {
        Product product = distribution.product();
        DemoAccounts accounts = DemoAccounts.of(product);
        Caller officer = signedIn(product, accounts.deskOfficer());
        String dossier = receive(officer, body(PHONE));
        failing(product, officer, dossier);
        lookAt(officer, dossier);

        String request = askForOwnData(product);
        Caller administrator = signedIn(product, accounts.agencyAdministrator());
        answer(administrator, request);
        assertThat(statuses).contains(200, 303, 400, 403, 404, 422);

        Await.until(
                "the looks to be written",
                Duration.ofSeconds(10),
                () -> administrator
                        .get("/P-AX/privacy/access?object=" + dossier)
                        .body()
                        .contains("GET /dossiers/{code}"));
        assertThat(administrator.get("/P-AX/privacy/access?object=" + dossier).body())
                .contains("Nguyễn Thị Lan", "receipt.pdf", "Giải quyết hồ sơ thủ tục hành chính", "127.0.0.1");

        product.stop();
        assertThat(Files.exists(product.log())).isTrue();
        assertThat(logged(product)).isEmpty();
    }

    private static Caller signedIn(Product product, DemoAccounts.Account account) {
        return new Caller(product.http()).signIn(account.login(), account.password());
    }

    private static String body(String phone) {
        return """
                {"procedure": "%s", "kind": "citizen", "name": "%s", "idNumber": "%s", "address": "%s", "phone": "%s",
                 "email": "%s", "papers": [{"name": "Tờ khai", "originals": 1}]}
                """.formatted(PROCEDURE, NAME, ID_NUMBER, ADDRESS, phone, EMAIL);
    }

    private HttpResponse<String> json(Caller caller, String method, String path, String body) {
        return noted(caller.send(
                method,
                path,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-CSRF-Token",
                        caller.token(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                body));
    }

    private HttpResponse<String> form(Caller caller, String path, String token, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return noted(caller.send(
                "POST",
                path,
                Map.of("Content-Type", "application/x-www-form-urlencoded", "X-CSRF-Token", token),
                body));
    }

    private HttpResponse<String> noted(HttpResponse<String> answer) {
        statuses.add(answer.statusCode());
        return answer;
    }

    private String receive(Caller officer, String body) {
        HttpResponse<String> made = json(officer, "POST", "/api/v1/P-AX/procedures/dossiers", body);
        Matcher code = Pattern.compile("\"code\":\"([^\"]+)\"").matcher(made.body());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    /** Every way in which a request with somebody's data in it can go wrong. */
    private void failing(Product product, Caller officer, String dossier) {
        json(officer, "POST", "/api/v1/P-AX/procedures/dossiers", body("không có"));
        json(officer, "POST", "/api/v1/P-AX/procedures/dossiers", body(PHONE) + "}}");
        json(officer, "POST", "/api/v1/X-VL/procedures/dossiers", body(PHONE));
        json(officer, "PUT", "/api/v1/P-AX/procedures/dossiers", body(PHONE));
        Map<String, String> typed = Map.of(
                "name",
                NAME,
                "phone",
                "12",
                "idNumber",
                ID_NUMBER,
                "address",
                ADDRESS,
                "email",
                EMAIL,
                "handedTo",
                NAME);
        form(officer, DESK + "/desk/1", officer.token(), typed);
        form(officer, DESK + "/desk/98765432", officer.token(), typed);
        form(officer, DESK + "/dossiers/" + dossier + "/hand-over", officer.token(), typed);
        form(officer, DESK + "/dossiers/" + dossier + "/finish", "no-token", typed);
        noted(officer.get(DESK + "/dossiers?q=" + encode(NAME)));
        noted(officer.get(DESK + "/dossiers.csv?q=" + encode(PHONE)));
        noted(officer.get(DESK + "/dossiers/" + encode(NAME)));
        noted(officer.get("/nowhere/" + encode(NAME) + "?phone=" + PHONE));

        Caller stranger = new Caller(product.http());
        String token = token(stranger, "/privacy/request");
        form(stranger, "/public/procedures/track", token, Map.of("code", dossier, "phone", PHONE));
        form(stranger, "/public/procedures/track", token, Map.of("code", NAME, "phone", "0000"));
        form(stranger, "/privacy/request", token, typed);
        form(stranger, "/privacy/request", "no-token", typed);
        form(stranger, "/privacy/track", token, Map.of("code", NAME, "phone", PHONE));
        form(stranger, "/sign-in", token, Map.of("login", EMAIL, "password", NAME));
        noted(stranger.get("/public/procedures?q=" + encode(NAME)));
        noted(stranger.get("/public/procedures/track/" + encode(NAME) + "?k=" + encode(PHONE)));
    }

    private void lookAt(Caller officer, String dossier) {
        assertThat(noted(officer.get(DESK + "/dossiers/" + dossier)).body()).contains(PHONE);
        assertThat(noted(officer.get(DESK + "/dossiers/" + dossier + "/receipt.pdf"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(noted(officer.get("/api/v1/P-AX/procedures/dossiers/" + dossier))
                        .body())
                .contains(PHONE);
    }

    private String askForOwnData(Product product) {
        Caller person = new Caller(product.http());
        HttpResponse<String> sent = form(
                person,
                "/privacy/request",
                token(person, "/privacy/request"),
                Map.of(
                        "agency",
                        "P-AX",
                        "kind",
                        "access",
                        "name",
                        NAME,
                        "phone",
                        PHONE,
                        "idNumber",
                        ID_NUMBER,
                        "email",
                        EMAIL,
                        "words",
                        "Cho tôi biết cơ quan giữ gì về " + NAME));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String address = sent.headers().firstValue("Location").orElseThrow();
        String code = address.substring(address.indexOf('=') + 1);
        HttpResponse<String> followed = form(
                person,
                "/privacy/track",
                token(person, "/privacy/track"),
                Map.of("code", code, "phone", PHONE.substring(PHONE.length() - 4)));
        assertThat(followed.body()).contains(code).doesNotContain(NAME, PHONE, ID_NUMBER);
        return code;
    }

    private void answer(Caller administrator, String request) {
        String one = "/P-AX/privacy/requests/" + request;
        assertThat(noted(administrator.get(one)).body()).contains(NAME);
        assertThat(noted(administrator.get("/P-AX/privacy/requests")).body()).doesNotContain(NAME);
        step(administrator, one + "/identify", Map.of("how", "Đối chiếu thẻ căn cước tại quầy"));
        step(administrator, one + "/decide", Map.of("decision", "granted"));
        HttpResponse<String> file = form(administrator, one + "/data.json", administrator.token(), Map.of());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains(NAME, PHONE, ID_NUMBER, ADDRESS);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }

    private void step(Caller administrator, String path, Map<String, String> fields) {
        HttpResponse<String> answer = form(administrator, path, administrator.token(), fields);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(303);
    }

    private static String token(Caller caller, String page) {
        Matcher token = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"")
                .matcher(caller.get(page).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The lines with somebody's data in them, in whatever files the product wrote words to; each word also as an address has it. */
    private static List<String> logged(Product product) {
        List<String> wanted = new ArrayList<>(PERSONAL);
        PERSONAL.forEach(word -> wanted.add(encode(word)));
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(product.log().getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found(file, Files.readString(file), wanted, lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found(product.home(), product.printed(), wanted, lines);
        return lines;
    }

    private static void found(Path file, String text, List<String> wanted, List<String> lines) {
        text.lines()
                .filter(line -> wanted.stream().anyMatch(line::contains))
                .forEach(line -> lines.add(file.getFileName() + ": " + line));
    }
}
