package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.Browser;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Product;

/**
 * The directive is carried out: every clause leads to its tasks and who leads them; and a department goes through a year of
 * the reform, from the draft of its plan to its reports, in a browser, each step by whoever may take it.
 */
class SteeringYearIT {
    private static final int CLAUSES = 28;

    @RegisterExtension
    static final Distribution distribution = Distribution.shared();

    @Test
    void everyClauseOfTheDirectiveLeadsToItsTasksAndTheirLeads() {
        Product product = distribution.product();
        try (Browser browser = Browser.open(product.http(), Browser.DESKTOP)) {
            DemoAccounts.of(product).standingOffice().signIn(browser);
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
            new StepLook("vi-steering-").at(browser, "matrix");
        }
    }

    @Test
    void aDepartmentGoesThroughAYear() {
        walk(distribution.product(), System.getProperty("lang", "vi"));
    }

    @Test
    @Tag("long")
    void aDepartmentGoesThroughAYearInEnglish() {
        try (Product product = Product.unpack(Options.demo("year")).start()) {
            walk(product, "en");
        }
    }

    private static void walk(Product product, String language) {
        assumeTrue(AgencyYear.begun(), "on New Year's Day nothing of the year's plan can be overdue");
        DemoAccounts accounts = DemoAccounts.of(product);
        StepLook look = new StepLook(language + "-year-");
        try (Browser browser = Browser.open(product.http(), Browser.DESKTOP, language)) {
            AgencyYear year = new AgencyYear(browser, accounts, look);
            year.plan();
            year.moreTime();
            year.results();
            year.urging();
            AgencyReports reports = new AgencyReports(browser, accounts, look);
            reports.running(year.counted());
            reports.ended();
            year.dashboards();
            year.reminders();
            assertThat(browser.complaints())
                    .filteredOn(said -> !said.matches("(?s).*status of 4\\d\\d.*"))
                    .isEmpty();
        }
    }
}
