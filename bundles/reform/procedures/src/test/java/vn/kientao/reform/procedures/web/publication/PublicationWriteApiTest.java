package vn.kientao.reform.procedures.web.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.importing.ImportFixture;
import vn.kientao.reform.procedures.app.publication.Publications;
import vn.kientao.reform.procedures.app.publication.Publishing;
import vn.kientao.reform.procedures.app.publication.Weekdays;
import vn.kientao.reform.procedures.app.variant.Variants;
import vn.kientao.reform.procedures.web.publication.PublicationApi.OneJson;
import vn.kientao.reform.procedures.web.publication.PublicationWriteApi.BeginJson;
import vn.kientao.reform.procedures.web.publication.PublicationWriteApi.RecordJson;
import vn.kientao.reform.procedures.web.publication.PublicationWriteApi.TakeJson;

class PublicationWriteApiTest {
    private static final String CODE = "1.000777";
    private static final FixedClock NOW = FixedClock.at("2026-06-10T09:00");

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();
    private ImportFixture fixture;

    @BeforeEach
    void start() {
        fixture = new ImportFixture(store.database());
        fixture.given(ImportFixture.record(CODE));
        Publications publications = new Publications(store.database());
        Publishing publishing =
                new Publishing(store.database(), fixture.auditTrail, Weekdays.CALENDAR, fixture.catalogue);
        new PublicationWriteApi(publications, publishing).api(routes);
        new PublicationApi(publications, new Variants(store.database(), fixture.auditTrail)).api(routes);
    }

    @Test
    void aProgramTakesAPublicationFromDraftToEffect() {
        Reply.Json begun = begin("AMEND", CODE);
        OneJson draft = (OneJson) begun.value();
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.headers()).containsKeys("Location", "ETag");
        Map<String, String> fields = new HashMap<>(draft.fields());
        fields.put("name", "Tên do chương trình sửa");
        fields.put("channels-2-unit", "WORKING_DAY");
        RecordJson record = new RecordJson("ORDINARY", null, "2026-06-22", new HashMap<>(fields));
        long id = draft.publication().id();

        OneJson edited = one("PUT /publications/{id}/record", author(on(id, 1)).withJson(record));
        assertThat(edited.publication().version()).isEqualTo(2);
        assertThat(edited.publication().name()).isEqualTo("Tên do chương trình sửa");
        assertThat(edited.publication().effectiveOn()).hasToString("Optional[2026-06-22]");
        take("check", id, 2, Map.of("checkNote", "Đủ"));
        take(
                "announce",
                id,
                3,
                Map.of(
                        "number",
                        "163/QĐ-UBND",
                        "signedOn",
                        "2026-06-10",
                        "issuer",
                        "UBND tỉnh",
                        "effectiveFrom",
                        "2026-06-10"));
        OneJson inForce = take("take-effect", id, 4, Map.of());

        assertThat(inForce.publication().state()).isEqualTo("in-force");
        assertThat(inForce.events()).hasSize(5);
        assertThat(fixture.catalogue.current(CODE).orElseThrow().procedure().name())
                .isEqualTo("Tên do chương trình sửa");
        assertThat(fixture.auditTrail.actions()).contains("procedures.publication-take-effect");
    }

    @Test
    void mistakesAreProblemsThatNameTheField() {
        assertThat(problem("POST /publications", author(at()).withJson(new BeginJson("NEU", "x", null)))
                        .fields())
                .extracting(Problem.FieldError::field)
                .contains("kind", "code");
        long id = ((OneJson) begin("AMEND", CODE).value()).publication().id();
        Map<String, String> fields = new HashMap<>(Map.of("name", "Tên", "colour", "xanh", "channels-0-amount", "năm"));
        Problem wrong = problem(
                "PUT /publications/{id}/record",
                author(on(id, 1)).withJson(new RecordJson(null, "hôm qua", null, new HashMap<>(fields))));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.fields())
                .extracting(Problem.FieldError::field)
                .contains("colour", "lawSignedOn", "channels-0-amount");
        assertThat(problem(
                                "POST /publications/{id}/steps/return",
                                controller(on(id, 1)).withJson(new TakeJson(null)))
                        .fields())
                .extracting(Problem.FieldError::field)
                .containsExactly("returnReason");
    }

    @Test
    void onlyTheVersionThatWasSeenIsChangedAndTheLawIsKept() {
        long id = ((OneJson) begin("AMEND", CODE).value()).publication().id();

        assertThat(problem(
                                "POST /publications/{id}/steps/check",
                                controller(on(id, 7)).withJson(new TakeJson(null)))
                        .status())
                .isEqualTo(412);
        Problem early = problem(
                "POST /publications/{id}/steps/take-effect",
                controller(on(id, 1)).withJson(new TakeJson(null)));
        assertThat(early.status()).isEqualTo(422);
        assertThat(problem("POST /publications", author(at()).withJson(new BeginJson("AMEND", CODE, null)))
                        .title()
                        .vi())
                .contains("bản công bố khác");
        assertThatThrownBy(() -> routes.call(
                        "PUT /publications/{id}/record",
                        on(id, 1).in("SYT2").at(NOW).withJson(new RecordJson(null, null, null, null))))
                .isInstanceOf(ProblemException.class);
    }

    private Reply.Json begin(String kind, String code) {
        return (Reply.Json) routes.call("POST /publications", author(at()).withJson(new BeginJson(kind, code, null)));
    }

    private OneJson take(String word, long id, long version, Map<String, String> fields) {
        return one(
                "POST /publications/{id}/steps/" + word,
                controller(on(id, version)).withJson(new TakeJson(new HashMap<>(fields))));
    }

    private OneJson one(String route, FakeRequest request) {
        return (OneJson) ((Reply.Json) routes.call(route, request)).value();
    }

    private Problem problem(String route, FakeRequest request) {
        try {
            routes.call(route, request);
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError(route + " was let through");
    }

    private static FakeRequest at() {
        return FakeRequest.post("procedures", "/publications");
    }

    private static FakeRequest on(long id, long version) {
        return FakeRequest.post("procedures", "/publications/" + id)
                .withPathValue("id", "" + id)
                .withHeader("If-Match", "\"" + version + "\"");
    }

    private static FakeRequest author(FakeRequest request) {
        return request.in("STP2")
                .may(PublicationPermissions.READ, PublicationPermissions.DRAFT)
                .at(NOW);
    }

    private static FakeRequest controller(FakeRequest request) {
        Set<String> all = Set.of(
                PublicationPermissions.READ.name(),
                PublicationPermissions.CHECK.name(),
                PublicationPermissions.ANNOUNCE.name());
        return request.in("VPUB")
                .by(new Actor("controller", "Lê Thị Bình", all, Map.of()))
                .at(NOW);
    }
}
