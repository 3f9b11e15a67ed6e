package vn.kientao.reform.procedures.web.formbuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.form.Forms;
import vn.kientao.reform.procedures.domain.form.FormTemplate;
import vn.kientao.reform.procedures.domain.form.Overlap;
import vn.kientao.reform.procedures.store.ProcedureTables;

@OnEachDatabase("procedures")
class FormPagesTest {
    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final RecordedRoutes routes = new RecordedRoutes();
    private final RecordedRoutes programs = new RecordedRoutes();
    private final Forms forms;

    FormPagesTest(Database database, Migrations migrations) {
        forms = new Forms(database, audit, ProcedureTables.of(migrations, FolderScripts.ofModule()));
        new FormPages(forms).staff(routes);
        new FormApi(forms).api(programs);
    }

    @Test
    void aFormIsBuiltOfTheDictionaryAndOfItsOwnFieldsAndPublished() {
        FormTemplate form = made("TK-KS");
        routes.call(
                "POST /forms/{form}/draft",
                on(form, post())
                        .withField("key-1", "person.fullName")
                        .withField("required-1", "1")
                        .withField("label-3", "Quan hệ với người được khai sinh")
                        .withField("kind-3", "text"));
        FormTemplate drafted = again(form);
        assertThat(drafted.draft())
                .extracting(item -> item.label())
                .containsExactly("Họ và tên", "Quan hệ với người được khai sinh");
        assertThat(drafted.published()).isEmpty();

        routes.call("POST /forms/{form}/publish", on(drafted, post()));

        FormTemplate published = again(form);
        assertThat(published.revision()).isEqualTo(1);
        assertThat(published.published()).isEqualTo(drafted.draft());
        Rendered page = Rendered.of(routes.call("GET /forms/{form}", on(published, get())))
                .keepsTheRules();
        assertThat(page.has("form[action$='/publish']")).isFalse();
        assertThat(page.text(".kt-panel")).contains("Họ và tên", "person.fullName");
        assertThat(audit.actions())
                .containsExactly("procedures.form-add", "procedures.form-draft", "procedures.form-publish");
        assertThatThrownBy(() -> routes.call("POST /forms/{form}/publish", on(drafted, post())))
                .isInstanceOf(StaleRecordException.class);
    }

    @Test
    void aProgramMakesDraftsAndPublishesAForm() {
        Reply.Json made = (Reply.Json)
                programs.call("POST /forms", post().withJson(new FormApi.NewFormJson("TK-API", "Tờ khai", "")));
        FormApi.FormJson form = (FormApi.FormJson) made.value();
        assertThat(made.status()).isEqualTo(201);
        FormApi.DraftJson items = new FormApi.DraftJson(List.of(
                new FormApi.ItemJson("person.fullName", null, null, true),
                new FormApi.ItemJson(null, "Quan hệ", "text", null)));

        FormApi.FormJson drafted = api("PUT /forms/{form}/draft", form, post().withJson(items));
        FormApi.FormJson published = api("POST /forms/{form}/publish", drafted, post());

        assertThat(published.revision()).isEqualTo(1);
        assertThat(published.published()).extracting(FormApi.ItemJson::label).containsExactly("Họ và tên", "Quan hệ");
        assertThat(((FormApi.ListJson) ((Reply.Json) programs.call("GET /forms", get())).value()).forms())
                .extracting(FormApi.FormJson::code)
                .contains("TK-API");
        assertThatThrownBy(() -> api("POST /forms/{form}/publish", form, post()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(412));
        FormApi.DraftJson wrong = new FormApi.DraftJson(List.of(new FormApi.ItemJson("no.such", null, null, null)));
        assertThatThrownBy(() -> api("PUT /forms/{form}/draft", published, post().withJson(wrong)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().fields())
                                .extracting("field")
                                .containsExactly("key-1"));
    }

    private FormApi.FormJson api(String route, FormApi.FormJson form, FakeRequest request) {
        return (FormApi.FormJson) ((Reply.Json) programs.call(
                        route,
                        request.withPathValue("form", "" + form.id())
                                .withHeader("If-Match", "\"" + form.version() + "\"")))
                .value();
    }

    @Test
    void aFieldThatStandsTwiceOrIsUnknownIsNamed() {
        FormTemplate form = made("TK-1");
        Reply reply = routes.call(
                "POST /forms/{form}/draft",
                on(form, post())
                        .withField("key-1", "person.phone")
                        .withField("key-2", "person.phone")
                        .withField("key-3", "person.shoeSize"));

        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(page.text("#label-2-error")).contains("Số điện thoại");
        assertThat(page.text("#key-3-error")).contains("person.shoeSize");
        assertThatThrownBy(() -> routes.call("POST /forms/{form}/publish", on(form, post())))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void formsThatAskAlikeAreFoundByTheirSharedFields() {
        published("TK-A", "person.fullName", "person.birthDate", "person.idNumber");
        published("TK-B", "person.fullName", "person.birthDate", "person.phone");
        published("TK-C", "organisation.name");

        List<Overlap> pairs = forms.overlaps(BigDecimal.TEN);

        assertThat(pairs).singleElement().satisfies(pair -> {
            assertThat(pair.shared()).containsExactly("person.birthDate", "person.fullName");
            assertThat(pair.union()).isEqualTo(4);
            assertThat(pair.percent()).isEqualByComparingTo("50.0");
        });
        Rendered page = Rendered.of(routes.call("GET /forms/overlaps", get())).keepsTheRules();
        assertThat(page.text("tbody tr")).contains("50,0 %", "2 trên 4 trường", "Ngày sinh, Họ và tên");
        Rendered none = Rendered.of(routes.call("GET /forms/overlaps", get().withQuery("least", "51")));
        assertThat(none.keepsTheRules().has("tbody tr")).isFalse();
    }

    @Test
    void theDictionaryTakesAKeyOnce() {
        FakeRequest field = post().withField("key", "vehicle.plate")
                .withField("vi", "Biển số")
                .withField("en", "Number plate")
                .withField("kind", "text");
        routes.call("POST /forms/dictionary", field);
        assertThat(Rendered.of(routes.call("POST /forms/dictionary", field))
                        .keepsTheRules()
                        .text("#key-error"))
                .contains("vehicle.plate");
        Reply shapeless = routes.call("POST /forms/dictionary", post().withField("key", "Plate"));
        assertThat(Rendered.of(shapeless).keepsTheRules().texts(".kt-errors li"))
                .hasSize(3);
        assertThat(Rendered.of(routes.call("GET /forms/dictionary", get()))
                        .keepsTheRules()
                        .text("table"))
                .contains("vehicle.plate", "Biển số");
        assertThat(Rendered.of(routes.call("GET /forms", get())).keepsTheRules().has(".kt-empty"))
                .isTrue();
    }

    private void published(String code, String... keys) {
        FormTemplate form = made(code);
        FakeRequest draft = on(form, post());
        for (int i = 0; i < keys.length; i++) {
            draft = draft.withField("key-" + (i + 1), keys[i]);
        }
        routes.call("POST /forms/{form}/draft", draft);
        routes.call("POST /forms/{form}/publish", on(again(form), post()));
    }

    private FormTemplate made(String code) {
        routes.call("POST /forms", post().withField("code", code).withField("title", "Tờ khai " + code));
        return forms.forms("", 50).stream()
                .filter(form -> form.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private FormTemplate again(FormTemplate form) {
        return forms.form(form.id()).orElseThrow();
    }

    private static FakeRequest on(FormTemplate form, FakeRequest request) {
        return request.withPathValue("form", String.valueOf(form.id()))
                .withField("version", String.valueOf(form.version()));
    }

    private static FakeRequest get() {
        return builder(FakeRequest.get("procedures", "/forms"));
    }

    private static FakeRequest post() {
        return builder(FakeRequest.post("procedures", "/forms"));
    }

    private static FakeRequest builder(FakeRequest request) {
        return request.in("VPUB2").may(FormPermissions.READ, FormPermissions.BUILD);
    }
}
