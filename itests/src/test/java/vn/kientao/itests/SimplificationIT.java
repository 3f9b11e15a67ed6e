package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import vn.kientao.itests.product.Browser;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;

/**
 * A department reviews a procedure and the province decides: from the plan by what complying costs before and after, proposal,
 * appraisal and approval to execution, publication and the costs measured again; then two forms that ask alike. In a browser,
 * each step by whoever may take it. The numbers are those of Hà Nội's decision 1811 for procedure 2.000635.
 */
class SimplificationIT {
    private static final String HOME = "/STP2/procedures/simplification";
    private static final String PROCEDURE = "1.000049";

    /** 15,5 hours of 48.000 đồng, 200.000 for copies and 80.000 in fees: 1.024.000 đồng a case. */
    private static final List<List<String>> NOW = List.of(
            List.of("Chuẩn bị hồ sơ, đi lại", "15,5", "1", "48.000", "", "", ""),
            List.of("Sao y, công chứng", "", "", "", "200.000", "", ""),
            List.of("Nộp hồ sơ", "", "", "", "", "80.000", ""));

    /** 3,5 hours and 63.000 đồng in fees: 231.000 đồng a case. */
    private static final List<List<String>> AFTER =
            List.of(List.of("Nộp trực tuyến", "3,5", "1", "48.000", "", "63.000", ""));

    private static final List<String> COLUMNS = List.of("task", "hours", "people", "income", "service", "fee", "other");

    @RegisterExtension
    static final Distribution distribution = Distribution.shared();

    private final DemoAccounts accounts = DemoAccounts.of(distribution.product());

    @Test
    void aProcedureIsReviewedDecidedPublishedAgainAndMeasuredAgain() {
        try (Browser browser = Browser.open(distribution.product().http(), Browser.DESKTOP)) {
            refused(browser, accounts.deskOfficer("STP2"), HOME);
            accounts.coordinator().signIn(browser);
            String plan = plan(browser);
            String sheet = sheet(browser);
            propose(browser, sheet);
            decide(browser, sheet);
            carryOut(browser, sheet);
            summary(browser, plan, sheet);
            assertThat(browser.complaints())
                    .filteredOn(said -> !said.matches("(?s).*status of 4\\d\\d.*"))
                    .isEmpty();
        }
    }

    @Test
    void formsThatAskAlikeAreFoundForMerging() {
        try (Browser browser = Browser.open(distribution.product().http(), Browser.DESKTOP)) {
            accounts.coordinator().signIn(browser);
            form(browser, "TK-KS-01", "Tờ khai đăng ký khai sinh", "Quan hệ với người được khai sinh");
            form(browser, "TK-KT-01", "Tờ khai đăng ký khai tử", "Nơi chết");
            browser.go("/STP2/procedures/forms/overlaps?least=40");
            look(browser, "overlaps");
            assertThat(browser.find("tbody tr").getText())
                    .contains("Tờ khai đăng ký khai sinh", "Tờ khai đăng ký khai tử", "50,0 %", "2 trên 4 trường");
        }
    }

    private static String plan(Browser browser) {
        browser.go(HOME);
        browser.press("form[action='" + HOME + "'] button");
        assertThat(browser.find(".kt-errors").getText()).isNotBlank();
        browser.type("#year", "2027").type("#title", "Kế hoạch rà soát năm 2027");
        browser.press("form[action='" + HOME + "'] button");
        browser.find(".kt-flash-done");
        assertThat(browser.text()).contains("31/01/2027", "Nghị định 63/2010/NĐ-CP");
        browser.press("form[action$='/send'] button");
        assertThat(browser.find(".kt-page-header ~ p .kt-tag-done").getText()).startsWith("Đã gửi");
        return browser.path();
    }

    private static String sheet(Browser browser) {
        browser.type("#code", PROCEDURE);
        browser.press("form[action$='/sheets'] button");
        browser.find("#necessity-met");
        return browser.path();
    }

    /** The coordinator judges, measures, proposes and sends to appraisal; what is missing keeps the sheet where it is. */
    private static void propose(Browser browser, String sheet) {
        move(browser, sheet, "review", "");
        browser.go(sheet);
        browser.press("button[name=to][value=proposal]");
        assertThat(browser.find(".kt-errors").getText()).contains("Còn thiếu: đánh giá đủ bốn tiêu chí");
        look(browser, "too-early");
        browser.go(sheet);
        Map<String, String> judged =
                Map.of("necessity", "met", "reasonableness", "partly", "legality", "met", "cost", "missed");
        judged.forEach((criterion, verdict) -> {
            browser.find("#" + criterion + "-" + verdict).sendKeys(Keys.SPACE);
            browser.type("#" + criterion + "-note", "Căn cứ Điều 27–31 Nghị định 63/2010/NĐ-CP");
        });
        browser.type("#proposal", "Bỏ bản sao có chứng thực; nộp trực tuyến toàn trình.");
        browser.press("form[action$='/findings'] button");
        browser.find(".kt-flash-done");
        costs(browser, sheet, "now", NOW);
        costs(browser, sheet, "after", AFTER);
        assertThat(browser.text()).contains("1.024.000 ₫", "231.000 ₫", "-77,44 %", "3.305.472.000 ₫", "745.668.000 ₫");
        move(browser, sheet, "proposal", "");
        move(browser, sheet, "appraisal", "Kính trình thẩm tra");
        assertThat(browser.all("button[name=to]"))
                .as("ways on for whoever sent it")
                .isEmpty();
    }

    /** The standing office gives it back once, then the chairman approves; nobody else could. */
    private void decide(Browser browser, String sheet) {
        accounts.standingOffice().signIn(browser);
        move(browser, sheet, "proposal", "Làm rõ nguồn dữ liệu thay bản sao");
        accounts.coordinator().signIn(browser);
        move(browser, sheet, "appraisal", "Đã bổ sung nguồn dữ liệu");
        accounts.chairman().signIn(browser);
        look(browser, "decide", sheet);
        assertThat(browser.all("form[action$='/findings']"))
                .as("the chairman decides, and writes nothing into the sheet")
                .isEmpty();
        move(browser, sheet, "approved", "Đồng ý");
        assertThat(browser.all("button[name=to]"))
                .as("ways on for the chairman")
                .isEmpty();
    }

    private void carryOut(Browser browser, String sheet) {
        accounts.coordinator().signIn(browser);
        move(browser, sheet, "execution", "Quyết định 12/QĐ-UBND");
        move(browser, sheet, "republished", "Quyết định công bố 34/QĐ-UBND");
        browser.go(sheet);
        browser.press("button[name=to][value=remeasured]");
        assertThat(browser.find(".kt-errors").getText())
                .as("nothing is measured yet")
                .isNotBlank();
        costs(browser, sheet, "measured", AFTER);
        move(browser, sheet, "remeasured", "");
    }

    /** How it went, who did what, and what it saves: the same for everybody who may read. */
    private void summary(Browser browser, String plan, String sheet) {
        accounts.agencyHead("STP2").signIn(browser);
        look(browser, "done", sheet);
        assertThat(browser.all(".kt-event h3").stream().map(WebElement::getText))
                .containsExactly(
                        "Kế hoạch",
                        "Rà soát",
                        "Phương án",
                        "Thẩm tra",
                        "Phương án",
                        "Thẩm tra",
                        "Phê duyệt",
                        "Thực thi",
                        "Công bố lại",
                        "Đo lại");
        assertThat(browser.text()).contains("Bùi Thuý Kiều", "Mai Xuân Trường", "Phan Đức Thịnh");
        assertThat(browser.all("button[name=to]")).isEmpty();
        look(browser, "plan-done", plan);
        assertThat(browser.find("tbody tr").getText()).contains("1.024.000 ₫", "231.000 ₫", "-77,44 %");
        refused(browser, accounts.deskOfficer("STP2"), sheet);
    }

    private static void costs(Browser browser, String sheet, String side, List<List<String>> tasks) {
        browser.go(sheet + "/costs/" + side);
        for (int row = 1; row <= tasks.size(); row++) {
            for (int column = 0; column < COLUMNS.size(); column++) {
                String typed = tasks.get(row - 1).get(column);
                if (!typed.isEmpty()) {
                    browser.type("#" + COLUMNS.get(column) + "-" + row, typed);
                }
            }
        }
        browser.type("#times", "1").type("#subjects", "3.228");
        if (side.equals("now")) {
            look(browser, "costs");
        }
        browser.press("main form button[type=submit]");
        browser.find(".kt-flash-done");
        assertThat(browser.path()).isEqualTo(sheet);
    }

    private static void move(Browser browser, String sheet, String stage, String note) {
        browser.go(sheet).type("#note", note);
        browser.press("button[name=to][value=" + stage + "]");
        browser.find(".kt-flash-done");
    }

    /** A form of two shared fields and one of its own, published. */
    private static void form(Browser browser, String code, String title, String own) {
        browser.go("/STP2/procedures/forms");
        browser.type("#code", code).type("#title", title);
        browser.press("form[action$='/forms'] button");
        new Select(browser.find("#key-1")).selectByIndex(1);
        new Select(browser.find("#key-2")).selectByIndex(2);
        browser.type("#label-3", own);
        browser.press("form[action$='/draft'] button");
        browser.find(".kt-flash-done");
        browser.press("form[action$='/publish'] button");
        browser.find(".kt-flash-done");
    }

    private static void refused(Browser browser, DemoAccounts.Account account, String path) {
        account.signIn(browser);
        assertThat(browser.all("nav a[href$='/simplification']")).isEmpty();
        browser.go(path);
        assertThat(browser.all(".kt-table, main form"))
                .as(account.login() + " on " + path)
                .isEmpty();
    }

    private static void look(Browser browser, String name, String path) {
        browser.go(path);
        look(browser, name);
    }

    private static void look(Browser browser, String name) {
        for (int width : new int[] {Browser.PHONE, Browser.DESKTOP}) {
            browser.width(width);
            browser.screenshot("simplification-" + name + "-" + width);
            assertThat(browser.overflow())
                    .as("pixels to push " + name + " sideways")
                    .isZero();
        }
        assertThat(browser.all("h1")).as(name).hasSize(1);
        assertThat(browser.barriers("main")).as(name).isEmpty();
    }
}
