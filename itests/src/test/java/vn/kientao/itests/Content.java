package vn.kientao.itests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Product;
import vn.kientao.itests.security.Caller;

/**
 * What people have made in a product with demonstration data, so that the pages that show it can be opened: dossiers on their
 * way, files, letters, opinions, imports, petitions, ratings, a workflow, publications, a review, a plan and a report that
 * everybody reads. Made as programs and pages do.
 */
final class Content {
    private static final String DESK = "/P-AX/procedures";
    private static final String API = "/api/v1/P-AX/procedures";
    private static final String OPEN = "/public/procedures";
    private static final String PROCEDURE = "1.000049";
    private static final String PHONE = "0912345678";
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String COLUMNS =
            "Mã hồ sơ cũ;Mã thủ tục;Người nộp;Điện thoại;Kênh tiếp nhận;Tiếp nhận lúc;Hạn trả;Trạng thái;Kết thúc"
                    + " lúc;Số kết quả;Trích yếu kết quả;Người ký;Trả kết quả lúc;Người nhận kết quả\r\n";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Product product;
    private final DemoAccounts accounts;
    private final Caller desk;
    private final Caller handler;
    private final Caller head;
    private final Caller department;
    private final Caller coordinator;
    private final Caller lead;
    private final Caller office;
    private final Map<Who, List<Page>> pages = new LinkedHashMap<>();

    /** Whose pages they are. */
    enum Who {
        ANYBODY,
        DESK,
        HANDLER,
        HEAD,
        DEPARTMENT,
        COORDINATOR,
        LEAD,
        OFFICE
    }

    /**
     * A page to be opened.
     *
     * @param fields what is posted to open it; empty for an address
     * @param shows a selector of what is on it only when the content is there
     */
    record Page(String name, String path, Map<String, String> fields, String shows) {}

    Content(Product product) {
        this.product = product;
        this.accounts = DemoAccounts.of(product);
        desk = caller(accounts.deskOfficer());
        handler = caller(accounts.handler());
        head = caller(accounts.agencyHead());
        department = caller(accounts.handler("STP2"));
        coordinator = caller(accounts.coordinator());
        lead = caller(accounts.fieldLead());
        office = caller(accounts.standingOffice());
        filesAndPapers();
        letters();
        opinions();
        rating();
        bulk();
        imports();
        prefill();
        petitions();
        reports();
        workflow();
        publications();
        review();
        SteeringContent steering = new SteeringContent(office, caller(accounts.chairman()));
        pages.computeIfAbsent(Who.ANYBODY, any -> new ArrayList<>()).addAll(steering.open());
        pages.computeIfAbsent(Who.OFFICE, any -> new ArrayList<>()).addAll(steering.own());
        targets();
    }

    List<Page> of(Who who) {
        return List.copyOf(pages.getOrDefault(who, List.of()));
    }

    private Caller caller(DemoAccounts.Account account) {
        return new Caller(product.http()).signIn(account.login(), account.password());
    }

    private void filesAndPapers() {
        String code = processing("Nguyễn Thị Hồng Nhung");
        String one = DESK + "/dossiers/" + code;
        file(one, "don-de-nghi.pdf", "application/pdf", desk.bytes(one + "/receipt.pdf"));
        file(one, "can-cuoc-mat-truoc.png", "image/png", picture());
        desk.get(one + "/papers");
        String files = desk.get(one + "/files").body();
        List<String> ids = all("/files/(\\d+)\"", files);
        show(Who.DESK, "files", one + "/files", ".kt-table, .kt-summary, article, li");
        show(Who.DESK, "file-pdf", one + "/files/" + ids.get(0), "img");
        show(Who.DESK, "file-png", one + "/files/" + ids.get(ids.size() - 1), "img");
        show(Who.DESK, "papers", one + "/papers", "a[href$='/pdf']");
        show(Who.DESK, "received", one + "/received", "a[href$='/receipt.pdf']");
        for (String step : List.of("ask-opinion", "ask-payment", "decline")) {
            show(Who.HANDLER, "step-" + step, one + "/step/" + step, "form[method=post] .kt-field");
        }
        for (String step : List.of("ask-supplement", "link")) {
            show(Who.DESK, "step-" + step, one + "/step/" + step, "form[method=post] .kt-field");
        }
    }

    private void file(String dossier, String name, String type, byte[] content) {
        Map<String, String> fields = Map.of("paper", "1", "validTo", "31/12/2030");
        expect(303, desk.upload("POST", dossier + "/files", fields, "file", name, type, content));
    }

    private void letters() {
        String code = processing("Trần Quốc Toản");
        step(desk, code, "ask-supplement", Map.of("item1", "Bản chính có ký tên", "reason", "Tờ khai chưa ký"));
        String key = key(code);
        show(Who.ANYBODY, "tracked", OPEN + "/track/" + code + "?k=" + key, "a[href*='/letters/']");
        show(Who.DESK, "waiting", DESK + "/dossiers/" + code, ".kt-timeline");
        show(Who.DESK, "step-supplement", DESK + "/dossiers/" + code + "/step/supplement", "input[type=checkbox]");
    }

    private void opinions() {
        String due = LocalDate.now(HERE).plusDays(20).format(DAY);
        List<String> asked = List.of(processing("Lý Thị Sương"), processing("Thạch Rịa"));
        for (String code : asked) {
            step(
                    handler,
                    code,
                    "ask-opinion",
                    Map.of("bodyAgency", "STP2", "question", "Xác nhận chữ ký trong văn bản uỷ quyền", "dueDate", due));
        }
        String list = "/STP2/procedures/opinions";
        Await.until(
                "the requests to reach the department",
                SOON,
                () -> requests(list).size() > 1);
        List<String> requests = requests(list);
        expect(303, form(department, list + "/" + requests.get(0), Map.of("answer", "Chữ ký đúng mẫu đã đăng ký")));
        show(Who.DEPARTMENT, "opinions", list, "a[href*='/opinions/']");
        show(Who.DEPARTMENT, "opinions-answered", list + "?answered=1", "a[href*='/opinions/']");
        show(Who.DEPARTMENT, "opinion", list + "/" + requests.get(1), "#answer");
        show(Who.DEPARTMENT, "opinion-answered", list + "/" + requests.get(0), ".kt-summary, .kt-prose");
        show(Who.DESK, "dossier-opinion", DESK + "/dossiers/" + asked.get(1), ".kt-timeline");
    }

    private List<String> requests(String list) {
        return all("/opinions/(\\d+)\"", department.get(list).body());
    }

    private void rating() {
        String code = receive("Phan Thị Mỹ Tiên");
        step(desk, code, "withdraw", Map.of("reason", "Công dân rút hồ sơ"));
        String key = key(code);
        show(Who.ANYBODY, "rate", OPEN + "/rate/" + code + "?k=" + key, "input[name=overall]");
        String rated = receive("Lâm Thị Phấn");
        step(desk, rated, "withdraw", Map.of("reason", "Công dân rút hồ sơ"));
        String end = key(rated);
        Caller citizen = new Caller(product.http(), "203.0.113.20");
        String path = OPEN + "/rate/" + rated;
        citizen.tokenOf(path + "?k=" + end);
        expect(
                303,
                form(citizen, path, Map.of("k", end, "overall", "4", "remark", "Cán bộ hướng dẫn tận tình, rõ ràng")));
        show(Who.ANYBODY, "rated", path + "?k=" + end, "h1");
        String ratings = desk.get(DESK + "/ratings").body();
        show(Who.HEAD, "ratings", DESK + "/ratings", "a[href*='/ratings/']");
        show(
                Who.HEAD,
                "rating",
                DESK + "/ratings/" + all("/ratings/(\\d+)\"", ratings).get(0),
                "form[method=post]");
        show(Who.ANYBODY, "tracked-ended", OPEN + "/track/" + rated + "?k=" + end, "a[href*='/rate/']");
    }

    /** Two dossiers, one of which cannot be paused any more. */
    private void bulk() {
        String ready = processing("Dương Văn Tám");
        String ended = receive("Kim Thị Bích");
        step(desk, ended, "withdraw", Map.of("reason", "Công dân rút hồ sơ"));
        String action = DESK + "/bulk";
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("action", "pause");
        rows.put("row", processing("Hữu Văn Chín"));
        rows.put("row ", ended);
        pages.computeIfAbsent(Who.HANDLER, who -> new ArrayList<>())
                .add(new Page("bulk-confirm", action, rows, "form[action$='/bulk/pause']"));
        Map<String, String> done = new LinkedHashMap<>();
        done.put("row", ready + "@2");
        done.put("row ", ended + "@2");
        done.put("reason", "Chờ ý kiến Sở Tư pháp");
        done.put("basis", "Điều 9 Nghị định 61/2018/NĐ-CP");
        show(Who.HANDLER, "bulk-result", location(form(handler, action + "/pause", done)), "table");
        show(Who.DESK, "bulk-choose", DESK + "/dossiers?pick=all", "input[name=row][checked]");
    }

    private void imports() {
        String checked = imported(COLUMNS
                + "CU-1;" + PROCEDURE + ";Nguyễn Văn Sáu;0913111222;1;06/01/2026 08:00;20/01/2026;4;;;;;;\r\n"
                + "CU-2;9.999999;;12;8;hôm qua;;99;;;;;;\r\n");
        show(Who.HEAD, "import-refused", checked, "a[href$='/refused.xlsx']");
        String committed = imported(rows("CU-3"));
        show(Who.HEAD, "import-checked", committed, "form[action$='/commit']");
        String taken = imported(rows("CU-4"));
        carry(taken, "commit", "form[action$='/undo']");
        show(Who.HEAD, "import-committed", taken, "form[action$='/undo']");
        String undone = imported(rows("CU-5"));
        carry(undone, "commit", "form[action$='/undo']");
        expect(303, form(head, undone + "/undo", Map.of("sure", "1")));
        Await.until(
                "the import to be undone", SOON, () -> !head.get(undone).body().contains("data-job-url"));
        show(Who.HEAD, "import-undone", undone, "h1");
        show(Who.HEAD, "imports", DESK + "/import-dossiers", "a[href*='/import-dossiers/']");
    }

    private static String rows(String code) {
        return COLUMNS + code + ";" + PROCEDURE + ";Nguyễn Văn Bảy;0913111333;1;05/01/2026 08:00;20/01/2026;10;"
                + "15/01/2026 09:00;7/GXN;Chứng chỉ;Trần Văn Bảy;16/01/2026 08:00;Nguyễn Văn Bảy\r\n";
    }

    private String imported(String csv) {
        String path = location(head.upload(
                "POST", DESK + "/import-dossiers", Map.of(), "file", "so-cu.csv", "text/csv", csv.getBytes(UTF_8)));
        Await.until("the dry run of " + path, SOON, () -> head.get(path).body().contains("kt-summary"));
        return path;
    }

    private void carry(String path, String verb, String shows) {
        expect(303, form(head, path + "/" + verb, Map.of()));
        String action = shows.replaceAll(".*action\\$='([^']+)'.*", "$1");
        Await.until(verb + " of " + path, SOON, () -> head.get(path).body().contains(action + "\""));
    }

    private void prefill() {
        Caller citizen = new Caller(product.http(), "203.0.113.20");
        String path = OPEN + "/prefill/" + PROCEDURE;
        citizen.tokenOf(path);
        Map<String, String> fields = person("Huỳnh Thị Ngọc");
        fields.put("consent", "yes");
        String done = citizen.upload("POST", path, fields, "p1-file", "to-khai.png", "image/png", picture())
                .body();
        String code = one("id=\"code\">([^<]+)<", done);
        String recalled =
                form(desk, DESK + "/desk/recall", Map.of("code", code)).body();
        show(Who.DESK, "intake-scan", DESK + "/desk/scans/" + one("/desk/scans/(\\d+)\"", recalled), "main img");
        pages.computeIfAbsent(Who.DESK, who -> new ArrayList<>())
                .add(new Page("recalled", DESK + "/desk/recall", Map.of("code", code), "a[href*='/desk/scans/']"));
        pages.computeIfAbsent(Who.ANYBODY, who -> new ArrayList<>())
                .add(new Page("prefill-done", path, fields, "#code"));
    }

    private static Map<String, String> person(String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", "citizen");
        fields.put("name", name);
        fields.put("idNumber", "096187654321");
        fields.put("address", "Khóm 5, phường An Xuyên");
        fields.put("phone", PHONE);
        fields.put("content", "Xin cấp lại chứng chỉ bị mất");
        return fields;
    }

    private void petitions() {
        Map<String, String> fields = person("Châu Văn Đặng");
        fields.put("agency", "P-AX");
        fields.put("kind", "delay");
        fields.put("title", "Chậm trả kết quả chứng chỉ");
        fields.put("content", "Đã quá hạn trả kết quả 03 ngày nhưng chưa được báo.");
        pages.computeIfAbsent(Who.ANYBODY, who -> new ArrayList<>())
                .add(new Page("petition-sent", OPEN + "/feedback", fields, "#code"));
        String open = petition(fields);
        String answered = petition(fields);
        List<String> ids =
                all(DESK + "/petitions/(\\d+)\"", head.get(DESK + "/petitions").body());
        String one = DESK + "/petitions/"
                + ids.stream().mapToLong(Long::parseLong).max().orElseThrow();
        act(one + "/handle", Map.of("action", "assign", "version", "1", "class", "conduct", "to", "Bộ phận Một cửa"));
        act(
                one + "/handle",
                Map.of("action", "draft", "version", "2", "answer", "Kết quả đã có, xin lỗi vì sự chậm trễ."));
        act(one + "/approve", Map.of("action", "approve", "version", "3"));
        act(one + "/approve", Map.of("action", "answer", "version", "4"));
        show(Who.HEAD, "petition-answered", one, "#publish-answer");
        show(
                Who.HEAD,
                "petition-open",
                DESK + "/petitions/"
                        + ids.stream()
                                .mapToLong(Long::parseLong)
                                .sorted()
                                .skip(ids.size() - 2L)
                                .findFirst()
                                .orElseThrow(),
                "details.kt-more");
        show(Who.HEAD, "petitions", DESK + "/petitions", "table");
        show(Who.ANYBODY, "petition-tracked", OPEN + "/feedback/track?k=" + open, ".kt-timeline, .kt-summary");
        show(Who.ANYBODY, "petition-tracked-answered", OPEN + "/feedback/track?k=" + answered, "#level");
    }

    private String petition(Map<String, String> fields) {
        Caller citizen = new Caller(product.http(), "203.0.113.20");
        citizen.tokenOf(OPEN + "/feedback");
        return one(
                "id=\"code\">([^<]+)<",
                form(citizen, OPEN + "/feedback", fields).body());
    }

    /** What a target has come to in two years, one of them corrected. */
    private void targets() {
        String target = "/VPUB2/steering/targets/satisfied-agencies";
        value(target, "new", Map.of("year", "2025", "period", "YEAR", "amount", "91"));
        value(target, "new", Map.of("year", "2026", "period", "HALF_YEAR", "amount", "88"));
        String page = office.get(target).body();
        String newest = all("/values/(\\d+)\"", page).get(0);
        value(target, newest, Map.of("amount", "92,5", "reason", "Bổ sung phiếu của hai sở"));
        show(Who.OFFICE, "target", target, "svg.kt-chart polyline");
        show(Who.OFFICE, "target-value", target + "/values/" + newest, "#reason");
        show(Who.OFFICE, "targets", "/VPUB2/steering/targets?area=apparatus", "td .kt-tag-progress");
    }

    private void value(String target, String which, Map<String, String> words) {
        String path = target + "/values/" + which;
        Map<String, String> fields = new LinkedHashMap<>(words);
        fields.put(
                "version",
                one("name=\"version\" value=\"(\\d+)\"", office.get(path).body()));
        fields.put("knownOn", "01/07/2026");
        fields.put("evidence", "Báo cáo 112/BC-SNV");
        byte[] paper = office.bytes("/VPUB2/steering/targets.pdf");
        expect(303, office.upload("POST", path, fields, "file", "phieu-khao-sat.pdf", "application/pdf", paper));
    }

    private void act(String path, Map<String, String> fields) {
        expect(303, form(head, path, fields));
    }

    private void reports() {
        String month = LocalDate.now(HERE).minusMonths(1).format(DateTimeFormatter.ofPattern("yyyy-MM"));
        expect(303, form(head, DESK + "/quality/publish", Map.of("month", month)));
        show(Who.ANYBODY, "published-score", OPEN + "/quality?month=" + month, "table");
        show(Who.ANYBODY, "open-data", OPEN + "/open-data", "table");
        show(Who.HEAD, "behind", DESK + "/reports/dossiers?measure=total", "tbody tr");
        show(Who.HEAD, "quality", DESK + "/quality", "table");
        show(Who.HEAD, "report", DESK + "/reports", "table");
        expect(
                303,
                form(
                        head,
                        DESK + "/staffing/new",
                        Map.of(
                                "desk",
                                "Quầy 1",
                                "person",
                                "Nguyễn Thị Lan",
                                "grade",
                                "SPECIALIST",
                                "years",
                                "5",
                                "good",
                                "1",
                                "from",
                                "01/01/2026",
                                "to",
                                "31/12/2026",
                                "decision",
                                "12/QĐ-UBND")));
        String staffing = head.get(DESK + "/staffing").body();
        show(Who.HEAD, "posting", DESK + "/staffing/postings/" + one("/staffing/postings/(\\d+)\"", staffing), "#desk");
        show(Who.HEAD, "staffing", DESK + "/staffing", "tbody tr");
    }

    private void workflow() {
        String draft = """
                {"procedure": "%s", "name": "Cấp chứng chỉ hành nghề", "steps": [
                 {"key": "tiep-nhan", "name": "Tiếp nhận", "role": "desk", "room": "Một cửa", "amount": 4,
                  "unit": "WORKING_HOUR", "next": ["tham-dinh"]},
                 {"key": "tham-dinh", "name": "Thẩm định hồ sơ", "role": "handler", "room": "Phòng Kinh tế", "amount": 5,
                  "unit": "WORKING_DAY", "next": ["ky"]},
                 {"key": "ky", "name": "Ký chứng chỉ", "role": "signer", "room": "Lãnh đạo", "amount": 1,
                  "unit": "WORKING_DAY", "next": []}]}
                """;
        HttpResponse<String> made = expect(201, json(head, "POST", API + "/workflows", draft.formatted("1.000894")));
        String id = one("\"id\":(\\d+)", made.body());
        show(Who.HEAD, "workflow-draft", DESK + "/workflows/" + id, "form[action$='/publish']");
        String other = one(
                "\"id\":(\\d+)",
                expect(201, json(head, "POST", API + "/workflows", draft.formatted("1.000656")))
                        .body());
        expect(303, form(head, DESK + "/workflows/" + other + "/publish", Map.of("version", "1")));
        show(Who.HEAD, "workflow", DESK + "/workflows/" + other, "form[action$='/copy']");
        show(Who.HEAD, "workflows", DESK + "/workflows", "a[href*='/workflows/']");
        show(Who.HEAD, "workflow-new", DESK + "/workflow-draft", "#key1");
    }

    private void publications() {
        String list = "/SNV2/procedures/publications";
        String amended = location(form(lead, list, Map.of("kind", "AMEND", "code", "1.000894")));
        show(Who.LEAD, "publication-edit", amended + "/edit", "#name");
        show(Who.LEAD, "publication-draft", amended, "a[href$='/edit']");
        show(Who.OFFICE, "publication-check", amended, "form[action$='/check']");
        String abolished = location(form(lead, list, Map.of("kind", "ABOLISH", "code", "1.001022")));
        expect(303, form(office, abolished + "/check", Map.of("version", "1", "checkNote", "Đủ hồ sơ")));
        String today = LocalDate.now(HERE).format(DAY);
        expect(
                303,
                form(
                        office,
                        abolished + "/announce",
                        Map.of(
                                "version",
                                "2",
                                "number",
                                "163/QĐ-UBND",
                                "signedOn",
                                today,
                                "issuer",
                                "UBND tỉnh",
                                "effectiveFrom",
                                LocalDate.now(HERE).plusDays(30).format(DAY))));
        show(Who.OFFICE, "publication-announced", abolished, ".kt-timeline");
        show(Who.OFFICE, "publications", "/VPUB2/procedures/publications", "table a");
        String gaps = office.get("/VPUB2/procedures/gaps").body();
        show(Who.OFFICE, "gap", "/VPUB2/procedures/gaps/" + one("/gaps/(\\d+/\\d+)\"", gaps), "form[method=post]");
    }

    private void review() {
        String home = "/STP2/procedures/simplification";
        String plan = location(form(coordinator, home, Map.of("year", "2027", "title", "Kế hoạch rà soát năm 2027")));
        String sheet = location(form(coordinator, plan + "/sheets", Map.of("code", PROCEDURE)));
        show(Who.COORDINATOR, "plan", plan, "a[href*='/sheets/']");
        show(Who.COORDINATOR, "sheet", sheet, "#proposal");
        show(Who.COORDINATOR, "costs", sheet + "/costs/now", "#task-1");
        String form =
                location(form(coordinator, "/STP2/procedures/forms", Map.of("code", "TK-CC", "title", "Đơn đề nghị")));
        show(Who.COORDINATOR, "form", form, "#key-1");
        show(Who.COORDINATOR, "overlaps", "/STP2/procedures/forms/overlaps?least=0", "h1");
    }

    private String receive(String name) {
        String body = """
                {"procedure": "%s", "kind": "citizen", "name": "%s", "idNumber": "096187654321", "address": "Khóm 5",
                 "phone": "%s", "papers": [{"name": "Đơn đề nghị", "originals": 1}, {"name": "Căn cước", "copies": 1}]}
                """.formatted(PROCEDURE, name, PHONE);
        return one(
                "\"code\":\"([^\"]+)\"",
                expect(201, json(desk, "POST", API + "/dossiers", body)).body());
    }

    /** A dossier that has been passed on to whoever settles it. */
    private String processing(String name) {
        String code = receive(name);
        step(desk, code, "forward", Map.of("place", "Phòng Kinh tế", "note", "Hồ sơ đủ thành phần"));
        return code;
    }

    private void step(Caller caller, String code, String action, Map<String, String> fields) {
        String one = API + "/dossiers/" + code;
        String tag = caller.get(one).headers().firstValue("ETag").orElseThrow();
        String body = fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": \"" + field.getValue() + "\"")
                .collect(Collectors.joining(", ", "{\"fields\": {", "}}"));
        Map<String, String> headers =
                Map.of("Content-Type", "application/json", "X-CSRF-Token", caller.token(), "If-Match", tag);
        expect(200, caller.send("POST", one + "/steps/" + action, headers, body));
    }

    /** What lets whoever handed a dossier in see it. */
    private String key(String code) {
        Caller citizen = new Caller(product.http(), "203.0.113.20");
        citizen.tokenOf(OPEN + "/track");
        HttpResponse<String> found =
                form(citizen, OPEN + "/track", Map.of("code", code, "phone", PHONE.substring(PHONE.length() - 4)));
        return one("[?;&]k=([A-Za-z0-9_-]+)|name=\"k\" value=\"([^\"]+)\"", found.body());
    }

    private void show(Who who, String name, String path, String shows) {
        pages.computeIfAbsent(who, any -> new ArrayList<>()).add(new Page(name, path, Map.of(), shows));
    }

    private static HttpResponse<String> json(Caller caller, String method, String path, String body) {
        return caller.send(
                method,
                path,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-CSRF-Token",
                        caller.token(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                body);
    }

    /** A field whose name ends in blanks is one more of the name without them. */
    static HttpResponse<String> form(Caller caller, String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey().strip() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return caller.send(
                "POST",
                path,
                Map.of("Content-Type", "application/x-www-form-urlencoded", "X-CSRF-Token", caller.token()),
                body);
    }

    static String location(HttpResponse<String> answer) {
        return expect(303, answer).headers().firstValue("Location").orElseThrow();
    }

    static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    static String one(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static byte[] picture() {
        BufferedImage image = new BufferedImage(600, 380, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xCFE8E4));
        pen.fillRect(0, 0, 600, 380);
        pen.setColor(new Color(0x0B5A5E));
        pen.drawRect(20, 20, 560, 340);
        pen.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
