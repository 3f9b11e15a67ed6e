package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;
import vn.kientao.itests.product.Browser;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Postgres;
import vn.kientao.itests.product.Product;

/**
 * An agency's administrator makes an account with a post; its owner chooses a password and, before a leave, lends the post
 * to a colleague, who then works in the owner's place. In a browser; the trail tells for whom.
 */
class StaffFlowIT {
    private static final String LOGIN = "motcua.moi";
    private static final String PASSWORD = "mot cau rat dai cho nguoi moi den";
    private static final String PROCEDURE = "1.000049";

    /** Who did it, and in whose place; entries are in one table for a second, then in the other. */
    private static final String RECEIVED = """
            SELECT who.login, absent.login
              FROM (SELECT account, acting_for, action FROM audit.arrival
                    UNION ALL
                    SELECT account, acting_for, action FROM audit.entry) e
              JOIN security.account who ON CAST(who.id AS VARCHAR) = e.account
              JOIN security.account absent ON CAST(absent.id AS VARCHAR) = e.acting_for
             WHERE e.action = 'procedures.receive'
            """;

    @RegisterExtension
    static final Postgres postgres = new Postgres();

    @Test
    void aNewOfficerLendsThePostAndTheColleagueWorksInTheOfficersPlace() throws SQLException {
        String url = postgres.newDatabase();
        try (Product product = Product.unpack(Options.demo("staff").onPostgres(url, "postgres", "postgres"))) {
            product.start();
            flow(product);
            shell(product);
            assertThat(receivedBy(url)).isEqualTo("thuly.p-ax for " + LOGIN);
        }
    }

    private static String receivedBy(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(RECEIVED)) {
            assertThat(rows.next()).as("an entry that tells for whom").isTrue();
            return rows.getString(1) + " for " + rows.getString(2);
        }
    }

    /** The same account by the platform's administrator on the command line. */
    private static void shell(Product product) {
        assertThat(product.console().run("account:show " + LOGIN + " --json"))
                .contains("\"role\" : \"desk-officer\"", "\"agency\" : \"P-AX\"");
        assertThat(product.console().run("account:grant " + LOGIN + " handler --agency P-AX --to 2099-12-31"))
                .contains(LOGIN);
        assertThat(product.console().run("account:list --search moi")).contains("handler P-AX");
        assertThat(product.console().run("account:end-sessions " + LOGIN)).contains(LOGIN);
        assertThat(product.console().run("account:grant " + LOGIN + " king --lang en"))
                .contains("Choose a role of the list");
    }

    private static void flow(Product product) {
        DemoAccounts demo = DemoAccounts.of(product);
        try (Browser browser = Browser.open(product.http(), Browser.DESKTOP)) {
            demo.agencyAdministrator().signIn(browser);
            String secret = create(browser);
            new DemoAccounts.Account(LOGIN, secret, "P-AX").signIn(browser);
            choosePassword(browser, secret);
            lend(browser, demo.handler().login());

            demo.handler().signIn(browser);
            assertThat(may(browser)).as("the handler's own posts").isFalse();
            act(browser);
            assertThat(browser.text()).contains("Bạn đang làm thay Lê Thị Mới");
            receive(browser);

            browser.go("/account/delegations");
            look(browser, "acting");
            submit(browser, "form[action='/account/act-as-oneself']");
            browser.find(".kt-flash-done");
            assertThat(may(browser)).as("once back in the own posts").isFalse();
            assertThat(session(browser, "GET")).as("minutes left").isBetween(115L, 120L);
            assertThat(session(browser, "POST"))
                    .as("minutes left once prolonged")
                    .isEqualTo(120L);
            assertThat(browser.complaints())
                    .filteredOn(said -> !said.contains("403"))
                    .isEmpty();
        }
    }

    private static String create(Browser browser) {
        browser.go("/P-AX/staff");
        look(browser, "list");
        browser.click("a[href='/P-AX/staff/new']");
        browser.type("#login", LOGIN).type("#name", "Lê Thị Mới").type("#unit", "Bộ phận Một cửa");
        look(browser, "new");
        submit(browser, "form[action='/P-AX/staff'][method=post]");
        String secret = browser.find("#secret").getText();
        look(browser, "created");
        assertThat(browser.find("tbody th").getText()).isEqualTo("Công chức Một cửa");
        return secret;
    }

    private static void choosePassword(Browser browser, String secret) {
        assertThat(browser.path()).isEqualTo("/account/password");
        browser.type("#current", secret).type("#next", PASSWORD).type("#again", PASSWORD);
        submit(browser, "form[action='/account/password']");
        browser.find(".kt-flash-done");
        assertThat(browser.text()).contains("Bộ phận Một cửa, ");
    }

    private static void lend(Browser browser, String colleague) {
        browser.go("/account/delegations");
        Select choice = new Select(browser.find("#delegate"));
        choice.getOptions().stream()
                .filter(option -> option.getText().contains("(" + colleague + ")"))
                .findFirst()
                .orElseThrow()
                .click();
        String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        browser.type("#from", today).type("#to", today).type("#reason", "nghỉ phép năm");
        look(browser, "lend");
        submit(browser, "form[action='/account/delegations']");
        browser.find(".kt-flash-done");
        look(browser, "lent");
        assertThat(browser.find("tbody .kt-tag-done").getText()).isEqualTo("Đang có hiệu lực");
    }

    private static void act(Browser browser) {
        browser.go("/account/delegations");
        look(browser, "offered");
        submit(browser, "form[action$='/act']");
        browser.find(".kt-banner:not([hidden])");
    }

    /** Whether the desk is open to the reader. */
    private static boolean may(Browser browser) {
        browser.go("/P-AX/procedures/desk?q=" + PROCEDURE);
        return !browser.all(".kt-result h2 a").isEmpty();
    }

    private static void receive(Browser browser) {
        assertThat(may(browser)).as("in the officer's place").isTrue();
        browser.click(".kt-result h2 a");
        browser.find(".kt-checklist input[type=checkbox]").sendKeys(Keys.SPACE);
        browser.type("#name", "Nguyễn Thị Mười Một")
                .type("#idNumber", "096123456780")
                .type("#address", "Ấp 2, phường An Xuyên")
                .type("#phone", "0912 345 679");
        submit(browser, "form[data-draft]");
        browser.find("button[form=intake].btn-primary").sendKeys(Keys.ENTER);
        browser.find("a[href$='/receipt.pdf']");
    }

    /** What the script of every page asks and sends: how many minutes the session lasts, and to go on. */
    private static long session(Browser browser, String method) {
        browser.find("dialog[data-session]:not([open])");
        Object seconds = browser.driver().executeAsyncScript("""
                const done = arguments[1];
                const token = document.querySelector("meta[name='csrf-token']").content;
                fetch("/session", { method: arguments[0], headers: { "X-CSRF-Token": token } })
                    .then(answer => answer.json()).then(left => done(left.seconds));
                """, method);
        return Math.round(((Number) seconds).doubleValue() / 60);
    }

    private static void look(Browser browser, String name) {
        for (int width : new int[] {Browser.PHONE, Browser.DESKTOP}) {
            browser.width(width);
            browser.screenshot("staff-" + name + "-" + width);
            assertThat(browser.overflow())
                    .as("pixels to push " + name + " sideways")
                    .isZero();
        }
        assertThat(browser.driver().findElements(By.tagName("h1"))).as(name).hasSize(1);
    }

    private static void submit(Browser browser, String form) {
        browser.find(form + " button[type=submit]").sendKeys(Keys.ENTER);
    }
}
