package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.Browser;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Product;

/**
 * The steering module is updated while a coordinator has a section of a report open in a browser, half typed, and another one
 * half typed besides, the head of the department writes, and people look at lists, boards and the report.
 */
final class ReportOverUpdate extends OverUpdate {
    private static final String REPORTS = "/STP2/steering/reports";
    private static final Duration KEPT = Duration.ofSeconds(20);
    private static final String BEGUN = "Sở đã rà soát được một nửa số văn bản";
    private static final String MORE = ", nửa còn lại xong trong tháng này.";
    private static final String HEAD = "Sở đã ban hành kế hoạch rà soát.";
    private static final Pattern VERSION =
            Pattern.compile("(?s)<details class=\"kt-panel\"[^>]*><summary>[^<]*</summary>\\s*"
                    + "(?:<div class=\"kt-prose\">([^<]*)</div>|<p[^<]*</p>)");

    private final DemoAccounts.Account coordinator;
    private final Visitor head;

    ReportOverUpdate(Product product) {
        super(product, "steering");
        coordinator = DemoAccounts.of(product).coordinator();
        head = new Visitor(product).signIn(DemoAccounts.of(product).agencyHead("STP2"));
    }

    @Override
    void run() throws Exception {
        try (Browser browser = Browser.open(product().http(), Browser.DESKTOP)) {
            coordinator.signIn(browser);
            browser.go(REPORTS + "/new").click("[name=term]");
            browser.press("form[action$='/reports/new'] .btn-primary");
            browser.find(".kt-flash-done");
            String report = browser.path();
            headWrites(report + "/sections/evaluation");
            browser.go(report + "/sections/finance");
            type(browser, BEGUN);
            browser.go(report + "/sections/institutions");
            type(browser, BEGUN);
            Load.Figures figures;
            try (Load load = Load.start(CONNECTIONS, number -> looking(report, number))) {
                update("1.1.1");
                assertThat(served(head.get(report))).isEqualTo("steering@1.1.1");
                headWrites(report + "/sections/institutions");
                finishOverAnother(browser);
                finishOnTheNewRelease(browser, report + "/sections/finance");
                figures = load.stop();
            }
            lostNothing(figures);
            assertThat(versions(report + "/sections/evaluation")).containsExactly(HEAD, "");
            assertThat(versions(report + "/sections/institutions"))
                    .containsExactly(HEAD + " " + BEGUN + MORE, HEAD, "");
            assertThat(versions(report + "/sections/finance")).containsExactly(BEGUN + MORE, "");
            assertThat(browser.complaints())
                    .filteredOn(said -> !said.contains("409"))
                    .isEmpty();
        }
    }

    /** Types on, and waits until the platform says that it keeps it. */
    private static void type(Browser browser, String words) {
        browser.driver().executeScript("document.querySelector('[data-draft-status]').textContent = ''");
        browser.find("#body").sendKeys(words);
        Await.until(
                "a kept draft",
                KEPT,
                () -> browser.find("[data-draft-status]").getText().matches(".*\\d{1,2}:\\d{2}.*"));
    }

    private void headWrites(String section) {
        HttpResponse<String> saved = head.submit(section, section, Map.of("body", HEAD));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    }

    private Load.Work looking(String report, int number) {
        Visitor person = new Visitor(product()).signIn(coordinator);
        List<String> pages = List.of(REPORTS, "/STP2/steering/board", report);
        return turn -> DeskLoad.expect(200, person.get(pages.get(number % pages.size())));
    }

    /** The page of the old release still takes what is typed; saving it shows what the head has saved since. */
    private static void finishOverAnother(Browser browser) {
        type(browser, MORE);
        browser.press("form[data-draft] .btn-primary");
        assertThat(browser.find("#present").getText()).contains(HEAD);
        assertThat(browser.find("#body").getDomProperty("value")).isEqualTo(BEGUN + MORE);
        browser.type("#body", HEAD + " " + BEGUN + MORE);
        browser.press("form[data-draft] .btn-primary");
        browser.find(".kt-flash-done");
    }

    private static void finishOnTheNewRelease(Browser browser, String section) {
        browser.go(section);
        assertThat(browser.find("footer").getText()).contains("steering@1.1.1");
        assertThat(browser.find("#body").getDomProperty("value")).isEqualTo(BEGUN);
        browser.find("#body").sendKeys(MORE);
        browser.press("form[data-draft] .btn-primary");
        browser.find(".kt-flash-done");
    }

    /** Every saved text of a section, the newest first. */
    private List<String> versions(String section) {
        return VERSION.matcher(head.get(section).body())
                .results()
                .map(text -> text.group(1) == null ? "" : text.group(1))
                .toList();
    }
}
