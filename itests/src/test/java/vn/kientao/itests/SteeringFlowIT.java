package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import vn.kientao.itests.product.Browser;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;

/**
 * The directive is carried out: every clause leads to its tasks and who leads them; a coordinator gives a task, the lead
 * reports, the giver confirms, and the dashboards of the area and of everybody follow, each figure with its list.
 */
class SteeringFlowIT {
    private static final String AREA = "/VPUB2/steering/board/areas/institutions";
    private static final int CLAUSES = 28;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(60);

    @RegisterExtension
    static final Distribution distribution = Distribution.shared();

    private final DemoAccounts accounts = DemoAccounts.of(distribution.product());

    @Test
    void everyClauseOfTheDirectiveLeadsToItsTasksAndTheirLeads() {
        try (Browser browser = Browser.open(distribution.product().http(), Browser.DESKTOP)) {
            accounts.standingOffice().signIn(browser);
            browser.go("/VPUB2/steering/programme/D");
            List<String> lists = browser.all("tbody a[href*='clause='][href*='scope=all']").stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertThat(browser.all("tbody tr")).hasSize(CLAUSES);
            assertThat(lists).hasSize(CLAUSES);
            for (String list : lists) {
                browser.go(list.substring(list.indexOf("/VPUB2")));
                assertThat(browser.find("tbody tr td:nth-of-type(2)").getText())
                        .as("the lead of %s", list)
                        .isNotBlank();
                assertThat(browser.find("tbody .kt-tag").getText())
                        .as("the state of %s", list)
                        .isNotBlank();
            }
            browser.go("/VPUB2/steering/board/matrix");
            assertThat(browser.all("tbody tr")).hasSize(CLAUSES);
            look(browser, "matrix");
        }
    }

    @Test
    void aTaskIsGivenReportedAndConfirmedAndTheFiguresFollow() {
        try (Browser browser = Browser.open(distribution.product().http(), Browser.DESKTOP)) {
            accounts.standingOffice().signIn(browser);
            int running = figure(browser, "WITHIN_TERM");
            int done = figure(browser, "DONE_ON_TIME");

            accounts.coordinator().signIn(browser);
            String code = give(browser);
            accounts.standingOffice().signIn(browser);
            awaits(browser, "WITHIN_TERM", running + 1, code);

            accounts.handler().signIn(browser);
            step(browser, "/P-AX/steering/tasks/" + code, "report");
            accounts.coordinator().signIn(browser);
            step(browser, "/STP2/steering/tasks/" + code, "confirm");
            assertThat(browser.find(".kt-tags").getText()).contains("Hoàn thành đúng hạn");

            accounts.standingOffice().signIn(browser);
            awaits(browser, "DONE_ON_TIME", done + 1, code);
            assertThat(figure(browser, "WITHIN_TERM")).isEqualTo(running);
            browser.go(AREA);
            look(browser, "area");
            browser.go("/VPUB2/steering/board/province");
            assertThat(browser.all("table:has(#heat) tbody tr")).hasSize(10);
            look(browser, "province");
            browser.go("/VPUB2/steering/board");
            look(browser, "own");
            browser.go("/public/steering/progress");
            look(browser, "progress");
            assertThat(browser.all("main a[href*='/tasks']")).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static String give(Browser browser) {
        browser.go("/STP2/steering/tasks/new");
        browser.type("#title", "Rà soát quy chế làm việc").type("#product", "Báo cáo rà soát");
        new Select(browser.find("#area")).selectByValue("institutions");
        new Select(browser.find("#lead")).selectByValue("P-AX");
        browser.type(
                "#due", DAY.format(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(10)));
        browser.press("main form .btn-primary");
        browser.find(".kt-flash-done");
        return browser.path().replaceAll(".*/", "");
    }

    private static void step(Browser browser, String task, String action) {
        browser.go(task);
        browser.click("details:has(form[action$='/" + action + "']) > summary");
        browser.type("#note-" + action, "Báo cáo số 12/BC-UBND");
        browser.press("form[action$='/" + action + "'] button");
        browser.find(".kt-flash-done");
    }

    private static int figure(Browser browser, String standing) {
        return Integer.parseInt(tile(browser.go(AREA), standing).getText().replaceAll("\\D", ""));
    }

    private static WebElement tile(Browser browser, String standing) {
        return browser.find(".kt-tile[href*='standing=" + standing + "']");
    }

    /** Waits until a figure of the area has come to a number; its list then has as many tasks, this one among them. */
    private static void awaits(Browser browser, String standing, int number, String code) {
        new WebDriverWait(browser.driver(), COUNTED_WITHIN)
                .withMessage(standing + " of the area becomes " + number)
                .until(driver -> figure(browser, standing) == number);
        browser.press(".kt-tile[href*='standing=" + standing + "']");
        browser.find("tbody");
        assertThat(browser.all("tbody th")).hasSize(number);
        assertThat(browser.all("tbody th").stream().map(WebElement::getText)).contains(code);
    }

    private static void look(Browser browser, String name) {
        for (int width : new int[] {Browser.PHONE, Browser.DESKTOP}) {
            browser.width(width);
            browser.screenshot("steering-" + name + "-" + width);
            assertThat(browser.overflow())
                    .as("pixels to push " + name + " sideways")
                    .isZero();
        }
        assertThat(browser.all("h1")).as(name).hasSize(1);
        assertThat(browser.barriers("main")).as(name).isEmpty();
    }
}
