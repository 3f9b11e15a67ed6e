package vn.kientao.itests.product;

import org.openqa.selenium.Keys;

/** The first administrator of a product, who has to exchange the printed secret for a password of one's own. */
public final class Administrator {
    private static final String PASSWORD = "mot mat khau rat dai va rieng";

    private final DemoAccounts accounts;
    private boolean chosen;

    public Administrator(Product product) {
        this.accounts = DemoAccounts.of(product);
    }

    /** Signs in with no other session left. */
    public void signIn(Browser browser) {
        if (chosen) {
            account().signIn(browser);
            return;
        }
        String secret = accounts.firstSecret();
        new DemoAccounts.Account("admin", secret, "").signIn(browser);
        browser.go("/account/password");
        browser.type("#current", secret).type("#next", PASSWORD).type("#again", PASSWORD);
        browser.find("main form[action='/account/password'] button[type=submit]")
                .sendKeys(Keys.ENTER);
        browser.find(".kt-flash");
        chosen = true;
    }

    /** With the password that was chosen at the first sign-in. */
    public DemoAccounts.Account account() {
        return new DemoAccounts.Account("admin", PASSWORD, "");
    }
}
