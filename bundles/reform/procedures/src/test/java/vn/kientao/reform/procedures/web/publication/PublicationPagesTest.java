package vn.kientao.reform.procedures.web.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.importing.ImportFixture;
import vn.kientao.reform.procedures.app.publication.Publications;
import vn.kientao.reform.procedures.app.publication.Publishing;
import vn.kientao.reform.procedures.app.publication.Weekdays;
import vn.kientao.reform.procedures.domain.publication.PublicationState;
import vn.kientao.reform.procedures.web.dossier.NoAgencies;

class PublicationPagesTest {
    private static final String CODE = "1.000777";
    private static final FixedClock NOW = FixedClock.at("2026-06-10T09:00");

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();
    private ImportFixture fixture;
    private Publications publications;

    @BeforeEach
    void start() {
        fixture = new ImportFixture(store.database());
        fixture.given(ImportFixture.record(CODE));
        publications = new Publications(store.database());
        Publishing publishing =
                new Publishing(store.database(), fixture.auditTrail, Weekdays.CALENDAR, fixture.catalogue);
        new PublicationPages(publications, publishing, fixture.catalogue, new NoAgencies()).staff(routes);
        new PublicationSteps(publications, publishing, fixture.catalogue, new NoAgencies()).staff(routes);
    }

    @Test
    void aDraftGoesThroughTheFormsToEffect() {
        String address = begin();
        long id = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
        Rendered form = Rendered.of(routes.call("GET /publications/{id}/edit", author(get("/edit", id))));
        form.keepsTheRules();
        assertThat(form.one("#channels-0-text").attr("value")).isNotEmpty();

        FakeRequest edited = fill(author(post("/edit", id)), form).withField("name", "Tên đã sửa");
        edited.withField("effectiveOn", "22/06/2026").withField("channels-2-unit", "WORKING_DAY");
        assertThat(routes.call("POST /publications/{id}/edit", edited)).isInstanceOf(Reply.Redirect.class);

        Rendered page = show(id);
        page.keepsTheRules();
        assertThat(page.text("h1")).isEqualTo("Tên đã sửa");
        assertThat(page.text("table")).contains("Tên thủ tục", "Sửa đổi");
        assertThat(page.text(".kt-summary")).contains("17/06/2026");

        step(id, "check", Map.of("checkNote", "Đủ"));
        step(
                id,
                "announce",
                Map.of(
                        "number",
                        "163/QĐ-UBND",
                        "signedOn",
                        "10/06/2026",
                        "issuer",
                        "UBND tỉnh",
                        "effectiveFrom",
                        "10/06/2026"));
        step(id, "take-effect", Map.of());
        step(id, "upload", Map.of("uploadedDay", "10/6/2026"));

        assertThat(fixture.catalogue.current(CODE).orElseThrow().procedure().name())
                .isEqualTo("Tên đã sửa");
        assertThat(show(id).texts(".kt-timeline h3")).hasSize(6);
        Rendered done =
                Rendered.of(routes.call("GET /publications", controller(list()).withQuery("view", "done")));
        done.keepsTheRules();
        assertThat(done.text("tbody")).contains("Tên đã sửa", "Đang có hiệu lực");
    }

    @Test
    void mistakesNameTheFieldAndKeepWhatWasTyped() {
        long id = id(begin());
        Rendered form = Rendered.of(routes.call("GET /publications/{id}/edit", author(get("/edit", id))));
        FakeRequest wrong = fill(author(post("/edit", id)), form)
                .withField("channels-0-amount", "năm")
                .withField("effectiveOn", "32/13/2026");

        Reply reply = routes.call("POST /publications/{id}/edit", wrong.inEnglish());

        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        Rendered page = Rendered.of(reply);
        page.keepsTheRules();
        assertThat(page.text(".kt-errors")).contains("Time limit: number: “năm”", "Day of effect: “32/13/2026”");
        assertThat(page.one("#channels-0-amount").attr("value")).isEqualTo("năm");
    }

    @Test
    void whoWasOvertakenKeepsTheWordsAndHearsOfIt() {
        long id = id(begin());
        Rendered form = Rendered.of(routes.call("GET /publications/{id}/edit", author(get("/edit", id))));
        routes.call(
                "POST /publications/{id}/edit",
                fill(author(post("/edit", id)), form).withField("name", "Một"));

        Reply late = routes.call(
                "POST /publications/{id}/edit",
                fill(author(post("/edit", id)), form).withField("name", "Hai"));

        assertThat(((Reply.View) late).status()).isEqualTo(409);
        assertThat(Rendered.of(late).one("#name").attr("value")).isEqualTo("Hai");
        assertThat(show(id).text("h1")).isEqualTo("Một");
    }

    @Test
    void aRefusedStepSaysWhatIsMissing() {
        FakeRequest fresh = author(FakeRequest.post("procedures", "/publications"))
                .withField("kind", "NEW")
                .withField("code", "2.000888")
                .withField("newName", "Thủ tục mới");
        long id = id(((Reply.Redirect) routes.call("POST /publications", fresh)).location());

        Reply reply = routes.call(
                "POST /publications/{id}/check", controller(post("/check", id)).withField("version", "1"));

        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(page.text("[role=alert]")).contains("Nghị định 63/2010", "Trình tự thực hiện");
        assertThat(publications
                        .find(id, Optional.empty())
                        .orElseThrow()
                        .publication()
                        .state())
                .isEqualTo(PublicationState.DRAFT);
    }

    @Test
    void theFormOfANewOneNamesEveryMistake() {
        Reply reply = routes.call(
                "POST /publications",
                author(FakeRequest.post("procedures", "/publications")).withField("code", "abc"));

        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(page.texts(".kt-errors li")).hasSize(2);
        Rendered.of(routes.call("GET /publications/new", author(list()))).keepsTheRules();
    }

    @Test
    void otherAgenciesDoNotSeeTheDraftButTheControllingOfficeDoes() {
        long id = id(begin());

        FakeRequest stranger =
                get("", id).in("SYT2").may(PublicationPermissions.READ).at(NOW);
        assertThatThrownBy(() -> routes.call("GET /publications/{id}", stranger))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
        Rendered theirs = Rendered.of(routes.call(
                "GET /publications",
                list().in("SYT2").may(PublicationPermissions.READ).at(NOW)));
        theirs.keepsTheRules();
        assertThat(theirs.has(".kt-empty")).isTrue();
        assertThat(Rendered.of(routes.call("GET /publications", controller(list())))
                        .texts("tbody tr"))
                .hasSize(1);
    }

    private String begin() {
        FakeRequest fresh = author(FakeRequest.post("procedures", "/publications"))
                .withField("kind", "AMEND")
                .withField("code", CODE);
        return ((Reply.Redirect) routes.call("POST /publications", fresh)).location();
    }

    private void step(long id, String word, Map<String, String> fields) {
        Rendered page = show(id);
        String version =
                page.one("form[action$=/" + word + "] input[name=version]").attr("value");
        FakeRequest request = controller(post("/" + word, id)).withField("version", version);
        fields.forEach(request::withField);
        Reply reply = routes.call("POST /publications/{id}/" + word, request);
        assertThat(reply).as(word).isInstanceOf(Reply.Redirect.class);
    }

    private Rendered show(long id) {
        return Rendered.of(routes.call("GET /publications/{id}", controller(get("", id))));
    }

    /** What a browser would send of the form. */
    private static FakeRequest fill(FakeRequest request, Rendered form) {
        for (Element field : form.document().select("form input[type=text], form input[name=version]")) {
            request.withField(field.attr("name"), field.attr("value"));
        }
        form.document().select("form textarea").forEach(area -> request.withField(area.attr("name"), area.wholeText()));
        form.document()
                .select("form select")
                .forEach(choice -> request.withField(
                        choice.attr("name"), choice.select("option[selected]").attr("value")));
        List<String> levels =
                form.document().select("input[name=levels][checked]").eachAttr("value");
        return request.withField("levels", levels.toArray(String[]::new));
    }

    private static long id(String address) {
        return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    }

    private static FakeRequest list() {
        return FakeRequest.get("procedures", "/publications");
    }

    private static FakeRequest get(String below, long id) {
        return FakeRequest.get("procedures", "/publications/" + id + below).withPathValue("id", "" + id);
    }

    private static FakeRequest post(String below, long id) {
        return FakeRequest.post("procedures", "/publications/" + id + below).withPathValue("id", "" + id);
    }

    private static FakeRequest author(FakeRequest request) {
        return request.in("STP2")
                .may(PublicationPermissions.READ, PublicationPermissions.DRAFT)
                .at(NOW);
    }

    private static FakeRequest controller(FakeRequest request) {
        Set<String> all = Stream.of(
                        PublicationPermissions.READ, PublicationPermissions.CHECK, PublicationPermissions.ANNOUNCE)
                .map(Permission::name)
                .collect(Collectors.toSet());
        return request.in("VPUB")
                .by(new Actor("controller", "Lê Thị Bình", all, Map.of()))
                .at(NOW);
    }
}
