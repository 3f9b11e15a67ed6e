package vn.kientao.reform.procedures.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.web.Problem.FieldError;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.dossier.ClockSteps;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.DeskSteps;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.app.dossier.DossierStep;
import vn.kientao.reform.procedures.app.dossier.HandlerSteps;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.domain.dossier.Dossier;

class DossierApiTest {
    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();
    private DeskFixture fixture;

    @BeforeEach
    void open() {
        fixture = new DeskFixture(store.database(), store.migrations());
        new DossierApi(fixture.dossiers, fixture.desk, new SomeProcedures()).api(routes);
    }

    @Test
    void receivesShowsAndLists() {
        Reply.Json made = (Reply.Json) routes.call("POST /dossiers", post(body("0913 123 456", 1), "k1"));
        Reply.Json again = (Reply.Json) routes.call("POST /dossiers", post(body("0913 123 456", 1), "k1"));

        DossierJson dossier = (DossierJson) made.value();
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers()).containsEntry("Location", "/STP2/procedures/dossiers/STP2-261120-0001");
        assertThat(again.value()).isEqualTo(dossier);
        assertThat(dossier.dueAt()).hasToString("2026-11-30T17:00+07:00");
        assertThat(dossier.countedDays()).hasSize(11);
        Reply.Json shown =
                (Reply.Json) routes.call("GET /dossiers/{code}", get().withPathValue("code", "stp2-261120-0001"));
        assertThat(shown.value()).isEqualTo(dossier);
        assertThat(shown.headers())
                .containsEntry("ETag", made.headers().get("ETag"))
                .containsEntry("ETag", "\"1\"");
        Reply.Json list = (Reply.Json) routes.call("GET /dossiers", get());
        assertThat(((DossierJson.Listing) list.value()).items())
                .extracting(DossierJson.Row::code)
                .containsExactly("STP2-261120-0001");
        assertThat(((DossierJson.Listing) list.value()).next()).isNull();
    }

    @Test
    void namesEveryFieldThatMustChangeAsItWasSent() {
        assertThatThrownBy(() -> routes.call("POST /dossiers", post(body("12", 0), "k1")))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().status()).isEqualTo(422);
                    assertThat(e.problem().fields())
                            .extracting(FieldError::field)
                            .containsExactlyInAnyOrder("papers[0].originals", "phone");
                });
    }

    @Test
    void tellsEverythingThatWasWrittenDownOnTheWay() {
        Dossier dossier = fixture.receive(DeskFixture.RECEIVED);
        Doer minh = DeskFixture.doer(DeskFixture.RECEIVED.plusHours(1), "");
        for (DossierStep step : List.of(
                new DeskSteps.Forward("Phòng Hộ tịch", Optional.empty(), ""),
                new HandlerSteps.AskOpinion(
                        "UBND xã", "Xác nhận", "12/CV", DeskFixture.RECEIVED.plusDays(3), Optional.empty()),
                new ClockSteps.AskPayment("Lệ phí", 8_000, "TB-1", Optional.empty()),
                new ClockSteps.ConfirmPayment(8_000, 2, "BL-1", "Nguyễn Thị An", ""),
                new ClockSteps.Stop("Chờ xác minh", "Luật Hộ tịch, Điều 5"))) {
            fixture.progress.take(fixture.again(dossier), step, minh);
        }
        FakeRequest request = get().withPathValue("code", dossier.code().toString());
        RecordsJson records = (RecordsJson) ((Reply.Json) routes.call("GET /dossiers/{code}/records", request)).value();

        assertThat(records.duties()).singleElement().satisfies(duty -> {
            assertThat(duty.amount()).isEqualTo(8_000);
            assertThat(duty.payment().receipt()).isEqualTo("BL-1");
            assertThat(duty.payment().payer()).isEqualTo("Nguyễn Thị An");
            assertThat(duty.payment().at()).hasToString("2026-11-20T09:15+07:00");
        });
        assertThat(records.opinions())
                .extracting(RecordsJson.Asked::body, RecordsJson.Asked::answer)
                .containsExactly(tuple("UBND xã", null));
        assertThat(records.pauses())
                .extracting(RecordsJson.Pause::cause, RecordsJson.Pause::to)
                .contains(tuple("other", null));
        assertThat(records.handovers()).extracting(RecordsJson.Handover::to).contains("Phòng Hộ tịch");

        FakeRequest masked = FakeRequest.get("procedures", "/dossiers")
                .in("STP2")
                .may(DeskPermissions.READ)
                .at(DeskPagesTest.CLOCK)
                .withPathValue("code", dossier.code().toString());
        RecordsJson seen = (RecordsJson) ((Reply.Json) routes.call("GET /dossiers/{code}/records", masked)).value();
        assertThat(seen.duties().get(0).payment().payer()).isNotEqualTo("Nguyễn Thị An");
    }

    @Test
    void insistsOnAKeyForEveryNewDossier() {
        FakeRequest request = FakeRequest.post("procedures", "/dossiers")
                .in("STP2")
                .may(DeskPermissions.RECEIVE, DeskPermissions.PERSONAL_DATA)
                .at(DeskPagesTest.CLOCK)
                .withJson(body("0913123456", 1));

        assertThatThrownBy(() -> routes.call("POST /dossiers", request))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().fields())
                                .extracting(FieldError::field)
                                .containsExactly("Idempotency-Key"));
    }

    private static NewDossierJson body(String phone, int originals) {
        return new NewDossierJson(
                "2.000635",
                null,
                null,
                "citizen",
                "Nguyễn Thị An",
                "096123456789",
                "Phường An Xuyên",
                phone,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new NewDossierJson.PaperJson("Tờ khai", originals, null, null)));
    }

    private static FakeRequest get() {
        return FakeRequest.get("procedures", "/dossiers")
                .in("STP2")
                .may(DeskPermissions.READ, DeskPermissions.PERSONAL_DATA)
                .at(DeskPagesTest.CLOCK);
    }

    private static FakeRequest post(NewDossierJson body, String key) {
        return FakeRequest.post("procedures", "/dossiers")
                .in("STP2")
                .may(DeskPermissions.RECEIVE, DeskPermissions.PERSONAL_DATA)
                .at(DeskPagesTest.CLOCK)
                .withHeader("Idempotency-Key", key)
                .withJson(body);
    }
}
