package vn.kientao.reform.procedures.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;

class CalculatorPagesTest {
    private static final Clock CLOCK = Clock.fixed(RECEIVED.atZone(Formats.ZONE).toInstant(), Formats.ZONE);

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();

    @BeforeEach
    void open() {
        DeskFixture fixture = new DeskFixture(store.database(), store.migrations());
        new CalculatorPages(new SomeProcedures(), fixture.desk).open(routes);
    }

    @Test
    void findsTheProcedureFirst() {
        for (FakeRequest request : new FakeRequest[] {get(), get().inEnglish()}) {
            assertThat(page(request).has("#q")).isTrue();
        }
        Rendered hits = page(get().withQuery("q", "trich luc"));
        assertThat(hits.texts(".kt-result h2")).containsExactly("Cấp bản sao trích lục hộ tịch");
    }

    @Test
    void countsAndExplainsEveryDay() {
        Rendered result = page(get().withQuery("code", "2.000635")
                .withQuery("day", "20/11/2026")
                .withQuery("time", "8h15"));

        assertThat(result.text(".kt-receipt-due")).isEqualTo("17:00 30/11/2026");
        assertThat(result.texts("tbody tr")).hasSize(11);
        assertThat(result.document().text()).contains("Ngày nghỉ thử");
    }

    @Test
    void countsByTheTimeOfTheCaseThatIsChosen() {
        Rendered result = page(get().withQuery("code", "2.000635")
                .withQuery("variant", "nhanh")
                .withQuery("day", "20/11/2026")
                .withQuery("time", "8h15"));

        assertThat(result.text(".kt-receipt-due")).isEqualTo("17:00 23/11/2026");
        assertThat(result.texts("#variant option")).containsExactly("Chung cho thủ tục", "Trường hợp nhanh");
        assertThat(result.text("#variant option[selected]")).isEqualTo("Trường hợp nhanh");
    }

    @Test
    void saysWhyItCannotCount() {
        Rendered result = page(get().withQuery("code", "1.000178").withQuery("day", "20/11/2026"));

        assertThat(result.text(".kt-flash")).contains("“60”");
    }

    @Test
    void namesWhatIsWrong() {
        Reply reply = routes.call(
                "GET /deadline",
                get().withQuery("code", "2.000635")
                        .withQuery("day", "31/02/2026")
                        .withQuery("time", "25:00"));
        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        assertThat(Rendered.of(reply).keepsTheRules().texts(".kt-errors li"))
                .hasSize(2)
                .allMatch(words -> words.contains("31/02/2026") || words.contains("25:00"));
        assertThat(((Reply.View) routes.call("GET /deadline", get().withQuery("code", "9.9"))).status())
                .isEqualTo(422);
    }

    private Rendered page(FakeRequest request) {
        return Rendered.of(routes.call("GET /deadline", request)).keepsTheRules();
    }

    private static FakeRequest get() {
        return FakeRequest.get("procedures", "/deadline").at(CLOCK);
    }
}
