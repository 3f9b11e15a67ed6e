package vn.kientao.reform.procedures.web.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.rating.Ratings;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.dossier.TrackDoor;
import vn.kientao.reform.procedures.web.sheet.SomeFiles;

class RatingPagesTest {
    private static final Clock CLOCK =
            Clock.fixed(RECEIVED.plusHours(5).atZone(Formats.ZONE).toInstant(), Formats.ZONE);

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes open = new RecordedRoutes();
    private final RecordedRoutes staff = new RecordedRoutes();
    private DeskFixture fixture;
    private Dossier dossier;
    private Ratings ratings;

    @BeforeEach
    void open() {
        fixture = new DeskFixture(store.database(), store.migrations());
        ProcedureTables tables = ProcedureTables.of(store.migrations(), FolderScripts.ofModule());
        ratings = new Ratings(store.database(), fixture.audit, tables);
        new RatePages(new TrackDoor(fixture.tracking), ratings).open(open);
        new RatingPages(ratings, SomeFiles.on(store.database(), fixture.audit, tables)).staff(staff);
        dossier = fixture.finished(fixture.receive(RECEIVED), RECEIVED.plusHours(3));
    }

    @Test
    void leadsFromCodeAndPhoneToTheForm() {
        Rendered.of(open.call("GET /rate", get())).keepsTheRules();
        Reply.Redirect redirect = (Reply.Redirect) open.call(
                "POST /rate",
                post().withField("code", dossier.code().toString()).withField("phone", "3456"));
        assertThat(redirect.location()).contains(dossier.trackingKey());

        for (FakeRequest request : new FakeRequest[] {form(), form().inEnglish()}) {
            Rendered page = Rendered.of(open.call("GET /rate/{code}", request)).keepsTheRules();
            assertThat(page.document().select("input[name=overall]")).hasSize(5);
            assertThat(page.document().select("select")).hasSize(9);
            assertThat(page.document().text()).doesNotContain("Nguyễn");
        }
    }

    @Test
    void doesNotTellAWrongCodeFromAWrongFactor() {
        Reply factor = open.call(
                "POST /rate",
                post().withField("code", dossier.code().toString()).withField("phone", "0000"));
        Reply code = open.call(
                "POST /rate", post().withField("code", "STP2-261120-0999").withField("phone", "3456"));

        assertThat(((Reply.View) factor).status()).isEqualTo(422);
        assertThat(Rendered.of(factor).document().html().replace(dossier.code().toString(), "X"))
                .isEqualTo(Rendered.of(code).document().html().replace("STP2-261120-0999", "X"));
    }

    @Test
    void namesWhatIsMissing() {
        Reply reply = open.call("POST /rate/{code}", rate(""));

        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        assertThat(Rendered.of(reply).keepsTheRules().text("#overall-error")).contains("chọn một trong năm mức");
    }

    @Test
    void keepsARatingAndShowsItToTheAgency() throws IOException {
        open.call("POST /rate/{code}", rate("2").withField("q-attitude", "1").withField("remark", "Chờ lâu"));
        Reply.Redirect twice = (Reply.Redirect) open.call("POST /rate/{code}", rate("5"));
        assertThat(twice.flash().orElseThrow()).contains("đã được đánh giá");

        assertThat(Rendered.of(open.call("GET /rate/{code}", form())).text(".kt-flash"))
                .contains("Không hài lòng");
        Rendered list = Rendered.of(staff.call("GET /ratings", officer(get()))).keepsTheRules();
        assertThat(list.texts("table")).hasSize(2);
        assertThat(list.document().text()).contains("Chờ lâu").contains("0,0");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ((Reply.Download) staff.call("GET /ratings.csv", officer(get())))
                .content()
                .writeTo(file);
        assertThat(file.toString(StandardCharsets.UTF_8))
                .contains(dossier.code() + ";")
                .contains("Chờ lâu");
    }

    @Test
    void hidesWordsWithAReason() {
        open.call("POST /rate/{code}", rate("2").withField("remark", "Chờ lâu"));
        String id = "" + ratings.of(dossier).orElseThrow().id();
        FakeRequest without = officer(post()).withPathValue("id", id).withField("version", "1");
        assertThat(((Reply.View) staff.call("POST /ratings/{id}", without.withField("hidden", "true"))).status())
                .isEqualTo(422);

        staff.call("POST /ratings/{id}", without.withField("reason", "Nêu tên cán bộ"));

        Rendered one = Rendered.of(
                        staff.call("GET /ratings/{id}", officer(get()).withPathValue("id", id)))
                .keepsTheRules();
        assertThat(one.text(".kt-timeline")).contains("Nêu tên cán bộ");
        assertThat(Rendered.of(staff.call("GET /ratings", officer(get())))
                        .document()
                        .text())
                .doesNotContain("Chờ lâu");
    }

    private FakeRequest form() {
        return get().withPathValue("code", dossier.code().toString()).withQuery("k", dossier.trackingKey());
    }

    private FakeRequest rate(String overall) {
        return post().withPathValue("code", dossier.code().toString())
                .withField("k", dossier.trackingKey())
                .withField("overall", overall);
    }

    private static FakeRequest get() {
        return FakeRequest.get("procedures", "/ratings").at(CLOCK);
    }

    private static FakeRequest post() {
        return FakeRequest.post("procedures", "/rate").at(CLOCK);
    }

    private static FakeRequest officer(FakeRequest request) {
        return request.in("STP2").may(RatingPermissions.READ, RatingPermissions.MODERATE);
    }
}
