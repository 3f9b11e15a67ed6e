package vn.kientao.itests;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.kientao.itests.security.Caller;

/** A yearly plan that everybody reads and a periodic report that was made public, made as their pages make them. */
final class SteeringContent {
    private static final String OFFICE = "/VPUB2/steering";
    private static final String OPEN = "/public/steering";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Caller office;
    private final Caller chairman;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    /** The pages that show it to everybody. */
    private final List<Content.Page> open;

    /** Those of the standing office. */
    private final List<Content.Page> own;

    SteeringContent(Caller office, Caller chairman) {
        this.office = office;
        this.chairman = chairman;
        String plan = plan();
        String report = report();
        open = List.of(
                page("open-plans", OPEN + "/plans", "tbody progress"),
                page("open-plans-found", OPEN + "/plans?q=quy+trinh+mot+cua&year=" + today.getYear(), "tbody progress"),
                page("open-plan", OPEN + "/plans/" + plan, "tbody .kt-tag"),
                page("open-reports", OPEN + "/reports", "tbody a"),
                page("open-report", OPEN + "/reports/" + report, ".kt-prose"));
        own = List.of(
                page("plan-in-force", OFFICE + "/plans/" + plan, "tbody a.kt-code"),
                page("report-public", OFFICE + "/reports/" + report, "a[href^='/public/steering/reports']"));
    }

    List<Content.Page> open() {
        return open;
    }

    List<Content.Page> own() {
        return own;
    }

    private static Content.Page page(String name, String path, String shows) {
        return new Content.Page("steering-" + name, path, Map.of(), shows);
    }

    private String plan() {
        String address = Content.location(
                Content.form(office, OFFICE + "/plans", Map.of("year", Integer.toString(today.getYear()))));
        add(
                address,
                "procedures",
                "Rà soát quy trình một cửa, cắt giảm thời gian giải quyết",
                "31/12/" + today.getYear());
        add(address, "procedures", "Khảo sát mức độ hài lòng của người dân", "02/01/" + today.getYear());
        add(address, "institutions", "Kiểm tra văn bản quy phạm pháp luật", "");
        step(office, address, "submit", Map.of());
        step(office, address, "appraise", Map.of());
        step(chairman, address, "approve", Map.of("symbol", "125/QĐ-UBND"));
        step(office, address, "publish", Map.of());
        return address.replaceAll(".*/", "");
    }

    private void add(String plan, String area, String title, String due) {
        Content.expect(
                303,
                Content.form(
                        office,
                        plan + "/items/new",
                        Map.of(
                                "area",
                                area,
                                "title",
                                title,
                                "product",
                                "Báo cáo kết quả",
                                "person",
                                "Chánh Văn phòng",
                                "division",
                                "Phòng Kiểm soát thủ tục hành chính",
                                "lead",
                                "VPUB2",
                                "due",
                                due)));
    }

    private static void step(Caller who, String one, String action, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("version", version(who, one));
        Content.expect(303, Content.form(who, one + "/steps/" + action, fields));
    }

    /** As the page carries it. */
    private static String version(Caller who, String one) {
        return Content.one("name=\"version\" value=\"(\\d+)\"", who.get(one).body());
    }

    private String report() {
        String address = Content.location(
                Content.form(office, OFFICE + "/reports/new", Map.of("term", "half-year." + (today.getYear() - 1))));
        Content.expect(
                303,
                Content.form(
                        office,
                        address + "/sections/direction",
                        Map.of(
                                "version",
                                "1",
                                "body",
                                "Đã ban hành kế hoạch năm, phân công người phụ trách.\nĐã họp giao ban hằng tháng.")));
        byte[] signed = office.bytes(address + "/pdf");
        Content.expect(
                303,
                office.upload("POST", address + "/files", Map.of(), "file", "da-ky.pdf", "application/pdf", signed));
        step(office, address, "submit", Map.of());
        step(office, address, "issue", Map.of("number", "7", "symbol", "BC-VPUB", "day", DAY.format(today)));
        step(office, address, "publish", Map.of());
        return address.replaceAll(".*/", "");
    }
}
