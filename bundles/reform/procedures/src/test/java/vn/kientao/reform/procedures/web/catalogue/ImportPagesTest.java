package vn.kientao.reform.procedures.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FakeUpload;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.importing.ImportFixture;

@OnEachDatabase("procedures")
class ImportPagesTest {
    private static final String BROKEN = "{\"ma_thu_tuc\":\"=HYPERLINK(1)\",\"ten_thu_tuc\":\"Tên\"}";

    private final ImportFixture fixture;
    private final RecordedRoutes routes = new RecordedRoutes();
    private final RecordedRoutes api = new RecordedRoutes();

    ImportPagesTest(Database database) {
        fixture = new ImportFixture(database);
        new ImportPages(fixture.imports, new SheetService()).staff(routes);
        new CatalogueApi(fixture.catalogue, fixture.imports).api(api);
    }

    @Test
    void aFileIsTriedThenConfirmedThenThere() {
        String address = upload(ImportFixture.record("1.000001"), ImportFixture.record("1.000002"));
        Rendered running = page(address);
        running.keepsTheRules();
        assertThat(running.one("[data-job-url]").attr("data-job-url")).isEqualTo(address + "/status");

        fixture.jobs.run(fixture.job);
        Rendered report = page(address);
        report.keepsTheRules();
        assertThat(report.texts(".kt-summary dd")).containsExactly("2", "0", "0", "0", "2");
        assertThat(report.text("main, body")).contains("Danh mục chưa thay đổi", "Nhập 2 thủ tục vào danh mục");
        assertThat(fixture.catalogue.size()).isZero();

        confirm(address, false);
        confirm(address, false);
        fixture.jobs.run(fixture.job);
        Rendered done = page(address);
        done.keepsTheRules();
        assertThat(done.text(".kt-flash-done")).contains("Đã nhập xong: 2");
        assertThat(fixture.catalogue.size()).isEqualTo(2);
        assertThat(fixture.auditTrail.actions()).containsExactly("procedures.import");
    }

    @Test
    void refusedRowsAreListedAndStopTheCommitUntilThePersonLeavesThemOut() throws IOException {
        String address = upload(ImportFixture.record("1.000001"), BROKEN);
        fixture.jobs.run(fixture.job);

        Rendered report = page(address);
        report.keepsTheRules();
        assertThat(report.text("tbody tr")).contains("2", "ma_thu_tuc", "Mã thủ tục không đúng dạng");
        String csv = download(address);
        assertThat(csv)
                .startsWith("\ufeffDòng;Trường;Lý do;Nội dung")
                .contains("2;ma_thu_tuc;")
                .contains("'=HYPERLINK");

        confirm(address, false);
        fixture.jobs.run(fixture.job);
        assertThat(fixture.catalogue.size()).isZero();
        assertThat(page(address).text(".kt-flash-late")).contains("1 dòng bị từ chối");

        confirm(address, true);
        fixture.jobs.run(fixture.job);
        assertThat(fixture.catalogue.size()).isEqualTo(1);
        assertThat(page(address).text(".kt-flash-done")).contains("1");
    }

    @Test
    void theSameFileAgainHasNothingToDo() {
        fixture.given(ImportFixture.record("1.000001"));
        String address = upload(ImportFixture.record("1.000001"));
        fixture.jobs.run(fixture.job);

        Rendered report = page(address);

        assertThat(report.text("body")).contains("Không cần nhập");
        assertThat(report.has("form[action$=commit]")).isFalse();
    }

    @Test
    void anImportCanBeLetGo() {
        String address = upload(ImportFixture.record("1.000001"));
        fixture.jobs.run(fixture.job);

        routes.call("POST /import/{id}/discard", post(address));

        assertThat(page(address).text("body")).contains("Đã huỷ đợt nhập");
        confirm(address, false);
        fixture.jobs.run(fixture.job);
        assertThat(fixture.catalogue.size()).isZero();
    }

    @Test
    void asksForAFileInBothLanguages() {
        FakeRequest empty = FakeRequest.post("procedures", "/import").in("VPUB").may(CataloguePermissions.IMPORT);

        Reply vietnamese = routes.call("POST /import", empty);
        Reply english = routes.call("POST /import", empty.inEnglish());

        assertThat(((Reply.View) vietnamese).status()).isEqualTo(422);
        Rendered.of(vietnamese).keepsTheRules();
        assertThat(Rendered.of(vietnamese).text(".kt-errors")).contains("Chọn một tệp");
        assertThat(Rendered.of(english).text(".kt-errors")).contains("Choose a file");
    }

    @Test
    void anotherAgencySeesNothingOfIt() {
        String address = upload(ImportFixture.record("1.000001"));
        FakeRequest stranger = FakeRequest.get("procedures", "/import/1")
                .in("STP")
                .may(CataloguePermissions.IMPORT)
                .withPathValue("id", id(address));

        assertThatThrownBy(() -> routes.call("GET /import/{id}", stranger))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
        assertThatThrownBy(() -> routes.call("GET /import/{id}", stranger.withPathValue("id", "x")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void programsImportToo() {
        FakeRequest request = FakeRequest.post("procedures", "/imports")
                .in("VPUB")
                .may(CataloguePermissions.IMPORT)
                .withFile("file", FakeUpload.text("x.jsonl", ImportFixture.record("1.000001") + "\n" + BROKEN));

        ImportJson begun = (ImportJson) ((Reply.Json) api.call("POST /imports", request)).value();
        fixture.jobs.run(fixture.job);
        FakeRequest one =
                FakeRequest.get("procedures", "/imports/1").in("VPUB").withPathValue("id", String.valueOf(begun.id()));
        ImportJson checked = (ImportJson) ((Reply.Json) api.call("GET /imports/{id}", one)).value();
        ImportJson.Errors errors = (ImportJson.Errors) ((Reply.Json) api.call("GET /imports/{id}/errors", one)).value();

        assertThat(begun.state()).isEqualTo("checking");
        assertThat(checked.state()).isEqualTo("checked");
        assertThat(checked.added()).isEqualTo(1);
        assertThat(errors.errors()).extracting(ImportJson.Line::reason).contains("code-malformed");
    }

    private String upload(String... records) {
        Reply reply = routes.call(
                "POST /import",
                FakeRequest.post("procedures", "/import")
                        .in("VPUB")
                        .may(CataloguePermissions.IMPORT)
                        .withFile("file", FakeUpload.text("thu-tuc.jsonl", String.join("\n", records))));
        return ((Reply.Redirect) reply).location();
    }

    private Rendered page(String address) {
        return Rendered.of(routes.call("GET /import/{id}", at(FakeRequest.get("procedures", "/import"), address)));
    }

    private void confirm(String address, boolean acceptedOnly) {
        FakeRequest request = post(address);
        routes.call("POST /import/{id}/commit", acceptedOnly ? request.withField("accepted-only", "1") : request);
    }

    private String download(String address) throws IOException {
        Reply reply = routes.call("GET /import/{id}/errors.csv", at(FakeRequest.get("procedures", "/import"), address));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Reply.Download) reply).content().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static FakeRequest post(String address) {
        return at(FakeRequest.post("procedures", "/import"), address);
    }

    private static FakeRequest at(FakeRequest request, String address) {
        return request.in("VPUB").may(CataloguePermissions.IMPORT).withPathValue("id", id(address));
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
