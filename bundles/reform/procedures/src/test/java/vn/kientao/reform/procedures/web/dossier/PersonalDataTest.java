package vn.kientao.reform.procedures.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.domain.dossier.Dossier;

/** The same dossier for somebody who needs to know the applicant, and for somebody who follows its course only. */
class PersonalDataTest {
    private static final String[] PERSONAL = {"Nguyễn Thị An", "096123456789", "Phường An Xuyên", "0913123456"};

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes pages = new RecordedRoutes();
    private final RecordedRoutes api = new RecordedRoutes();
    private DeskFixture fixture;
    private Dossier dossier;

    @BeforeEach
    void open() {
        fixture = new DeskFixture(store.database(), store.migrations());
        new DossierPages(fixture.dossiers, fixture.progress).staff(pages);
        new DossierListPage(fixture.dossiers, new SheetService()).staff(pages);
        new DossierApi(fixture.dossiers, fixture.desk, new SomeProcedures()).api(api);
        dossier = fixture.receive(RECEIVED);
    }

    private FakeRequest by(Permission... permissions) {
        return FakeRequest.get("procedures", "/dossiers")
                .in("STP2")
                .may(permissions)
                .at(DeskPagesTest.CLOCK)
                .withPathValue("code", dossier.code().toString());
    }

    private FakeRequest follower() {
        return by(DeskPermissions.READ);
    }

    private FakeRequest handler() {
        return by(DeskPermissions.READ, DeskPermissions.PERSONAL_DATA);
    }

    private static String text(Reply reply) {
        return Rendered.of(reply).keepsTheRules().document().text();
    }

    @Test
    void thePageOfADossierIsMaskedAndSaysSo() {
        assertThat(text(pages.call("GET /dossiers/{code}", handler()))).contains(PERSONAL);

        String masked = text(pages.call("GET /dossiers/{code}", follower()));
        assertThat(masked).doesNotContain(PERSONAL).contains("N*** T** A", "***789", "***456", "được che một phần");
        assertThat(text(pages.call("GET /dossiers/{code}", follower().inEnglish())))
                .contains("partly masked");
    }

    @Test
    void nobodyGetsAPaperWhoSeesMaskedData() {
        Rendered page = Rendered.of(pages.call("GET /dossiers/{code}", follower()));

        assertThat(page.has("a[href$=receipt.pdf]")).isFalse();
        assertThat(Rendered.of(pages.call("GET /dossiers/{code}", handler())).has("a[href$=receipt.pdf]"))
                .isTrue();
    }

    @Test
    void listAndExportAreMasked() throws IOException {
        assertThat(text(pages.call("GET /dossiers", handler()))).contains("Nguyễn Thị An");
        assertThat(text(pages.call("GET /dossiers", follower())))
                .doesNotContain(PERSONAL)
                .contains("N*** T** A");
        assertThat(csv(handler())).contains("Nguyễn Thị An;0913123456");
        assertThat(csv(follower())).doesNotContain(PERSONAL).contains("N*** T** A;***456");
    }

    private String csv(FakeRequest request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Reply.Download) pages.call("GET /dossiers.csv", request)).content().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void programsGetMaskedDataToo() {
        assertThat(json("GET /dossiers/{code}", handler())).contains(PERSONAL);
        assertThat(json("GET /dossiers/{code}", follower()))
                .doesNotContain(PERSONAL)
                .contains("***789");
        assertThat(json("GET /dossiers", follower())).doesNotContain(PERSONAL).contains("N*** T** A");
    }

    private String json(String route, FakeRequest request) {
        return ((Reply.Json) api.call(route, request)).value().toString();
    }

    @Test
    void whateverIsShownAsItIsGoesIntoTheAccessLog() throws IOException {
        for (String route : List.of("GET /dossiers/{code}", "GET /dossiers")) {
            assertThat(shown(pages, route, handler())).containsExactly("dossier " + dossier.code());
            assertThat(shown(api, route, handler())).containsExactly("dossier " + dossier.code());
            assertThat(shown(pages, route, follower())).isEmpty();
            assertThat(shown(api, route, follower())).isEmpty();
        }
        FakeRequest taken = handler();
        csv(taken);
        assertThat(taken.shownObjects()).containsExactly("dossier " + dossier.code());
    }

    private static List<String> shown(RecordedRoutes routes, String route, FakeRequest request) {
        routes.call(route, request);
        return request.shownObjects();
    }

    @Test
    void whoeverMayWatchIsLedToThoseWhoHaveLooked() {
        String link = "a[href='/STP2/privacy/access?object=" + dossier.code() + "']";
        FakeRequest head = by(DeskPermissions.READ, DeskPermissions.PERSONAL_DATA, Permission.AUDIT);
        assertThat(Rendered.of(pages.call("GET /dossiers/{code}", head)).has(link))
                .isTrue();
        assertThat(Rendered.of(pages.call("GET /dossiers/{code}", handler())).has(link))
                .isFalse();
    }
}
