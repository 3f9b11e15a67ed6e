package vn.kientao.itests.security;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.itests.security.Planted.ADDRESS;
import static vn.kientao.itests.security.Planted.EMAIL;
import static vn.kientao.itests.security.Planted.ID_NUMBER;
import static vn.kientao.itests.security.Planted.NAME;
import static vn.kientao.itests.security.Planted.PHONE;
import static vn.kientao.itests.security.Planted.encode;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Product;
import vn.kientao.platform.testing.SmallSmtpServer;

/**
 * What is typed about a person stays where it belongs: it is in no log, no e-mail and on no page for everybody, whichever way
 * a request ends; whoever sees it is noted; and whoever it is about gets it.
 */
class PersonalDataIT {
    private static final String PROCEDURE = "1.000049";
    private static final String DESK = "/P-AX/procedures";
    private static final String OPEN = "/public/procedures";

    private static final SmallSmtpServer smtp = new SmallSmtpServer();
    private static final Product product =
            Product.unpack(Options.demo("personal-data").withEtc("vn.kientao.mail.cfg", """
                    enabled = true
                    host = 127.0.0.1
                    port = %d
                    protection = none
                    from = kientao@example.vn
                    address = https://kientao.example.vn
                    """.formatted(smtp.port())));

    private final List<Integer> statuses = new ArrayList<>();

    @BeforeAll
    static void start() {
        product.start();
    }

    @AfterAll
    static void stop() {
        product.close();
        smtp.close();
    }

    @Test
    void nothingPersonalLeavesAndEveryLookIsNoted() {
        DemoAccounts accounts = DemoAccounts.of(product);
        Caller officer = signedIn(accounts.deskOfficer());
        Caller head = signedIn(accounts.agencyHead());
        Caller administrator = signedIn(accounts.agencyAdministrator());
        Caller citizen = new Caller(product.http());

        String dossier = receive(officer);
        failing(officer, dossier);
        lookAt(officer, dossier);
        String key = follow(citizen, dossier);
        fillInAtHome(citizen, officer);
        rate(citizen, officer, dossier, key);
        String petition = complain(citizen, head);
        String request = askForOwnData(citizen);
        answer(administrator, request);
        assertThat(statuses).contains(200, 303, 400, 403, 404, 422);

        everybodysPages(dossier, key);
        noted(administrator, dossier, "GET /dossiers/{code}", "Nguyễn Thị Lan", "receipt.pdf", "GET /api/dossiers/");
        noted(administrator, "1", "POST /desk/recall", "khai sẵn");
        noted(administrator, petition, "GET /petitions/{id}", "Lê Thị Hồng Thắm", "phản ánh");
        noted(administrator, request, "Phạm Quốc Khánh");

        mailed();
        product.stop();
        assertThat(product.log()).exists();
        assertThat(Planted.inFiles(product.log().getParent())).isEmpty();
        assertThat(Planted.in(product.printed())).isEmpty();
    }

    private static Caller signedIn(DemoAccounts.Account account) {
        return new Caller(product.http()).signIn(account.login(), account.password());
    }

    private static String body(String phone) {
        return """
                {"procedure": "%s", "kind": "citizen", "name": "%s", "idNumber": "%s", "address": "%s", "phone": "%s",
                 "email": "%s", "content": "%s", "papers": [{"name": "Tờ khai", "originals": 1}]}
                """.formatted(PROCEDURE, NAME, ID_NUMBER, ADDRESS, phone, EMAIL, Planted.WORDS);
    }

    private HttpResponse<String> json(Caller caller, String method, String path, String body) {
        return kept(Planted.json(caller, method, path, body));
    }

    private HttpResponse<String> form(Caller caller, String path, String token, Map<String, String> fields) {
        return kept(Planted.form(caller, path, token, fields));
    }

    private HttpResponse<String> kept(HttpResponse<String> answer) {
        statuses.add(answer.statusCode());
        return answer;
    }

    private String receive(Caller officer) {
        HttpResponse<String> made = json(officer, "POST", "/api/v1/P-AX/procedures/dossiers", body(PHONE));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return one("\"code\":\"([^\"]+)\"", made);
    }

    /** Every way in which a request with somebody's data in it can go wrong. */
    private void failing(Caller officer, String dossier) {
        json(officer, "POST", "/api/v1/P-AX/procedures/dossiers", body("không có"));
        json(officer, "POST", "/api/v1/P-AX/procedures/dossiers", body(PHONE) + "}}");
        json(officer, "POST", "/api/v1/X-VL/procedures/dossiers", body(PHONE));
        json(officer, "PUT", "/api/v1/P-AX/procedures/dossiers", body(PHONE));
        Map<String, String> typed = Planted.person();
        typed.put("phone", "12");
        typed.put("handedTo", NAME);
        form(officer, DESK + "/desk/1", officer.token(), typed);
        form(officer, DESK + "/desk/98765432", officer.token(), typed);
        form(officer, DESK + "/dossiers/" + dossier + "/hand-over", officer.token(), typed);
        form(officer, DESK + "/dossiers/" + dossier + "/finish", "no-token", typed);
        kept(officer.get(DESK + "/dossiers?q=" + encode(NAME)));
        kept(officer.get(DESK + "/dossiers.csv?q=" + encode(PHONE)));
        kept(officer.get(DESK + "/dossiers/" + encode(NAME)));
        kept(officer.get("/nowhere/" + encode(NAME) + "?phone=" + PHONE));

        Caller stranger = new Caller(product.http());
        String token = token(stranger, "/privacy/request");
        form(stranger, OPEN + "/track", token, Map.of("code", NAME, "phone", "0000"));
        form(stranger, OPEN + "/feedback", token, typed);
        form(stranger, OPEN + "/prefill/" + PROCEDURE, token, typed);
        form(stranger, "/privacy/request", token, typed);
        form(stranger, "/privacy/request", "no-token", typed);
        form(stranger, "/privacy/track", token, Map.of("code", NAME, "phone", PHONE));
        form(stranger, "/sign-in", token, Map.of("login", EMAIL, "password", NAME));
        kept(stranger.get(OPEN + "?q=" + encode(NAME)));
        kept(stranger.get(OPEN + "/track/" + encode(NAME) + "?k=" + encode(PHONE)));
    }

    private void lookAt(Caller officer, String dossier) {
        assertThat(kept(officer.get(DESK + "/dossiers/" + dossier)).body()).contains(PHONE);
        assertThat(kept(officer.get(DESK + "/dossiers/" + dossier + "/receipt.pdf"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(kept(officer.get("/api/v1/P-AX/procedures/dossiers/" + dossier))
                        .body())
                .contains(PHONE);
    }

    /** Who follows a dossier sees nobody in full, and asks for e-mails; gives back the key of the page. */
    private String follow(Caller citizen, String dossier) {
        String token = token(citizen, OPEN + "/track");
        String end = PHONE.substring(PHONE.length() - 4);
        HttpResponse<String> found = form(citizen, OPEN + "/track", token, Map.of("code", dossier, "phone", end));
        HttpResponse<String> page = found.statusCode() == 303
                ? citizen.get(found.headers().firstValue("Location").orElseThrow())
                : found;
        Planted.isNotIn(page);
        String key = one("name=\"k\" value=\"([^\"]+)\"", page);
        assertThat(form(citizen, OPEN + "/subscription/new", token, Map.of("code", dossier, "k", key, "email", EMAIL))
                        .statusCode())
                .isEqualTo(303);
        return key;
    }

    private void fillInAtHome(Caller citizen, Caller officer) {
        Map<String, String> fields = Planted.person();
        fields.put("kind", "citizen");
        fields.put("content", Planted.WORDS);
        fields.put("consent", "yes");
        String path = OPEN + "/prefill/" + PROCEDURE;
        HttpResponse<String> done = form(citizen, path, token(citizen, path), fields);
        Planted.isNotIn(done);
        String code = one("id=\"code\">([^<]+)<", done);
        assertThat(form(officer, DESK + "/desk/recall", officer.token(), Map.of("code", code))
                        .body())
                .contains(NAME, PHONE);
    }

    private void rate(Caller citizen, Caller officer, String dossier, String key) {
        String one = "/api/v1/P-AX/procedures/dossiers/" + dossier;
        String tag = officer.get(one).headers().firstValue("ETag").orElseThrow();
        assertThat(withdraw(officer, one, "").statusCode()).isEqualTo(428);
        assertThat(withdraw(officer, one, "\"77\"").statusCode()).isEqualTo(412);
        HttpResponse<String> ended = withdraw(officer, one, tag);
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
        assertThat(ended.headers().firstValue("ETag").orElse("")).startsWith("\"2.");
        String path = OPEN + "/rate/" + dossier;
        String token = token(citizen, path + "?k=" + key);
        HttpResponse<String> rated =
                form(citizen, path, token, Map.of("k", key, "overall", "2", "remark", Planted.WORDS));
        assertThat(rated.statusCode()).as(rated.body()).isEqualTo(303);
        assertThat(kept(officer.get(DESK + "/ratings")).body()).contains(PHONE);
    }

    /** Withdraws the dossier, naming the version that was seen. */
    private HttpResponse<String> withdraw(Caller officer, String dossier, String tag) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-CSRF-Token", officer.token());
        if (!tag.isEmpty()) {
            headers.put("If-Match", tag);
        }
        String body = "{\"fields\": {\"reason\": \"Công dân rút hồ sơ\"}}";
        return kept(officer.send("POST", dossier + "/steps/withdraw", headers, body));
    }

    /** A petition on its way to an answer that everybody reads, as the page proposes to publish it; gives back its number. */
    private String complain(Caller citizen, Caller head) {
        Map<String, String> fields = Planted.person();
        fields.put("agency", "P-AX");
        fields.put("kind", "delay");
        fields.put("title", "Chậm trả kết quả cho " + NAME);
        fields.put("content", Planted.WORDS.replace(", căn cước " + ID_NUMBER, ""));
        String path = OPEN + "/feedback";
        HttpResponse<String> sent = form(citizen, path, token(citizen, path), fields);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        Planted.isNotIn(sent);

        String list = kept(head.get(DESK + "/petitions")).body();
        assertThat(list).contains(NAME);
        String one = DESK + "/petitions/" + one("/petitions/(\\d+)\"", list);
        assertThat(kept(head.get(one)).body()).contains(NAME, PHONE);
        step(head, one + "/handle", Map.of("action", "assign", "version", "1", "class", "conduct", "to", "Một cửa"));
        step(head, one + "/handle", Map.of("action", "draft", "version", "2", "answer", "Đã trả kết quả"));
        step(head, one + "/approve", Map.of("action", "approve", "version", "3"));
        step(head, one + "/approve", Map.of("action", "answer", "version", "4"));
        String proposed = head.get(one).body();
        Map<String, String> published = new LinkedHashMap<>(Map.of("action", "publish", "version", "5"));
        published.put("title", one("id=\"publish-title\"[^>]* value=\"([^\"]*)\"", proposed));
        published.put("content", one("id=\"publish-content\"[^>]*>([^<]*)<", proposed));
        published.put("answer", one("id=\"publish-answer\"[^>]*>([^<]*)<", proposed));
        step(head, one + "/approve", published);
        HttpResponse<String> open = kept(new Caller(product.http()).get(OPEN + "/feedback/answers"));
        assertThat(open.body()).contains("Chậm trả kết quả cho Q***");
        return one("(PA-\\d{4}-\\d{6})", list);
    }

    private String askForOwnData(Caller person) {
        Map<String, String> fields = Planted.person();
        fields.put("agency", "P-AX");
        fields.put("kind", "access");
        fields.put("words", Planted.WORDS);
        HttpResponse<String> sent = form(person, "/privacy/request", token(person, "/privacy/request"), fields);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String address = sent.headers().firstValue("Location").orElseThrow();
        String code = address.substring(address.indexOf('=') + 1);
        HttpResponse<String> followed = form(
                person,
                "/privacy/track",
                token(person, "/privacy/track"),
                Map.of("code", code, "phone", PHONE.substring(PHONE.length() - 4)));
        assertThat(followed.body()).contains(code);
        Planted.isNotIn(followed);
        return code;
    }

    private void answer(Caller administrator, String request) {
        String one = "/P-AX/privacy/requests/" + request;
        assertThat(kept(administrator.get(one)).body()).contains(NAME);
        assertThat(kept(administrator.get("/P-AX/privacy/requests")).body()).doesNotContain(NAME);
        step(administrator, one + "/identify", Map.of("how", "Đối chiếu thẻ căn cước tại quầy"));
        step(administrator, one + "/decide", Map.of("decision", "granted"));
        HttpResponse<String> file = form(administrator, one + "/data.json", administrator.token(), Map.of());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains(NAME, PHONE, ID_NUMBER, ADDRESS);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }

    private void step(Caller caller, String path, Map<String, String> fields) {
        HttpResponse<String> answer = form(caller, path, caller.token(), fields);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(303);
    }

    /** All pages and answers that need nobody signed in, with the dossier in their address where one belongs. */
    private static void everybodysPages(String dossier, String key) {
        Caller everybody = new Caller(product.http());
        List<String> paths = KnownRoute.of(everybody).stream()
                .filter(route -> route.safe() && !route.ofAgency())
                .map(KnownRoute::address)
                .filter(path -> path.startsWith("/public") || path.startsWith("/api/v1/public"))
                .toList();
        assertThat(paths).hasSizeGreaterThan(20);
        for (String path : paths) {
            String word = path.contains("/track/") || path.contains("/rate/") ? dossier : "1";
            Planted.isNotIn(everybody.get(path.replaceAll("\\{[a-zA-Z]+}", word) + "?k=" + key));
        }
    }

    private static void noted(Caller reader, String object, String... words) {
        Await.until(
                "the looks at " + object + " to be written",
                Duration.ofSeconds(5),
                () -> reader.get("/P-AX/privacy/access?object=" + object).body().contains("kt-table"));
        assertThat(reader.get("/P-AX/privacy/access?object=" + object).body()).contains(words);
    }

    /** The confirmation went out to the address, and says nothing of whom it is about. */
    private static void mailed() {
        Await.until("an e-mail", Duration.ofSeconds(30), () -> !smtp.messages().isEmpty());
        for (String message : smtp.messages()) {
            String letter = message.lines()
                    .filter(line -> !line.startsWith("To:"))
                    .reduce("", (text, line) -> text + line + "\n");
            assertThat(Planted.in(letter)).isEmpty();
            assertThat(Planted.in(SmallSmtpServer.body(message))).isEmpty();
            assertThat(SmallSmtpServer.body(message)).contains("/subscription?k=");
        }
    }

    private static String token(Caller caller, String page) {
        return one("name=\"csrf-token\" content=\"([^\"]+)\"", caller.get(page));
    }

    private static String one(String pattern, HttpResponse<String> answer) {
        return one(pattern, answer.body());
    }

    private static String one(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }
}
