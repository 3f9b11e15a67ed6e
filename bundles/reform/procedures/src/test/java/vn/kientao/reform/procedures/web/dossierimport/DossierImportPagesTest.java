package vn.kientao.reform.procedures.web.dossierimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLimits;
import vn.kientao.platform.api.documents.SheetReader;
import vn.kientao.platform.api.documents.SheetRow;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FakeUpload;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossierimport.DossierImportFixture;
import vn.kientao.reform.procedures.app.dossierimport.OldFile;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;

@OnEachDatabase("procedures")
class DossierImportPagesTest {
    private final DossierImportFixture fixture;
    private final RecordedRoutes routes = new RecordedRoutes();
    private final RecordedRoutes api = new RecordedRoutes();

    DossierImportPagesTest(Database database, Migrations migrations) {
        fixture = new DossierImportFixture(database, migrations);
        new DossierImportPages(fixture.imports, new SheetService()).staff(routes);
        new DossierImportApi(fixture.imports).api(api);
    }

    @Test
    void aFileIsTriedThenTakenOverThenUndone() {
        String id = upload(OldFile.of(60));
        Rendered running = page(id);
        running.keepsTheRules();
        assertThat(running.one("[data-job-url]").attr("data-job-url")).endsWith(id + "/status");

        fixture.jobs.run(fixture.job);
        Rendered report = page(id);
        report.keepsTheRules();
        assertThat(report.texts(".kt-summary dd")).containsExactly("60", "0", "0");
        assertThat(report.text("body")).contains("Chưa có hồ sơ nào được nhập", "Nhập 60 hồ sơ");

        post("commit", id);
        fixture.jobs.run(fixture.job);
        Rendered done = page(id);
        done.keepsTheRules();
        assertThat(done.text(".kt-flash-done")).contains("Đã nhập 60 hồ sơ");
        assertThat(done.texts("tbody tr")).hasSize(50).first().asString().contains("H12.1-1");
        assertThat(done.one("nav.kt-paging a").attr("href")).contains("after=51");

        Reply.View unsure = (Reply.View) routes.call("POST /import-dossiers/{id}/undo", at(id));
        assertThat(unsure.status()).isEqualTo(422);
        assertThat(Rendered.of(unsure).keepsTheRules().texts(".kt-errors li, #sure-error"))
                .containsExactly(
                        "Chưa đánh dấu xác nhận; đánh dấu vào ô để hoàn tác",
                        "Chưa đánh dấu xác nhận; đánh dấu vào ô để hoàn tác");
        assertThat(page(id).text("body")).doesNotContain("Đã hoàn tác");

        routes.call("POST /import-dossiers/{id}/undo", at(id).withField("sure", "1"));
        fixture.jobs.run(fixture.job);
        assertThat(page(id).text("body")).contains("Đã hoàn tác");
        list("").keepsTheRules();
    }

    @Test
    void refusedRowsComeBackInTheirColumnsWithTheReasonsAndCanBeMended() throws IOException {
        OldFile file = OldFile.of(2).but(3, ImportColumn.PHONE, "=12").but(4, ImportColumn.NAME, "");
        String id = upload(file);
        fixture.jobs.run(fixture.job);

        Rendered report = page(id);
        report.keepsTheRules();
        assertThat(report.text("tbody")).contains("Điện thoại", "=12", "cần 10 hoặc 11 chữ số");
        byte[] xlsx = download("GET /import-dossiers/{id}/refused.xlsx", at(id));
        assertThat(read(xlsx)).hasSize(3);
        assertThat(String.join("|", read(xlsx).get(1).cells())).contains("H12.1-3", "Điện thoại: Không phải số");
        String csv = new String(download("GET /import-dossiers/{id}/refused.csv", at(id)), StandardCharsets.UTF_8);
        String mended = csv.replace("'=12", "0913123456").replace(";2.000635;;", ";2.000635;Lê Văn Út;");

        String again = upload(FakeUpload.text("sua.csv", mended));
        fixture.jobs.run(fixture.job);

        assertThat(page(again).texts(".kt-summary dd")).containsExactly("2", "0", "0");
    }

    @Test
    void theTemplateExplainsItsColumnsAndCanBeHandedInAsItIs() throws IOException {
        byte[] workbook = download("GET /import-dossiers-template.xlsx", FakeRequest.get("procedures", "/x"));
        byte[] csv = download("GET /import-dossiers-template.csv", FakeRequest.get("procedures", "/x"));

        assertThat(read(workbook).get(0).cells())
                .hasSize(ImportColumn.ALL.size())
                .contains("Mã thủ tục*");
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains("10 = Đã trả kết quả");
        String row = "\r\nCU-1;2.000635;An;;;;;;;1;06/01/2025;;;;4\r\n";
        String id = upload(FakeUpload.text("mau.csv", new String(csv, StandardCharsets.UTF_8) + row));
        fixture.jobs.run(fixture.job);
        assertThat(page(id).texts(".kt-summary dd")).containsExactly("1", "0", "0");
    }

    @Test
    void asksForAFileInBothLanguages() {
        FakeRequest empty = FakeRequest.post("procedures", "/import-dossiers")
                .in(DeskFixture.AGENCY)
                .may(DossierImportPermissions.IMPORT);

        Reply vietnamese = routes.call("POST /import-dossiers", empty);
        Reply english = routes.call("POST /import-dossiers", empty.inEnglish());

        assertThat(((Reply.View) vietnamese).status()).isEqualTo(422);
        Rendered.of(vietnamese).keepsTheRules();
        assertThat(Rendered.of(vietnamese).text(".kt-errors")).contains("Chọn một tệp");
        assertThat(Rendered.of(english).text(".kt-errors")).contains("Choose a file");
        Rendered.of(english).keepsTheRules();
    }

    @Test
    void anotherAgencySeesNothingOfIt() {
        String id = upload(OldFile.of(1));
        FakeRequest stranger = at(id).in("P-AX");

        assertThatThrownBy(() -> routes.call("GET /import-dossiers/{id}", stranger))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
        assertThat(Rendered.of(routes.call("GET /import-dossiers", stranger)).text("body"))
                .contains("Chưa có đợt nhập nào");
    }

    @Test
    void programsImportAndUndoToo() {
        FakeRequest request = FakeRequest.post("procedures", "/dossier-imports")
                .in(DeskFixture.AGENCY)
                .may(DossierImportPermissions.IMPORT)
                .withFile("file", FakeUpload.text("so.csv", text(OldFile.of(12).but(13, ImportColumn.CHANNEL, "9"))));
        DossierImportJson begun = json(api.call("POST /dossier-imports", request));
        fixture.jobs.run(fixture.job);
        FakeRequest one = at(String.valueOf(begun.id()));

        DossierImportJson checked = json(api.call("GET /dossier-imports/{id}", one));
        var errors =
                (DossierImportJson.Errors) ((Reply.Json) api.call("GET /dossier-imports/{id}/errors", one)).value();
        api.call("POST /dossier-imports/{id}/commit", one.withQuery("acceptedOnly", "true"));
        fixture.jobs.run(fixture.job);

        assertThat(begun.state()).isEqualTo("checking");
        assertThat(checked.added()).isEqualTo(12);
        assertThat(errors.errors()).extracting(DossierImportJson.Line::field).containsExactly("channel");
        assertThat(json(api.call("GET /dossier-imports/{id}", one)).state()).isEqualTo("committed");
        String code = fixture.imports.dossiers(begun.id(), 0, 1).get(0).code();
        fixture.desk.finished(
                fixture.desk.dossiers.find(DeskFixture.AGENCY, code).orElseThrow(), DeskFixture.RECEIVED);
        assertThatThrownBy(() -> api.call("POST /dossier-imports/{id}/undo", one))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().status()).isEqualTo(409);
                    assertThat(e.problem().title().vi()).contains(code);
                });
    }

    @Test
    void whatAColumnOrAFileMayHoldIsToldInTheReadersLanguage() {
        String row = upload(OldFile.of(1).but(2, ImportColumn.CHANNEL, "9"));
        fixture.jobs.run(fixture.job);
        assertThat(page(row).text("tbody")).contains("1 (Trực tiếp)");
        assertThat(inEnglish(row).text("tbody")).contains("1 (In person)").doesNotContain("Trực tiếp");

        String file = upload(FakeUpload.text("la.csv", "a;b\r\n1;2\r\n"));
        fixture.jobs.run(fixture.job);
        assertThat(page(file).text("tbody")).contains("Mã thủ tục");
        assertThat(inEnglish(file).text("tbody")).contains("Procedure code").doesNotContain("Mã thủ tục");
    }

    private Rendered inEnglish(String id) {
        return Rendered.of(routes.call("GET /import-dossiers/{id}", at(id).inEnglish()));
    }

    private static DossierImportJson json(Reply reply) {
        return (DossierImportJson) ((Reply.Json) reply).value();
    }

    private static String text(OldFile file) {
        return new String(file.bytes(SheetFormat.CSV), StandardCharsets.UTF_8);
    }

    private String upload(OldFile file) {
        return upload(FakeUpload.text("so-cu.csv", text(file)));
    }

    private String upload(FakeUpload file) {
        Reply reply = routes.call(
                "POST /import-dossiers",
                FakeRequest.post("procedures", "/import-dossiers")
                        .in(DeskFixture.AGENCY)
                        .may(DossierImportPermissions.IMPORT)
                        .withFile("file", file));
        String address = ((Reply.Redirect) reply).location();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static FakeRequest at(String id) {
        return FakeRequest.get("procedures", "/import-dossiers")
                .in(DeskFixture.AGENCY)
                .may(DossierImportPermissions.IMPORT)
                .may(DeskPermissions.READ)
                .withPathValue("id", id);
    }

    private Rendered page(String id) {
        return Rendered.of(routes.call("GET /import-dossiers/{id}", at(id)));
    }

    private Rendered list(String before) {
        return Rendered.of(routes.call("GET /import-dossiers", at("").withQuery("before", before)));
    }

    private void post(String verb, String id) {
        routes.call("POST /import-dossiers/{id}/" + verb, at(id));
    }

    private byte[] download(String route, FakeRequest request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Reply.Download) routes.call(route, request)).content().writeTo(out);
        return out.toByteArray();
    }

    private static List<SheetRow> read(byte[] file) {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetReader reader = new SheetService().read(new ByteArrayInputStream(file), SheetLimits.usual())) {
            for (Optional<SheetRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
