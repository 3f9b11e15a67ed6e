package vn.kientao.itests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.Keys;

/** The demonstration accounts, from the file that the first start writes for its reader. */
public final class DemoAccounts {
    private static final Pattern PASSWORD = Pattern.compile("[a-z0-9]{5}(-[a-z0-9]{5}){3}");

    private final Product product;
    private final String file;
    private final String password;

    private DemoAccounts(Product product, String file) {
        this.product = product;
        this.file = file;
        Matcher found = PASSWORD.matcher(file);
        if (!found.find()) {
            throw new IllegalStateException("no password in the list of demonstration accounts: " + file);
        }
        this.password = found.group();
    }

    public static DemoAccounts of(Product product) {
        try {
            return new DemoAccounts(product, Files.readString(product.data().resolve("kientao/demo-accounts.txt")));
        } catch (IOException e) {
            throw new UncheckedIOException("no list of demonstration accounts", e);
        }
    }

    /** The desk officer of a ward. */
    public Account deskOfficer() {
        return account("motcua", "P-AX");
    }

    /** The desk officer of a commune far from there. */
    public Account otherDeskOfficer() {
        return account("motcua", "X-VL");
    }

    /** The desk officer of {@code agency}. */
    public Account deskOfficer(String agency) {
        return account("motcua", agency);
    }

    /** Who settles that ward's dossiers. */
    public Account handler() {
        return account("thuly", "P-AX");
    }

    /** Who settles the dossiers of {@code agency}. */
    public Account handler(String agency) {
        return account("thuly", agency);
    }

    /** Who leads a field of the reform. */
    public Account fieldLead() {
        return account("chutri", "SNV2");
    }

    /** Who answers for that ward. */
    public Account agencyHead() {
        return account("lanhdao", "P-AX");
    }

    /** Who answers for {@code agency}. */
    public Account agencyHead(String agency) {
        return account("lanhdao", agency);
    }

    /** Who coordinates the reform work of a department. */
    public Account coordinator() {
        return account("daumoi", "STP2");
    }

    /** The chairman of the province. */
    public Account chairman() {
        return found("chutich", "UBND-CM2");
    }

    /** Who administers that ward's own matters. */
    public Account agencyAdministrator() {
        return account("quantri", "P-AX");
    }

    /** The office that runs the reform programme. */
    public Account standingOffice() {
        return account("thuongtruc", "VPUB2");
    }

    /** The first administrator's one-time secret, as it was printed. */
    public String firstSecret() {
        Matcher found = PASSWORD.matcher(product.printed());
        if (!found.find()) {
            throw new IllegalStateException("no secret was printed");
        }
        return found.group();
    }

    private Account account(String post, String agency) {
        return found(post + "." + agency.toLowerCase(Locale.ROOT), agency);
    }

    private Account found(String login, String agency) {
        if (!file.contains(login)) {
            throw new IllegalStateException("no account " + login + " in: " + file);
        }
        return new Account(login, password, agency);
    }

    /** An account and the agency of its post. */
    public record Account(String login, String password, String agency) {

        /** Signs in with no other session left, and returns when the browser shows it. */
        public void signIn(Browser browser) {
            browser.driver().manage().deleteAllCookies();
            browser.go("/sign-in").type("#login", login).type("#password", password);
            browser.find("main form[method=post] button[type=submit]").sendKeys(Keys.ENTER);
            browser.find("form[action='/sign-out']");
        }
    }
}
