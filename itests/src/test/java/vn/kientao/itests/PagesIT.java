package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import vn.kientao.itests.product.Browser;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.PageWeight;
import vn.kientao.itests.product.Product;

/** Every page that can be reached without changing anything, as the person who may: whole, narrow, in both languages. */
class PagesIT {
    private static final List<String> PUBLIC = List.of(
            "/",
            "/public/procedures",
            "/public/steering/answers",
            "/public/steering/progress",
            "/public/steering/plans",
            "/public/steering/plans?q=khongcogi",
            "/public/steering/reports",
            "/public/steering/reports?year=2001",
            "/public/procedures?q=dat+dai",
            "/public/procedures?q=khongcothutucnao",
            "/public/procedures/1.000049",
            "/public/procedures/track",
            "/public/procedures/changes",
            "/public/procedures/quality",
            "/public/procedures/open-data",
            "/public/procedures/rate",
            "/public/procedures/prefill?q=khai+sinh",
            "/public/procedures/prefill/1.000049",
            "/public/procedures/life-events",
            "/public/procedures/feedback",
            "/public/procedures/feedback/track",
            "/public/procedures/feedback/answers",
            "/public/procedures/deadline?q=khai+sinh",
            "/sign-in",
            "/help",
            "/accessibility",
            "/privacy",
            "/privacy/request",
            "/privacy/track",
            "/public/nomodule",
            "/NOAGENCY/procedures/dossiers");
    private static final List<String> DESK = List.of(
            "/",
            "/P-AX",
            "/P-AX/search",
            "/P-AX/search?q=khai+sinh",
            "/P-AX/search?q=khongcogi",
            "/P-AX/procedures/dossiers",
            "/P-AX/procedures/dossiers?mine=1",
            "/P-AX/procedures/desk",
            "/P-AX/procedures/print",
            "/P-AX/procedures/rules",
            "/P-AX/procedures/opinions",
            "/P-AX/procedures/sent",
            "/P-AX/procedures/sent?ended=1",
            "/P-AX/procedures/desk/recall",
            "/P-AX/procedures/catalogue",
            "/P-AX/procedures/ratings",
            "/P-AX/procedures/petitions",
            "/P-AX/procedures/catalogue/1.000049",
            "/P-AX/steering/board",
            "/P-AX/steering/tasks",
            "/P-AX/steering/obstacles",
            "/P-AX/steering/obstacles/new",
            "/account",
            "/notices",
            "/notices/digest",
            "/account/password",
            "/account/second-factor",
            "/account/tokens",
            "/account/delegations",
            "/admin/accounts",
            "/X-VL/procedures/dossiers");
    private static final List<String> STANDING_OFFICE = List.of(
            "/VPUB2",
            "/VPUB2/procedures/import",
            "/VPUB2/procedures/simplification",
            "/VPUB2/procedures/forms",
            "/VPUB2/procedures/forms/dictionary",
            "/VPUB2/procedures/reports",
            "/VPUB2/procedures/reports?form=06b&scope=all",
            "/VPUB2/procedures/reports/dossiers?measure=total",
            "/VPUB2/procedures/quality",
            "/VPUB2/procedures/quality/enter",
            "/VPUB2/procedures/rules/load",
            "/VPUB2/procedures/service-index",
            "/VPUB2/procedures/service-index/edit",
            "/VPUB2/procedures/staffing",
            "/VPUB2/procedures/staffing/new",
            "/VPUB2/procedures/publications",
            "/VPUB2/procedures/publications?view=done",
            "/VPUB2/procedures/publications/new",
            "/VPUB2/procedures/gaps",
            "/VPUB2/procedures/catalogue/1.000049/configure",
            "/VPUB2/procedures/catalogue/1.000049/compare",
            "/VPUB2/steering/task-board",
            "/VPUB2/steering/board/province",
            "/VPUB2/steering/board/areas/procedures",
            "/VPUB2/steering/board/matrix",
            "/VPUB2/steering/board/duties",
            "/VPUB2/steering/tasks",
            "/VPUB2/steering/tasks?scope=all&q=khongcogi",
            "/VPUB2/steering/tasks?mine=1",
            "/VPUB2/steering/tasks/new",
            "/VPUB2/steering/extensions",
            "/VPUB2/steering/handover",
            "/VPUB2/steering/handover/person",
            "/VPUB2/steering/task-imports",
            "/VPUB2/steering/task-board",
            "/VPUB2/steering/timeline",
            "/VPUB2/steering/my-work",
            "/VPUB2/steering/calendar?month=2026-12",
            "/VPUB2/steering/assignments",
            "/VPUB2/steering/programme",
            "/VPUB2/steering/programme/D",
            "/VPUB2/steering/programme/new",
            "/VPUB2/steering/programme/D/edit",
            "/VPUB2/steering/programme/D/clauses/new",
            "/VPUB2/steering/programme/D/clauses/D5.2a",
            "/VPUB2/steering/targets",
            "/VPUB2/steering/targets?state=REACHED",
            "/VPUB2/steering/targets/new",
            "/VPUB2/steering/targets/satisfied",
            "/VPUB2/steering/targets/satisfied/edit",
            "/VPUB2/steering/targets/satisfied-agencies/values/new",
            "/VPUB2/steering/obstacles",
            "/VPUB2/steering/obstacles?scope=all&span=ENDED",
            "/VPUB2/steering/obstacles/summary?scope=all",
            "/VPUB2/steering/obstacles/new",
            "/VPUB2/steering/inspections",
            "/VPUB2/steering/inspections?scope=all&overdue=1",
            "/VPUB2/steering/inspections/plan",
            "/VPUB2/steering/inspections/new",
            "/VPUB2/steering/reports",
            "/VPUB2/steering/reports?scope=all&state=ISSUED",
            "/VPUB2/steering/reports/new",
            "/VPUB2/steering/reports/missing",
            "/VPUB2/steering/reports/outline",
            "/VPUB2/steering/settings",
            "/VPUB2/steering/settings/rules/task.remind-days",
            "/VPUB2/steering/settings/periods/half-year",
            "/VPUB2/steering/issues",
            "/VPUB2/steering/issues/new",
            "/VPUB2/steering/pilots?scope=all",
            "/VPUB2/steering/pilots/new",
            "/VPUB2/steering/discipline?scope=all",
            "/VPUB2/steering/discipline/new",
            "/VPUB2/steering/discipline/proposals",
            "/VPUB2/steering/accountability?scope=all");
    private static final List<String> AGENCY_ADMINISTRATOR = List.of(
            "/P-AX/privacy/requests",
            "/P-AX/privacy/requests/new",
            "/P-AX/privacy/holds",
            "/P-AX/privacy/access",
            "/P-AX/procedures/import-dossiers");
    private static final List<String> ADMINISTRATOR = List.of(
            "/admin",
            "/admin/modules",
            "/admin/modules?q=khongco&state=AWAY",
            "/admin/modules/upload",
            "/admin/modules/procedures",
            "/admin/modules/procedures/history",
            "/admin/modules/procedures/health",
            "/admin/modules/procedures/agencies",
            "/admin/modules/procedures/publication",
            "/admin/modules/procedures/roll-back",
            "/admin/modules/procedures/uninstall",
            "/admin/modules/procedures/purge",
            "/admin/rollouts",
            "/admin/rollouts?state=open",
            "/admin/rollouts/1",
            "/admin/publishers",
            "/admin/backups",
            "/admin/repository",
            "/P-AX/catalogue",
            "/admin/agencies",
            "/admin/agencies?q=so+tu+phap",
            "/admin/agencies/STP2",
            "/admin/agencies/import",
            "/admin/calendar",
            "/admin/calendar/day?date=2026-11-24",
            "/admin/calendar/import",
            "/admin/accounts",
            "/admin/accounts?q=nguyen&role=handler&state=ACTIVE",
            "/admin/accounts/1",
            "/admin/accounts/new",
            "/admin/roles",
            "/admin/audit",
            "/admin/audit?text=dang+nhap",
            "/admin/audit/1",
            "/admin/audit/check",
            "/P-AX/audit",
            "/admin/access-log",
            "/P-AX/privacy/access",
            "/admin/retention",
            "/P-AX/staff",
            "/P-AX/staff/new",
            "/P-AX/staff/delegations");
    private static final String OWN_PASSWORD = "mot mat khau rat dai va rieng";

    @RegisterExtension
    static final Distribution distribution = Distribution.own(Options.demo("pages"));

    private static boolean chosen;

    private final SoftAssertions soft = new SoftAssertions();
    private boolean watchForBarriers;

    /** The widest window and the language that counts; whether each page fits a telephone is looked at by the way. */
    @Test
    void everyPageIsWhole() {
        look(Browser.DESKTOP, "vi", true);
    }

    @Test
    @Tag("long")
    void everyPageIsWholeOnATelephoneInEnglish() {
        look(Browser.PHONE, "en", true);
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"360, vi", "1280, en"})
    @Tag("long")
    void everyPageIsWholeTheOtherWayRound(int width, String language) {
        look(width, language, false);
    }

    /** A phone on a slow line: the page and everything that it names, as sent. */
    @Test
    void noPublicPageWeighsMoreThanAHundredKilobytes() throws IOException, InterruptedException {
        for (String path : PUBLIC) {
            soft.assertThat(PageWeight.of(distribution.product().http(), path))
                    .as("bytes of " + path)
                    .isBetween(10_000, 100 * 1024);
        }
        soft.assertAll();
    }

    private void look(int width, String language, boolean barriers) {
        Product product = distribution.product();
        DemoAccounts accounts = DemoAccounts.of(product);
        watchForBarriers = barriers;
        try (Browser browser = Browser.open(product.http(), width, language)) {
            String name = language + "-" + width;
            visit(browser, name + "-public", PUBLIC);
            accounts.deskOfficer().signIn(browser);
            visit(browser, name + "-desk", DESK);
            accounts.agencyAdministrator().signIn(browser);
            visit(browser, name + "-agency", AGENCY_ADMINISTRATOR);
            accounts.standingOffice().signIn(browser);
            visit(browser, name + "-office", STANDING_OFFICE);
            signInAsAdministrator(browser, accounts.firstSecret());
            visit(browser, name + "-admin", ADMINISTRATOR);
        }
        soft.assertAll();
    }

    /** What stands around the pages is the same on all that one person opens, and searched for barriers on the first. */
    private void visit(Browser browser, String name, List<String> paths) {
        PageLook first = new PageLook(soft, watchForBarriers ? "html" : "");
        PageLook other = new PageLook(soft, watchForBarriers ? "main" : "");
        for (String path : paths) {
            PageLook look = path.equals(paths.get(0)) ? first : other;
            browser.go(path);
            String page = name + path.replaceAll("[^A-Za-z0-9.]+", "-");
            look.at(browser, page);
            if (browser.wide()) {
                look.narrow(browser, page);
            }
        }
    }

    /** The first time with the printed secret, which has to be exchanged for a password of one's own. */
    private static void signInAsAdministrator(Browser browser, String secret) {
        new DemoAccounts.Account("admin", chosen ? OWN_PASSWORD : secret, "").signIn(browser);
        if (chosen) {
            return;
        }
        assertThat(browser.path()).startsWith("/account/password");
        browser.go("/admin/accounts");
        assertThat(browser.all("a[href='/admin/accounts/new']")).isEmpty();
        browser.go("/account/password");
        browser.type("#current", secret).type("#next", OWN_PASSWORD).type("#again", OWN_PASSWORD);
        browser.find("main form[action='/account/password'] button[type=submit]")
                .sendKeys(Keys.ENTER);
        browser.find(".kt-flash");
        chosen = true;
    }
}
