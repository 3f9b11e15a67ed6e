package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Product;

/**
 * The procedures module is updated while a clerk is in the middle of an intake and others work: what was typed and scanned on
 * one release is there on the next, what was checked on that one is received on the one after it.
 */
final class IntakeOverUpdate extends OverUpdate {
    private static final String APPLICANT = "Lê Thị Kim Ngân";
    private static final String SCAN = "to-khai-quet.png";
    private static final Pattern CONTROL =
            Pattern.compile("<(?:input|textarea)\\b([^>]* name=\"[^\"]+\")([^>]*)>(?:([^<]*)</textarea>)?");

    private final DemoAccounts.Account officer;
    private final Visitor clerk;

    IntakeOverUpdate(Product product) {
        super(product, "procedures");
        officer = DemoAccounts.of(product).deskOfficer();
        clerk = new Visitor(product).signIn(officer);
    }

    @Override
    void run() throws Exception {
        String form = form();
        String token = clerk.csrfToken(form);
        Map<String, String> typed = typed();
        assertThat(typed)
                .as("every field of the form is typed")
                .containsKeys(fields(clerk.get(form).body()));
        assertThat(clerk.keepDraft(draft(clerk.get(form).body()), token, typed).statusCode())
                .isEqualTo(200);
        Map<String, String> sent = Visitor.hidden(clerk.get(form).body());
        sent.putAll(typed);
        HttpResponse<String> scanned = clerk.postPicture(form + "/scans", sent, "x1-file", SCAN, picture());
        assertThat(scanned.statusCode()).as(scanned.body()).isEqualTo(200);
        DeskLoad desk = new DeskLoad(product(), officer, DeskCases.PROCEDURE);
        Load.Figures figures;
        HttpResponse<String> received;
        try (Load load = Load.start(CONNECTIONS, desk::worker)) {
            update("1.2.1");
            HttpResponse<String> again = clerk.get(form);
            assertThat(served(again)).isEqualTo("procedures@1.2.1");
            assertThat(shown(again.body())).containsAllEntriesOf(typed);
            assertThat(again.body()).contains(SCAN);

            Map<String, String> all = Visitor.hidden(again.body());
            all.putAll(typed);
            HttpResponse<String> checked = clerk.post(form, all);
            assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
            assertThat(Visitor.hidden(checked.body())).containsAllEntriesOf(typed);

            update("1.2.2");
            received = clerk.post(form + "/receive", Visitor.hidden(checked.body()));
            assertThat(received.statusCode()).as(received.body()).isEqualTo(303);
            figures = load.stop();
        }
        lostNothing(figures);
        HttpResponse<String> slip =
                clerk.get(received.headers().firstValue("Location").orElseThrow());
        assertThat(served(slip)).isEqualTo("procedures@1.2.2");
        assertThat(slip.statusCode()).isEqualTo(200);
        assertThat(dossier(slip, "/files")).contains(SCAN);
        assertThat(dossier(slip, ""))
                .contains(
                        APPLICANT,
                        "096123456789",
                        "Khóm 3",
                        "0912345678",
                        "ngan@example.vn",
                        "Công ty Tôm Năm Căn",
                        "Khóm 1, Năm Căn",
                        "Xin cấp lại giấy phép",
                        "Tờ khai");
        assertThat(clerk.get("/" + officer.agency() + "/procedures/dossiers?q=Kim%20Ngan")
                        .body())
                .contains(APPLICANT);
        assertThat(clerk.get(form).body()).doesNotContain(APPLICANT);
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    private String form() {
        String desk = "/" + officer.agency() + "/procedures/desk";
        return desk + "/" + found("procedures/desk/(\\d+)\"", clerk.get(desk + "?q=" + DeskCases.PROCEDURE));
    }

    /** The fields of the intake form, but for lines of papers that stay empty and what asks for no text. */
    private static String[] fields(String html) {
        return shown(html).keySet().stream()
                .filter(name -> !name.matches(
                        "p\\d+.*|x[2-9]-.*|x1-(certified|copies|file)|_csrf|returning|use|variant|.*[Oo]nce.*"))
                .toArray(String[]::new);
    }

    /** What stands in the fields of the intake form, as a browser would send it. */
    private static Map<String, String> shown(String html) {
        String form = html.substring(html.indexOf("id=\"intake-form\""));
        Map<String, String> all = new LinkedHashMap<>();
        Matcher control = CONTROL.matcher(form.substring(0, form.indexOf("</form>")));
        while (control.find()) {
            String attributes = control.group(1) + control.group(2);
            boolean chosen = !attributes.contains("type=\"radio\"") || attributes.contains(" checked");
            String value = control.group(3) == null ? attribute("value", attributes) : control.group(3);
            String name = attribute("name", attributes);
            if (chosen) {
                all.put(name, value);
            } else {
                all.putIfAbsent(name, "");
            }
        }
        return all;
    }

    private static String attribute(String name, String attributes) {
        Matcher found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? found.group(1) : "";
    }

    private String dossier(HttpResponse<String> slip, String page) {
        return clerk.get("/" + officer.agency() + "/procedures/dossiers/"
                        + found("(" + officer.agency() + "-\\d{6}-\\d{4})", slip)
                        + page)
                .body();
    }

    private static String draft(String html) {
        return found("data-draft-url=\"([^\"]+)\"", html);
    }

    private static Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("kind", "citizen");
        typed.put("name", APPLICANT);
        typed.put("idNumber", "096123456789");
        typed.put("address", "Khóm 3");
        typed.put("phone", "0912345678");
        typed.put("email", "ngan@example.vn");
        typed.put("ownerName", "Công ty Tôm Năm Căn");
        typed.put("ownerAddress", "Khóm 1, Năm Căn");
        typed.put("content", "Xin cấp lại giấy phép");
        typed.put("sets", "1");
        typed.put("resultBy", "1");
        typed.put("x1-name", "Tờ khai");
        typed.put("x1-originals", "1");
        return typed;
    }
}
