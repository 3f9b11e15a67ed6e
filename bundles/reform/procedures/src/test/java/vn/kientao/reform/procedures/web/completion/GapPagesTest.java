package vn.kientao.reform.procedures.web.completion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.completion.Completions;
import vn.kientao.reform.procedures.app.importing.ImportFixture;
import vn.kientao.reform.procedures.domain.ChannelKind;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureVersion;
import vn.kientao.reform.procedures.web.publication.PublicationPermissions;
import vn.kientao.reform.procedures.web.sheet.SomeFiles;

@OnEachDatabase("procedures")
class GapPagesTest {
    private static final String CODE = "1.000777";

    private final RecordedRoutes routes = new RecordedRoutes();
    private final ImportFixture fixture;
    private final Completions completions;

    GapPagesTest(Database database, Migrations migrations) {
        fixture = new ImportFixture(database);
        completions = new Completions(database, fixture.auditTrail, fixture.catalogue);
        new GapPages(completions, SomeFiles.on(database, fixture.auditTrail, migrations)).staff(routes);
        fixture.given(ImportFixture.record(CODE));
    }

    @Test
    void theListIsASheetTooWithWhatWasFilteredFor() {
        FakeRequest request = FakeRequest.get("procedures", "/gaps.csv").in("STP2");

        assertThat(SomeFiles.text(routes.call("GET /gaps.csv", request)).lines())
                .hasSize(1 + completions.page(GapPages.wanted(request), 100).size())
                .anyMatch(line -> line.startsWith(CODE) && line.contains("Thời hạn không ghi đơn vị"));
        assertThat(SomeFiles.text(routes.call("GET /gaps.csv", request.withQuery("done", "1")))
                        .lines())
                .hasSize(1);
    }

    @Test
    void aCompletedTimeLimitIsCountedAndItsPublishedWordsStay() {
        Rendered list = list();
        list.keepsTheRules();
        assertThat(list.text("tbody")).contains("Thời hạn không ghi đơn vị");
        assertThat(list.text(".kt-count")).startsWith("Đã bổ sung 0 trong ");
        String address = list.one("tbody a").attr("href");
        Deadline before = direct();
        assertThat(before.computable()).isFalse();
        Rendered.of(routes.call("GET /gaps/{version}/{place}", at(address, "GET")))
                .keepsTheRules();

        Reply reply = routes.call(
                "POST /gaps/{version}/{place}",
                at(address, "POST")
                        .withField("amount", "5")
                        .withField("unit", "WORKING_DAY")
                        .withField("source", "Quyết định 163/QĐ-UBND, mục 2"));

        assertThat(reply).isInstanceOf(Reply.Redirect.class);
        assertThat(direct().limit())
                .hasValueSatisfying(limit -> assertThat(limit.amount()).isEqualTo(5));
        assertThat(direct().text()).isEqualTo(before.text());
        assertThat(fixture.catalogue.entry(CODE).orElseThrow().gaps()).doesNotContain(GapKind.DEADLINE_UNIT_MISSING);
        assertThat(fixture.catalogue.entry(CODE).orElseThrow().summary().limit().computable())
                .isTrue();
        assertThat(completions.counts(true)).containsEntry(GapKind.DEADLINE_UNIT_MISSING, 1L);
        assertThat(fixture.auditTrail.actions()).contains("procedures.complete");
        Rendered done = Rendered.of(routes.call("GET /gaps/{version}/{place}", at(address, "GET")));
        assertThat(done.text("p:contains(đã bổ sung lúc)")).contains("Nguyễn Văn An", "163/QĐ-UBND");

        Reply twice = routes.call(
                "POST /gaps/{version}/{place}",
                at(address, "POST")
                        .withField("amount", "9")
                        .withField("unit", "WORKING_DAY")
                        .withField("source", "x"));
        assertThat(((Reply.View) twice).status()).isEqualTo(409);
    }

    @Test
    void aNumberWithoutUnitOrSourceIsNotTaken() {
        String address = list().one("tbody a").attr("href");

        Reply reply =
                routes.call("POST /gaps/{version}/{place}", at(address, "POST").withField("amount", "5"));

        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        assertThat(page.texts(".kt-errors li")).containsExactly("Đơn vị: cần nhập", "Nguồn: cần nhập");
        assertThat(direct().computable()).isFalse();
    }

    @Test
    void whatWasCompletedIsOfferedAgainWhereANewVersionSaysTheSame() {
        String address = list().one("tbody a").attr("href");
        routes.call(
                "POST /gaps/{version}/{place}",
                at(address, "POST")
                        .withField("amount", "5")
                        .withField("unit", "WORKING_DAY")
                        .withField("source", "Quyết định 163/QĐ-UBND"));

        fixture.given(ImportFixture.record(CODE, "linh_vuc", "Lĩnh vực khác"));

        assertThat(direct().computable()).as("a person has to confirm it").isFalse();
        String again = list().one("tbody a").attr("href");
        assertThat(again).isNotEqualTo(address);
        Rendered form = Rendered.of(routes.call("GET /gaps/{version}/{place}", at(again, "GET")));
        assertThat(form.text("[role=alert]")).contains("phiên bản trước");
        assertThat(form.one("#amount").attr("value")).isEqualTo("5");
        assertThat(completions.counts(true)).as("of current versions").isEmpty();
    }

    private Rendered list() {
        return Rendered.of(routes.call(
                "GET /gaps",
                FakeRequest.get("procedures", "/gaps")
                        .in("VPUB")
                        .may(PublicationPermissions.READ, PublicationPermissions.DRAFT)
                        .withQuery("kind", "deadline-unit-missing")));
    }

    private static FakeRequest at(String address, String method) {
        String[] parts = address.split("/", -1);
        String version = parts[parts.length - 2];
        String place = parts[parts.length - 1];
        String path = "/gaps/" + version + "/" + place;
        FakeRequest request =
                method.equals("GET") ? FakeRequest.get("procedures", path) : FakeRequest.post("procedures", path);
        return request.in("VPUB")
                .may(PublicationPermissions.READ, PublicationPermissions.DRAFT)
                .withPathValue("version", version)
                .withPathValue("place", place);
    }

    private Deadline direct() {
        ProcedureVersion version = fixture.catalogue.current(CODE).orElseThrow();
        return version.procedure().channels(ChannelKind.DIRECT).get(0).deadline();
    }
}
