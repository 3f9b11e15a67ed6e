package vn.kientao.reform.steering.web.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.TaskFixture;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.reminder.UrgingLetters;
import vn.kientao.reform.steering.app.task.Extensions;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.task.TaskDoor;

/** The giver urges the lead with a numbered letter. */
@OnEachDatabase("steering")
class UrgingPagesTest {
    private static final String ROUTE = "/tasks/{code}/urgings";

    private final TaskFixture fixture;
    private final RecordedRoutes routes = new RecordedRoutes();
    private final Task task;

    UrgingPagesTest(Database database, Migrations migrations) {
        fixture = new TaskFixture(database, migrations);
        TaskDoor door = new TaskDoor(
                fixture.tasks,
                new Extensions(database, fixture.tasks),
                new Programmes(database, fixture.province, fixture.tables),
                fixture.province,
                fixture.province,
                fixture.province);
        new UrgingPages(
                        door,
                        new UrgingLetters(database, fixture.tasks, fixture.province),
                        new LetterService(new PaperService()))
                .staff(routes);
        task = fixture.give("VPUB2", "STP2", "2026-11-01", "2026-11-20");
    }

    @Test
    void aLetterTakesTheNextNumberAndTellsTheLead() throws IOException {
        assertThat(routes.call("POST " + ROUTE, post("VPUB2", 1))).isInstanceOf(Reply.Redirect.class);
        routes.call("POST " + ROUTE, post("VPUB2", 2));

        Rendered page = page("VPUB2");
        assertThat(page.texts(".kt-tasks b")).containsExactly("01/VPUB-CCHC", "02/VPUB-CCHC");
        assertThat(page.one("input[name=capacity]").attr("value"))
                .as("as the last time")
                .isEqualTo("Chánh Văn phòng");
        assertThat(page("STP2").has("form")).as("the lead reads them only").isFalse();
        assertThat(fixture.province.told())
                .extracting(one -> one.text().vi())
                .contains("Nhiệm vụ " + task.code() + " được đôn đốc bằng công văn 01/VPUB-CCHC");

        String address = page.document().select(".kt-tasks a").get(0).attr("href");
        assertThat(address).endsWith("/pdf");
        String id = address.replaceAll(".*/urgings/(\\d+)/pdf", "$1");
        assertThat(text(file(id, "pdf")))
                .contains("Số: 01/VPUB-CCHC")
                .contains("Cà Mau, ngày 24 tháng 11 năm 2026")
                .contains("Kính gửi: Cơ quan STP2.")
                .contains("đã quá hạn 4 ngày")
                .contains("27/11/2026")
                .contains("CHÁNH VĂN PHÒNG");
        assertThat(file(id, "docx")).startsWith((byte) 'P', (byte) 'K');
    }

    @Test
    void nobodyButTheGiverUrgesAndEveryWrongFieldIsNamed() {
        assertThatThrownBy(() -> routes.call("POST " + ROUTE, post("STP2", 1))).isInstanceOf(ProblemException.class);
        Reply reply = routes.call(
                "POST " + ROUTE,
                post("VPUB2", 1).withField("answerBy", "1/11/2026").withField("symbol"));
        assertThat(Rendered.of(reply).keepsTheRules().texts(".kt-errors li"))
                .containsExactly("Chưa nhập; cần điền chỗ này", "Hạn 01/11/2026 đã qua; cần hôm nay hoặc sau đó");
        assertThat(page("VPUB2").has(".kt-empty")).isTrue();
    }

    private FakeRequest post(String agency, long version) {
        return in(FakeRequest.post("steering", "/tasks/" + task.code() + "/urgings"), agency)
                .withField("version", "" + version)
                .withField("answerBy", "27/11/2026")
                .withField("words", "Nêu rõ nguyên nhân.")
                .withField("symbol", "VPUB-CCHC")
                .withField("place", "Cà Mau")
                .withField("capacity", "Chánh Văn phòng")
                .withField("signer", "Lê Văn Bình");
    }

    private FakeRequest in(FakeRequest request, String agency) {
        return request.in(agency)
                .may(SteeringPermissions.READ, SteeringPermissions.GIVE, SteeringPermissions.WORK)
                .at(FixedClock.at("2026-11-24T09:00"))
                .withPathValue("code", task.code());
    }

    private Rendered page(String agency) {
        return Rendered.of(routes.call(
                        "GET " + ROUTE, in(FakeRequest.get("steering", "/tasks/" + task.code() + "/urgings"), agency)))
                .keepsTheRules();
    }

    private byte[] file(String id, String format) throws IOException {
        Reply reply = routes.call(
                "GET " + ROUTE + "/{id}/" + format,
                in(FakeRequest.get("steering", "/tasks/x"), "STP2").withPathValue("id", id));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Reply.Download) reply).content().writeTo(out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
