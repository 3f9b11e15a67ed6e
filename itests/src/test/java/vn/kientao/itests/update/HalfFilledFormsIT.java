package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Product;

/** What people were typing, and that they were signed in, outlives an update, a roll-back and a restart: 500 of 500. */
class HalfFilledFormsIT {
    private static final int PEOPLE = 20;
    private static final int FORMS_EACH = 25;

    @RegisterExtension
    static final Distribution distribution = Distribution.own(Options.demo("forms"));

    private final Product product = distribution.product();
    private final DemoAccounts.Account officer = DemoAccounts.of(product).deskOfficer();
    private final List<Visitor> people = new ArrayList<>();

    @Test
    void outliveUpdateRollBackAndRestart() {
        product.console().run("module:install " + Releases.pilot("1.0.0", "millis=0"));
        for (int person = 0; person < PEOPLE; person++) {
            people.add(new Visitor(product).signIn(officer));
            fill(person);
        }
        assertThat(kept()).isEqualTo(PEOPLE * FORMS_EACH);

        product.console().run("module:update " + Releases.pilot("1.1.0", "millis=0"));
        assertThat(served()).isEqualTo("pilot@1.1.0");
        assertThat(kept()).as("after an update").isEqualTo(PEOPLE * FORMS_EACH);

        product.console().run("module:rollback pilot");
        assertThat(served()).isEqualTo("pilot@1.0.0");
        assertThat(kept()).as("after a roll-back").isEqualTo(PEOPLE * FORMS_EACH);

        product.restart();
        assertThat(kept()).as("after a restart").isEqualTo(PEOPLE * FORMS_EACH);
    }

    private void fill(int person) {
        Visitor visitor = people.get(person);
        String token = visitor.csrfToken("/account");
        for (int form = 0; form < FORMS_EACH; form++) {
            HttpResponse<String> answer = visitor.keepDraft(
                    "/drafts/" + officer.agency() + "/pilot/" + name(person, form),
                    token,
                    Map.of("name", "Nguyễn Thị Ngọc", "note", name(person, form)));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    /** How many forms their own, still signed-in, people find as they left them. */
    private int kept() {
        int kept = 0;
        for (int person = 0; person < PEOPLE; person++) {
            for (int form = 0; form < FORMS_EACH; form++) {
                String json = people.get(person)
                        .get("/api/v1/" + officer.agency() + "/pilot/drafts/" + name(person, form))
                        .body();
                if (json.contains("Nguyễn Thị Ngọc") && json.contains(name(person, form))) {
                    kept++;
                }
            }
        }
        return kept;
    }

    private String served() {
        return people.get(0)
                .get("/api/v1/" + officer.agency() + "/pilot/work")
                .headers()
                .firstValue("X-Kientao-Module")
                .orElse("nobody");
    }

    private static String name(int person, int form) {
        return "form-" + person + "-" + form;
    }
}
