package vn.kientao.itests.update;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Product;

/** The dossiers that the demonstration's desk holds, read over REST page by page. */
final class DeskCases {
    /** A procedure of the demonstration data whose time limit has a unit. */
    static final String PROCEDURE = "1.000049";

    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":(\\d+)");

    private final Visitor officer;
    private final String agency;

    DeskCases(Product product) {
        DemoAccounts.Account account = DemoAccounts.of(product).deskOfficer();
        this.officer = new Visitor(product).signIn(account);
        this.agency = account.agency();
    }

    /** The address of the list for people. */
    String list() {
        return "/" + agency + "/procedures/dossiers";
    }

    /** Every code, as often as the lists show it. */
    List<String> codes() {
        List<String> codes = new ArrayList<>();
        String after = "";
        while (true) {
            HttpResponse<String> page = officer.get("/api/v1/" + agency + "/procedures/dossiers" + after);
            if (page.statusCode() != 200) {
                throw new AssertionError("list answered " + page.statusCode() + ": " + page.body());
            }
            Matcher code = CODE.matcher(page.body());
            while (code.find()) {
                codes.add(code.group(1));
            }
            Matcher next = NEXT.matcher(page.body());
            if (!next.find()) {
                return codes;
            }
            after = "?after=" + next.group(1);
        }
    }
}
