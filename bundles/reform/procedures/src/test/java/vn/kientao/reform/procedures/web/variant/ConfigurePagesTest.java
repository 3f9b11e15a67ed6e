package vn.kientao.reform.procedures.web.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.Partial;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.importing.ImportFixture;
import vn.kientao.reform.procedures.app.publication.Publications;
import vn.kientao.reform.procedures.app.variant.Receivers;
import vn.kientao.reform.procedures.app.variant.Variants;
import vn.kientao.reform.procedures.web.catalogue.CataloguePages;
import vn.kientao.reform.procedures.web.publication.ComparePages;
import vn.kientao.reform.procedures.web.publication.FeedPages;
import vn.kientao.reform.procedures.web.publication.PublicationPermissions;
import vn.kientao.reform.procedures.web.sheet.SomeFiles;

/** The settings of a procedure, and what everybody sees of them. */
class ConfigurePagesTest {
    private static final String CODE = "1.000777";
    private static final String ONE = "/catalogue/{code}/configure";

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes staff = new RecordedRoutes();
    private final RecordedRoutes open = new RecordedRoutes();
    private ImportFixture fixture;
    private Variants variants;
    private Receivers receivers;

    /** A register with one agency. */
    public static final class OneAgency {
        public Optional<Agency> find(String code) {
            return Optional.of(code)
                    .filter("STP2"::equals)
                    .map(known -> new Agency(
                            known,
                            LocalText.same("Sở Tư pháp"),
                            "department",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of()));
        }
    }

    @BeforeEach
    void start() {
        fixture = new ImportFixture(store.database());
        fixture.given(ImportFixture.record(CODE), ImportFixture.record("1.000778"));
        variants = new Variants(store.database(), fixture.auditTrail);
        receivers = new Receivers(store.database(), fixture.auditTrail);
        new ConfigurePages(
                        fixture.catalogue,
                        fixture.traits,
                        variants,
                        receivers,
                        Partial.of(Agencies.class, new OneAgency()))
                .staff(staff);
        CataloguePages pages = new CataloguePages(
                fixture.catalogue,
                fixture.traits,
                SomeFiles.on(store.database(), fixture.auditTrail, store.migrations()));
        pages.staff(staff);
        pages.open(open);
        new ComparePages(fixture.catalogue).staff(staff);
        new FeedPages(new Publications(store.database())).open(open);
    }

    @Test
    void anInternalProcedureIsOnNoPublicPage() {
        assertThat(publicList()).contains(CODE);

        assertThat(post("/traits", Map.of("audience", "INTERNAL", "version", "0")))
                .isInstanceOf(Reply.Redirect.class);
        fixture.catalogue.refresh();

        assertThat(publicList()).doesNotContain(CODE).contains("1.000778");
        assertThat(fixture.catalogue.open(CODE)).isEmpty();
        assertThat(fixture.catalogue.current(CODE)).isPresent();
        Rendered page = Rendered.of(staff.call("GET /catalogue/{code}", request("GET", "")));
        page.keepsTheRules();
        assertThat(page.text(".kt-tags")).isEqualTo("Thủ tục hành chính nội bộ");
    }

    @Test
    void whyAServiceIsOnlyPartlyOnlineIsPublished() {
        Reply without = post("/traits", Map.of("level", "PART", "version", "0"));
        assertThat(((Reply.View) without).status()).isEqualTo(422);
        assertThat(Rendered.of(without).keepsTheRules().text(".kt-errors")).contains("Lý do chỉ một phần");

        post("/traits", Map.of("level", "PART", "reason", "PRESENCE", "unitName", "Sở Tư pháp", "version", "0"));

        Rendered page = Rendered.of(open.call(
                "GET /{code}", FakeRequest.get("procedures", "/" + CODE).withPathValue("code", CODE)));
        assertThat(page.text("#details + dl"))
                .contains("Dịch vụ công trực tuyến một phần: Pháp luật yêu cầu người nộp có mặt", "Sở Tư pháp");
        Reply stale = post("/traits", Map.of("level", "FULL", "version", "0"));
        assertThat(((Reply.View) stale).status()).isEqualTo(409);
    }

    @Test
    void aCaseAndAReceiverAreAddedAndEnded() {
        Rendered.of(staff.call("GET " + ONE, request("GET", ""))).keepsTheRules();
        Reply wrong = post("/variants", Map.of("key", "Cấp Lại", "limitAmount", "5"));
        assertThat(Rendered.of(wrong).keepsTheRules().text(".kt-errors"))
                .contains("Mã trường hợp", "Tên trường hợp", "Thời hạn", "Áp dụng từ", "Căn cứ");

        post(
                "/variants",
                Map.of(
                        "key",
                        "cap-lai",
                        "name",
                        "Cấp lại",
                        "limitAmount",
                        "5",
                        "limitUnit",
                        "WORKING_DAY",
                        "fee",
                        "50.000 đồng",
                        "validFrom",
                        "01/01/2026",
                        "legalBasis",
                        "Quyết định 1/QĐ-UBND"));
        assertThat(variants.inForce(CODE, LocalDate.of(2026, 6, 1))).hasSize(1);
        assertThat(Rendered.of(post("/receivers", Map.of("agency", "NOBODY", "receivesFrom", "1/1/2026")))
                        .text(".kt-errors"))
                .contains("không có cơ quan này");
        post("/receivers", Map.of("agency", "STP2", "receivesFrom", "1/1/2026"));
        assertThat(receivers.receives("STP2", CODE, LocalDate.of(2026, 6, 1))).isTrue();

        Rendered page = Rendered.of(staff.call("GET " + ONE, request("GET", "")));
        page.keepsTheRules();
        assertThat(page.texts(".kt-task")).hasSize(2);
        long id = variants.all(CODE).get(0).id();
        FakeRequest end = request("POST", "/variants/" + id + "/end").withPathValue("id", "" + id);
        staff.call("POST " + ONE + "/variants/{id}/end", end.withField("lastDay", "31/05/2026"));
        assertThat(variants.inForce(CODE, LocalDate.of(2026, 6, 1))).isEmpty();
    }

    @Test
    void twoVersionsAreComparedInWordsAndTheFeedTellsOfTheChange() {
        fixture.given(ImportFixture.record(CODE, "ten_thu_tuc", "Tên <mới>"));

        Rendered page = Rendered.of(staff.call("GET /catalogue/{code}/compare", request("GET", "")));
        page.keepsTheRules();
        assertThat(page.texts("tbody tr")).hasSize(1);
        assertThat(page.text("tbody tr")).contains("Tên thủ tục", "Sửa đổi", "Tên <mới>");
        Rendered all = Rendered.of(
                staff.call("GET /catalogue/{code}/compare", request("GET", "").withQuery("all", "1")));
        assertThat(all.texts("tbody tr")).hasSizeGreaterThan(10);

        Rendered feed = Rendered.of(open.call("GET /changes", FakeRequest.get("procedures", "/changes")));
        feed.keepsTheRules();
        assertThat(feed.texts(".kt-result")).hasSize(3);
        assertThat(feed.text(".kt-result")).contains("Tên <mới>", "Sửa đổi, bổ sung");
        Reply atom = open.call("GET /changes.atom", FakeRequest.get("procedures", "/changes.atom"));
        assertThat(text(atom)).contains("<title>Sửa đổi, bổ sung: Tên &lt;mới&gt;</title>", CODE);
    }

    private static String text(Reply reply) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ((Reply.Download) reply).content().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private String publicList() {
        return Rendered.of(open.call("GET /", FakeRequest.get("procedures", "/")))
                .text(".kt-results");
    }

    private Reply post(String below, Map<String, String> fields) {
        FakeRequest request = request("POST", below);
        fields.forEach(request::withField);
        return staff.call("POST " + ONE + below, request);
    }

    private static FakeRequest request(String method, String below) {
        String path = "/catalogue/" + CODE + "/configure" + below;
        FakeRequest request =
                method.equals("GET") ? FakeRequest.get("procedures", path) : FakeRequest.post("procedures", path);
        return request.in("VPUB")
                .may(PublicationPermissions.READ, PublicationPermissions.CONFIGURE, PublicationPermissions.DRAFT)
                .withPathValue("code", CODE);
    }
}
