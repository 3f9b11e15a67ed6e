package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.itests.AgencyYear.AREA;
import static vn.kientao.itests.AgencyYear.DAY;
import static vn.kientao.itests.AgencyYear.HOME;
import static vn.kientao.itests.AgencyYear.today;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openqa.selenium.WebElement;
import vn.kientao.itests.product.Browser;
import vn.kientao.itests.product.DemoAccounts;

/**
 * The department's reports: of the year that runs, which counts what it has just done, and of the period that ended last, which
 * can be issued.
 */
final class AgencyReports {
    private static final String MADE = HOME + "/reports";

    /** The last day that a report of a year counts. */
    private static final Map<MonthDay, String> ENDS = new TreeMap<>(Map.of(
            MonthDay.of(3, 14), "quarter-1",
            MonthDay.of(6, 14), "half-year",
            MonthDay.of(9, 14), "quarter-3",
            MonthDay.of(12, 14), "year"));

    private final Browser browser;
    private final DemoAccounts accounts;
    private final StepLook look;

    AgencyReports(Browser browser, DemoAccounts accounts, StepLook look) {
        this.browser = browser;
        this.accounts = accounts;
        this.look = look;
    }

    /** The coordinator draws up the report of the year; the area's figures are what was done, each opened to its records. */
    void running(Map<String, List<String>> counted) {
        accounts.coordinator().signIn(browser);
        LocalDate end = MonthDay.of(12, 14).atYear(today().getYear());
        String report = make("year." + (today().isAfter(end) ? end.getYear() + 1 : end.getYear()));
        look.at(browser, "report-running");
        counted.forEach((figure, codes) -> {
            browser.go(report);
            String link = "a[href*='/figures/" + figure + "?area=" + AREA + "']";
            assertThat(number(browser.find(link))).as(figure).isEqualTo(codes.size());
            browser.press(link);
            assertThat(browser.all("tbody th").stream().map(WebElement::getText))
                    .as("behind " + figure)
                    .containsExactlyInAnyOrderElementsOf(codes);
            if (figure.equals("tasks-overdue")) {
                look.at(browser, "report-figure");
            }
        });
        write(report, AREA, "Sở đã hoàn thành 02 trên 03 nhiệm vụ của lĩnh vực.");
        browser.go(report);
        assertThat(browser.text()).contains("66,67", "Sở đã hoàn thành 02 trên 03 nhiệm vụ");
        step("submit");
        look.at(browser, "report-submitted");
    }

    private static int number(WebElement figure) {
        return Integer.parseInt(figure.getText().replaceAll("\\D.*", ""));
    }

    private String make(String term) {
        browser.go(MADE + "/new").click("#term-" + term.replace(".", "\\."));
        look.at(browser, "report-new");
        browser.press("form[action$='/reports/new'] .btn-primary");
        browser.find(".kt-flash-done");
        return browser.path();
    }

    private void write(String report, String section, String text) {
        browser.go(report + "/sections/" + section).type("#body", text);
        look.at(browser, "report-section");
        browser.press("form[data-draft] .btn-primary");
        browser.find(".kt-flash-done");
    }

    private void step(String action) {
        String form = "form[action$='/steps/" + action + "']";
        browser.unfold(form).press(form + " button");
        browser.find(".kt-flash-done");
    }

    /** The report of the period that ended last: figures as long as their lists, signed, numbered and issued. */
    void ended() {
        String report = make(lastEnded());
        Map<String, Integer> figures = browser.all("a[href*='/figures/']:not([href*='area='])").stream()
                .filter(link -> !link.getText().contains("%"))
                .collect(Collectors.toMap(link -> link.getDomAttribute("href"), AgencyReports::number));
        assertThat(figures).hasSizeGreaterThan(5);
        figures.forEach((list, number) -> {
            browser.go(list);
            assertThat(browser.all("tbody th")).as(list).hasSize(number);
        });
        write(report, "evaluation", "Sở đã chỉ đạo, điều hành thường xuyên.");
        browser.go(report);
        step("submit");
        accounts.agencyHead("STP2").signIn(browser);
        browser.go(report);
        browser.find("#file").sendKeys(signed().toString());
        browser.press("form[enctype] button");
        browser.find(".kt-flash-done");
        browser.unfold("form[action$='/steps/issue']")
                .type("[name=number]", "45")
                .type("[name=day]", DAY.format(today()));
        look.at(browser, "report-to-issue");
        step("issue");
        assertThat(browser.find("dl.kt-summary").getText()).contains("45/BC-STP", DAY.format(today()));
        look.at(browser, "report-issued");
        assertThat(browser.download(report + "/pdf", 5)).isEqualTo("%PDF-");
        assertThat(browser.download(report + "/docx", 2)).isEqualTo("PK");
        accounts.standingOffice().signIn(browser);
        browser.go("/VPUB2/steering/reports?scope=all&state=ISSUED");
        look.at(browser, "reports-of-province");
        browser.press("tbody a[href$='" + report.replaceAll(".*/", "") + "']");
        assertThat(browser.text()).contains("ky.pdf", "45/BC-STP");
    }

    private static String lastEnded() {
        String last = "year." + (today().getYear() - 1);
        for (Map.Entry<MonthDay, String> end : ENDS.entrySet()) {
            if (end.getKey().atYear(today().getYear()).isBefore(today())) {
                last = end.getValue() + "." + today().getYear();
            }
        }
        return last;
    }

    private static Path signed() {
        try {
            Path file = Files.createTempDirectory("kientao-signed").resolve("ky.pdf");
            return Files.write(file, "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("no signed file could be made", e);
        }
    }
}
