package vn.kientao.reform.procedures.web.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.dossier.ClockSteps;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.HandlerSteps;
import vn.kientao.reform.procedures.app.opinion.Cooperation;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.Opinion;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.NoAgencies;

/** One agency asks, the other finds the request in a list of its own and answers; the answer arrives in the dossier. */
@OnEachDatabase("procedures")
class CooperationPagesTest {
    private static final Clock CLOCK =
            Clock.fixed(RECEIVED.plusDays(4).atZone(Formats.ZONE).toInstant(), Formats.ZONE);

    private final DeskFixture fixture;
    private final Cooperation cooperation;
    private final RecordedRoutes routes = new RecordedRoutes();
    private final RecordedRoutes programs = new RecordedRoutes();

    CooperationPagesTest(Database database, Migrations migrations) {
        fixture = new DeskFixture(database, migrations);
        cooperation = Cooperation.at(CLOCK, database, fixture.audit, fixture.dossiers, fixture.progress);
        CooperationPages pages = new CooperationPages(cooperation, new NoAgencies());
        pages.staff(routes);
        new CooperationApi(cooperation).api(programs);
    }

    @AfterEach
    void close() {
        cooperation.close();
    }

    @Test
    void bringsTheRequestToTheAgencyThatIsAskedAndItsAnswerIntoTheDossier() {
        Dossier dossier = asked(3);
        Rendered list = Rendered.of(routes.call("GET /opinions", get("SYT2"))).keepsTheRules();
        assertThat(list.texts("tbody th")).containsExactly(dossier.code().toString());
        assertThat(list.text("tbody")).contains("Có đủ điều kiện không?").contains("Trễ hạn");
        assertThat(list.document().text()).doesNotContain("Nguyễn Thị An");

        Reply reply = routes.call(
                "POST /opinions/{request}",
                post("SYT2", "1").withField("answer", "Đủ điều kiện").withField("document", "12/SYT"));
        assertThat(((Reply.Redirect) reply).flash()).contains("Đã gửi trả lời về hồ sơ " + dossier.code() + ".");
        assertThat(cooperation.bring()).isEqualTo(1);

        Opinion opinion =
                fixture.dossiers.history(fixture.again(dossier)).opinions().get(0);
        assertThat(opinion.answer())
                .hasValueSatisfying(answer -> assertThat(answer.content()).isEqualTo("Đủ điều kiện"));
        DossierEvent last = fixture.again(dossier)
                .events()
                .get(fixture.again(dossier).events().size() - 1);
        assertThat(last.who()).isEqualTo("Nguyễn Văn An (SYT2)");
        assertThat(fixture.audit.actions()).endsWith("procedures.opinion-answer", "procedures.record-opinion");
        assertThat(cooperation.bring()).as("once").isZero();
        assertThat(Rendered.of(routes.call("GET /opinions", get("SYT2").withQuery("answered", "1")))
                        .texts("tbody th"))
                .containsExactly(dossier.code().toString());
    }

    @Test
    void waitsWithTheAnswerUntilTheDossierIsInProcessAgain() {
        Dossier dossier = asked(9);
        fixture.progress.take(
                fixture.again(dossier),
                new ClockSteps.AskPayment("Lệ phí", 8000, "", Optional.empty()),
                DeskFixture.doer(RECEIVED, ""));
        routes.call("POST /opinions/{request}", post("SYT2", "1").withField("answer", "Đồng ý"));
        assertThat(cooperation.bring()).isZero();

        fixture.progress.take(
                fixture.again(dossier),
                new ClockSteps.ConfirmPayment(8000, 1, "BL1", "An", ""),
                DeskFixture.doer(RECEIVED, ""));
        assertThat(cooperation.bring()).isEqualTo(1);
    }

    @Test
    void answersOnceAndOnlyForTheAgencyThatIsAsked() {
        asked(9);
        assertThat(Rendered.of(routes.call("GET /opinions", get("STP2"))).has(".kt-empty"))
                .isTrue();
        assertThatThrownBy(() -> routes.call(
                        "POST /opinions/{request}", post("STP2", "1").withField("answer", "x")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));

        Reply empty = routes.call("POST /opinions/{request}", post("SYT2", "1").withField("document", "12/SYT"));
        assertThat(((Reply.View) empty).status()).isEqualTo(422);
        assertThat(Rendered.of(empty).keepsTheRules().one("#document").val()).isEqualTo("12/SYT");

        routes.call("POST /opinions/{request}", post("SYT2", "1").withField("answer", "Đồng ý"));
        assertThatThrownBy(() -> routes.call(
                        "POST /opinions/{request}", post("SYT2", "1").withField("answer", "Không")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
    }

    @Test
    void letsProgramsReadWhatWaitsPageByPage() {
        for (int count = 0; count < 26; count++) {
            asked(9);
        }
        CooperationApi.Listing first =
                (CooperationApi.Listing) ((Reply.Json) programs.call("GET /opinions", get("SYT2"))).value();
        assertThat(first.items()).hasSize(25);
        CooperationApi.Listing rest = (CooperationApi.Listing) ((Reply.Json)
                        programs.call("GET /opinions", get("SYT2").withQuery("after", "" + first.next())))
                .value();
        assertThat(rest.items()).hasSize(1);
        assertThat(rest.next()).isZero();
    }

    @Test
    void letsAProgramAnswerOnceFromWhatItSaw() {
        Dossier dossier = asked(9);
        Reply.Json one = (Reply.Json)
                programs.call("GET /opinions/{request}", get("SYT2").withPathValue("request", "1"));
        String version = one.headers().get("ETag");
        FakeRequest empty =
                post("SYT2", "1").withHeader("If-Match", version).withJson(new CooperationApi.Answer(null, "12/SYT"));
        assertThatThrownBy(() -> programs.call("POST /opinions/{request}/answer", empty))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().fields().get(0).field()).isEqualTo("answer"));
        FakeRequest answer = post("SYT2", "1")
                .withHeader("If-Match", version)
                .withJson(new CooperationApi.Answer("Đủ điều kiện", "12/SYT"));
        Reply.Json done = (Reply.Json) programs.call("POST /opinions/{request}/answer", answer);
        assertThat(((CooperationApi.Item) done.value()).answer()).isEqualTo("Đủ điều kiện");

        assertThatThrownBy(() -> programs.call("POST /opinions/{request}/answer", answer))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(412));
        assertThat(cooperation.bring()).isEqualTo(1);
        assertThat(fixture.dossiers.history(fixture.again(dossier)).openOpinions())
                .isEmpty();
        assertThatThrownBy(() ->
                        programs.call("GET /opinions/{request}", get("STP2").withPathValue("request", "1")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    private Dossier asked(int days) {
        Dossier dossier = fixture.receive(RECEIVED);
        fixture.progress.forward(dossier, "Phòng Hộ tịch", "", DeskFixture.doer(RECEIVED, ""));
        return fixture.progress.take(
                fixture.again(dossier),
                new HandlerSteps.AskOpinion(
                        "Sở Y tế", "Có đủ điều kiện không?", "", RECEIVED.plusDays(days), Optional.of("SYT2")),
                DeskFixture.doer(RECEIVED, ""));
    }

    private static FakeRequest get(String agency) {
        return may(FakeRequest.get("procedures", "/opinions"), agency);
    }

    private static FakeRequest post(String agency, String id) {
        return may(FakeRequest.post("procedures", "/opinions"), agency).withPathValue("request", id);
    }

    private static FakeRequest may(FakeRequest request, String agency) {
        return request.in(agency)
                .may(DeskPermissions.READ, DeskPermissions.PROCESS)
                .at(CLOCK);
    }
}
