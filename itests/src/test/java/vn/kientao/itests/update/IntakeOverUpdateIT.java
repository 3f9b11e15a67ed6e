package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Product;

/**
 * The procedures module is updated while a clerk is in the middle of an intake and others work: what was typed on one release
 * is there on the next, what was checked on that one is received on the one after it.
 */
class IntakeOverUpdateIT {
    private static final int CONNECTIONS = 6;
    private static final String APPLICANT = "Lê Thị Kim Ngân";

    @RegisterExtension
    static final Distribution distribution = Distribution.own(Options.demo("intake"));

    private final Product product = distribution.product();
    private final DemoAccounts.Account officer = DemoAccounts.of(product).deskOfficer();
    private final Visitor clerk = new Visitor(product).signIn(officer);

    @Test
    void whatAClerkHasTypedIsReceivedOnTheReleaseThatIsThereThen() throws Exception {
        String form = form();
        String token = clerk.csrfToken(form);
        Map<String, String> typed = typed();
        assertThat(clerk.keepDraft(draft(clerk.get(form).body()), token, typed).statusCode())
                .isEqualTo(200);
        DeskLoad desk = new DeskLoad(product, officer, DeskCases.PROCEDURE);
        Load.Figures figures;
        HttpResponse<String> received;
        try (Load load = Load.start(CONNECTIONS, desk::worker)) {
            update("1.1.1");
            HttpResponse<String> again = clerk.get(form);
            assertThat(served(again)).isEqualTo("procedures@1.1.1");
            assertThat(again.body())
                    .contains("value=\"" + APPLICANT + "\"", "value=\"0912345678\"", "Xin cấp lại giấy phép");

            Map<String, String> all = Visitor.hidden(again.body());
            all.putAll(typed);
            HttpResponse<String> checked = clerk.post(form, all);
            assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
            assertThat(checked.body()).contains(APPLICANT);

            update("1.1.2");
            received = clerk.post(form + "/receive", Visitor.hidden(checked.body()));
            assertThat(received.statusCode()).as(received.body()).isEqualTo(303);
            figures = load.stop();
        }
        assertThat(figures.samples()).isEmpty();
        assertThat(figures.failures()).isZero();
        HttpResponse<String> slip =
                clerk.get(received.headers().firstValue("Location").orElseThrow());
        assertThat(served(slip)).isEqualTo("procedures@1.1.2");
        assertThat(slip.statusCode()).isEqualTo(200);
        assertThat(clerk.get("/" + officer.agency() + "/procedures/dossiers?q=Kim%20Ngan")
                        .body())
                .contains(APPLICANT);
        assertThat(clerk.get(form).body()).doesNotContain(APPLICANT);
    }

    private void update(String version) {
        product.console().run("module:update " + Releases.write(Releases.procedures(version)));
    }

    private static String served(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Kientao-Module").orElse("nobody");
    }

    private String form() {
        String desk = "/" + officer.agency() + "/procedures/desk";
        return desk + "/" + found("procedures/desk/(\\d+)\"", clerk.get(desk + "?q=" + DeskCases.PROCEDURE));
    }

    private static String draft(String html) {
        return found("data-draft-url=\"([^\"]+)\"", html);
    }

    private static String found(String pattern, HttpResponse<String> answer) {
        return found(pattern, answer.body());
    }

    private static String found(String pattern, String html) {
        Matcher matcher = Pattern.compile(pattern).matcher(html);
        assertThat(matcher.find()).as(pattern + " in " + html).isTrue();
        return matcher.group(1);
    }

    private static Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("kind", "citizen");
        typed.put("name", APPLICANT);
        typed.put("idNumber", "096123456789");
        typed.put("address", "Khóm 3");
        typed.put("phone", "0912345678");
        typed.put("content", "Xin cấp lại giấy phép");
        typed.put("sets", "1");
        typed.put("resultBy", "1");
        typed.put("x1-name", "Tờ khai");
        typed.put("x1-originals", "1");
        return typed;
    }
}
