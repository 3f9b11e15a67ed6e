package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.Browser;
import vn.kientao.itests.product.DemoAccounts;

/**
 * A year of the Department of Justice in an area in which it has no other tasks, so that every figure is what the walk did: of
 * the four tasks of its plan one is done late, one on time after more time was granted, one stays overdue, and one is a ward's.
 * Time that has passed is told to the product as people tell it: a plan may name days of its year that are over.
 */
final class AgencyYear {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    static final String AREA = "finance";
    static final String HOME = "/STP2/steering";
    private static final String WORKER = "Đặng Hoàng Phúc";
    private static final String LATE = "Công khai dự toán, quyết toán ngân sách";
    private static final String OVERDUE = "Rà soát, thanh lý tài sản hư hỏng";
    private static final String EXTENDED = "Rà soát quy chế chi tiêu nội bộ";
    private static final String ELSEWHERE = "Giao tự chủ tài chính nhà văn hóa phường";
    private static final Duration SOON = Duration.ofSeconds(75);

    private final Browser browser;
    private final DemoAccounts accounts;
    private final StepLook look;
    private final Map<String, String> codes = new HashMap<>();

    AgencyYear(Browser browser, DemoAccounts accounts, StepLook look) {
        this.browser = browser;
        this.accounts = accounts;
        this.look = look;
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    /** Whether a day of the present year is over, so that something of its plan can be overdue. */
    static boolean begun() {
        return today().getDayOfYear() > 1;
    }

    private static LocalDate over() {
        LocalDate first = today().withDayOfYear(1);
        return today().minusDays(20).isBefore(first) ? first : today().minusDays(20);
    }

    private static LocalDate ahead() {
        LocalDate last = today().withDayOfYear(today().lengthOfYear());
        return today().plusDays(10).isAfter(last) ? last : today().plusDays(10);
    }

    /** The coordinator drafts, the standing office appraises, the chairman approves, and the lines have become tasks. */
    void plan() {
        accounts.coordinator().signIn(browser);
        browser.go(HOME + "/plans").type("#year", "" + today().getYear());
        browser.press("form[action$='/plans'] .btn-primary");
        browser.find(".kt-flash-done");
        String plan = browser.path().replaceAll("^/STP2|\\?.*", "");
        item("/STP2" + plan, LATE, "STP2", over());
        item("/STP2" + plan, OVERDUE, "STP2", over());
        item("/STP2" + plan, EXTENDED, "STP2", ahead());
        item("/STP2" + plan, ELSEWHERE, "P-AX", ahead());
        look.at(browser, "plan-draft");
        send("#step-submit");
        accounts.standingOffice().signIn(browser);
        browser.go("/VPUB2" + plan);
        look.at(browser, "plan-to-appraise");
        send("#step-appraise");
        accounts.chairman().signIn(browser);
        browser.go("/UBND-CM2" + plan).unfold("#step-approve").type("#symbol", "125/QĐ-UBND");
        look.at(browser, "plan-to-approve");
        send("#step-approve");
        accounts.coordinator().signIn(browser);
        browser.go("/STP2" + plan);
        send("#step-publish");
        look.at(browser, "plan-published");
        for (String title : List.of(LATE, OVERDUE, EXTENDED, ELSEWHERE)) {
            codes.put(title, row(title).findElement(By.cssSelector("a.kt-code")).getText());
        }
        browser.go("/public/steering" + plan.substring(plan.indexOf("/plans")));
        assertThat(browser.text()).contains(codes.keySet());
        look.at(browser, "plan-public");
    }

    private WebElement row(String words) {
        return browser.all("tbody tr").stream()
                .filter(row -> row.getText().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not on " + browser.path()));
    }

    private void item(String plan, String title, String lead, LocalDate due) {
        browser.go(plan + "/items/new");
        new Select(browser.find("#area")).selectByValue(AREA);
        browser.type("#title", title)
                .type("#product", "Báo cáo")
                .type("#person", "Ngô Thanh Hải, Giám đốc Sở")
                .type("#division", "Văn phòng Sở");
        new Select(browser.find("#lead")).selectByValue(lead);
        browser.type("#due", DAY.format(due)).type("#budget", "15.000.000").type("#budgetSource", "Ngân sách tỉnh");
        browser.unfold("#cooperating").click("#cooperating-STC2");
        look.at(browser, "plan-item");
        browser.press("main form[data-draft] .btn-primary");
        browser.find(".kt-flash-done");
    }

    /** Sends a form that may be folded away, and returns when the product says that it was done. */
    private void send(String form) {
        browser.unfold(form).press(form + " button");
        browser.find(".kt-flash-done");
    }

    private String task(String title) {
        return "/steering/tasks/" + codes.get(title);
    }

    /** Somebody is made to answer, notes progress with evidence, asks for more time, and the head grants some of it. */
    void moreTime() {
        accounts.coordinator().signIn(browser);
        assign(EXTENDED);
        assign(OVERDUE);
        accounts.handler("STP2").signIn(browser);
        browser.go("/STP2" + task(EXTENDED)).unfold("#progress").type("#progress", "60");
        browser.type("#note-progress", "Đã gửi dự thảo lấy ý kiến các phòng");
        send("form[action$='/progress']");
        browser.go("/STP2" + task(EXTENDED) + "/files");
        browser.find("#file").sendKeys(picture().toString());
        browser.press("form[enctype] .btn-primary");
        assertThat(browser.find(".kt-tasks").getText()).contains("bien-ban.png");
        look.at(browser, "evidence");
        browser.go("/STP2" + task(EXTENDED)).unfold("#wanted");
        browser.type("#wanted", DAY.format(ahead().plusDays(30))).type("#reason", "Chờ ý kiến của Sở Tài chính");
        look.at(browser, "extension-ask");
        send("form[action$='/extensions']");
        accounts.agencyHead("STP2").signIn(browser);
        browser.go(HOME + "/extensions");
        look.at(browser, "extensions");
        browser.press("tbody a[href*='" + codes.get(EXTENDED) + "']");
        browser.type("#day", DAY.format(ahead().plusDays(20))).type("#answer", "Đồng ý");
        look.at(browser, "extension-decide");
        browser.press("button[name=decision][value=grant]");
        browser.find(".kt-flash-done");
        assertThat(browser.find("dl.kt-summary").getText())
                .contains(DAY.format(ahead().plusDays(20)), DAY.format(ahead()));
    }

    private void assign(String title) {
        browser.go("/STP2" + task(title)).unfold("#account");
        new Select(browser.find("#account"))
                .getOptions().stream()
                        .filter(option -> option.getText().contains(WORKER))
                        .findFirst()
                        .orElseThrow()
                        .click();
        send("form[action$='/assign']");
        assertThat(browser.find("dl.kt-summary").getText()).contains(WORKER);
    }

    /** A picture of one black point. */
    private static Path picture() {
        try {
            Path file = Files.createTempDirectory("kientao-evidence").resolve("bien-ban.png");
            try (OutputStream out = Files.newOutputStream(file)) {
                ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("no picture could be made", e);
        }
    }

    /** The handler reports two tasks as done; the coordinator confirms: one was late, one on time. */
    void results() {
        accounts.handler("STP2").signIn(browser);
        for (String title : List.of(LATE, EXTENDED)) {
            browser.go("/STP2" + task(title)).unfold("#note-report");
            browser.type("#note-report", "Báo cáo số 12/BC-STP");
            send("form[action$='/report']");
        }
        accounts.coordinator().signIn(browser);
        for (String title : List.of(LATE, EXTENDED)) {
            browser.go("/STP2" + task(title));
            send("form[action$='/confirm']");
            look.at(browser, title.equals(LATE) ? "task-late" : "task-on-time");
        }
        assertThat(browser.find(".kt-tags .kt-tag-done").isDisplayed()).isTrue();
        browser.go("/STP2" + task(LATE));
        assertThat(browser.find(".kt-tags .kt-tag-late").isDisplayed()).isTrue();
    }

    /** The coordinator urges what is overdue, by a numbered letter that can be downloaded. */
    void urging() {
        browser.go("/STP2" + task(OVERDUE));
        assertThat(browser.find(".kt-tags .kt-tag-late").isDisplayed()).isTrue();
        browser.go("/STP2" + task(OVERDUE) + "/urgings");
        browser.type("#words", "Đề nghị khẩn trương thực hiện.")
                .type("#place", "Cà Mau")
                .type("#capacity", "Giám đốc")
                .type("#signer", "Ngô Thanh Hải");
        look.at(browser, "urge");
        browser.press("form[action$='/urgings'] .btn-primary");
        browser.find(".kt-flash-done");
        look.at(browser, "urged");
        WebElement letter = browser.find(".kt-task");
        assertThat(letter.findElement(By.cssSelector(".kt-code")).getText()).matches("\\d+/STP-CCHC");
        assertThat(letter(letter, "pdf", 5)).isEqualTo("%PDF-");
        assertThat(letter(letter, "docx", 2)).isEqualTo("PK");
    }

    private String letter(WebElement line, String kind, int count) {
        String address =
                line.findElement(By.cssSelector("a[href$='/" + kind + "']")).getDomAttribute("href");
        return browser.download(address, count);
    }

    /** The figures of the department, of the area and of the ward, each with its list. */
    void dashboards() {
        browser.go(HOME + "/board");
        Map<String, List<String>> own =
                Map.of("DONE_ON_TIME", List.of(EXTENDED), "DONE_LATE", List.of(LATE), "OVERDUE", List.of(OVERDUE));
        own.forEach((standing, titles) ->
                lists(HOME + "/board", "a[href*='area=" + AREA + "'][href*='standing=" + standing + "']", titles));
        browser.go(HOME + "/board");
        look.at(browser, "board-own");
        accounts.standingOffice().signIn(browser);
        String board = "/VPUB2/steering/board/areas/" + AREA;
        Await.until("the area counts the ward's task", SOON, () -> {
            browser.go(board);
            return figure("P-AX", "WITHIN_TERM").equals("1")
                    && own.keySet().stream().allMatch(one -> figure("STP2", one).equals("1"));
        });
        look.at(browser, "board-area");
        own.forEach((standing, titles) -> lists(board, link("STP2", standing), titles));
        lists(board, link("P-AX", "WITHIN_TERM"), List.of(ELSEWHERE));
        browser.go("/VPUB2/steering/board/province");
        look.at(browser, "board-province");
        browser.go("/public/steering/progress");
        look.at(browser, "board-public");
        assertThat(browser.all("main a[href*='/tasks']")).isEmpty();
    }

    private static String link(String agency, String standing) {
        return "tbody a[href*='at=" + agency + "&'][href*='standing=" + standing + "']";
    }

    private String figure(String agency, String standing) {
        return browser.all(link(agency, standing)).stream()
                .map(WebElement::getText)
                .findFirst()
                .orElse("0");
    }

    /** A figure is as large as its list is long, and that has these tasks. */
    private void lists(String page, String link, List<String> titles) {
        browser.go(page);
        assertThat(browser.find(link).getText()).as(link).isEqualTo("" + titles.size());
        browser.press(link);
        assertThat(browser.find("tbody").getText()).contains(titles);
        assertThat(browser.all("tbody th")).hasSameSizeAs(titles);
    }

    /** What the area's section of a report counts, and who is behind each figure. */
    Map<String, List<String>> counted() {
        return Map.of(
                "tasks-given", List.of(codes.get(LATE), codes.get(OVERDUE), codes.get(EXTENDED)),
                "tasks-on-time", List.of(codes.get(EXTENDED)),
                "tasks-late", List.of(codes.get(LATE)),
                "tasks-within-term", List.of(),
                "tasks-overdue", List.of(codes.get(OVERDUE)),
                "tasks-paused", List.of());
    }

    /** Whoever answers is told of the letter, and the head of what has been late since before; each opens from there. */
    void reminders() {
        accounts.handler("STP2").signIn(browser);
        opened(codes.get(OVERDUE) + ".*/STP-CCHC.*");
        assertThat(browser.path()).isEqualTo("/STP2" + task(OVERDUE));
        accounts.agencyHead("STP2").signIn(browser);
        browser.go(HOME + "/tasks?standing=OVERDUE&area=institutions");
        String code = browser.find("tbody th").getText();
        String days = browser.find("tbody .kt-tag-late").getText().replaceAll("\\D", "");
        opened(code + ".* " + days + " .*");
        assertThat(browser.path()).isEqualTo(HOME + "/tasks/" + code);
    }

    /** Waits for a notice that says so, and opens what it is about. */
    private void opened(String told) {
        Await.until("a notice of " + told, SOON, () -> {
            browser.go("/notices");
            while (notice(told).isEmpty() && !browser.all("a[rel=next]").isEmpty()) {
                browser.press("a[rel=next]");
            }
            return notice(told).isPresent();
        });
        look.at(browser, "notices");
        notice(told).orElseThrow().findElement(By.tagName("button")).sendKeys(Keys.ENTER);
        browser.find(".kt-timeline");
    }

    private Optional<WebElement> notice(String told) {
        return browser.all("main li.kt-task").stream()
                .filter(one -> one.getText().matches("(?s).*" + told))
                .findFirst();
    }
}
