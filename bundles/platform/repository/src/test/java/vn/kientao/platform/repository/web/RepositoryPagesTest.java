package vn.kientao.platform.repository.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.repository.app.FakeKernel;
import vn.kientao.platform.repository.app.Jars;
import vn.kientao.platform.repository.app.StoredRepositories;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FakeUpload;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OpenOutbound;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;

class RepositoryPagesTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.h2("repository");

    @TempDir
    Path folder;

    @TempDir
    Path state;

    private final FakeKernel kernel = new FakeKernel();
    private StoredRepositories repositories;
    private RepositoryPages pages;
    private RepositoryApi api;

    @BeforeEach
    void open() {
        repositories = new StoredRepositories(
                database.database(),
                database.migrations(),
                FolderScripts.ofModule(),
                new RecordingAuditTrail(),
                kernel.services(),
                new OpenOutbound(),
                FixedClock.at("2026-11-23T08:00"),
                state);
        pages = new RepositoryPages(repositories);
        api = new RepositoryApi(repositories);
    }

    @Test
    void namesASourceAndShowsWhatIsWrongWithOne() {
        assertThat(page(pages.list(get())).has(".kt-empty")).isTrue();

        Reply wrong = pages.add(post().withField("name", "usb").withField("location", "/nowhere/at/all"));
        assertThat(((Reply.View) wrong).status()).isEqualTo(422);
        assertThat(page(wrong).text("[data-error-summary] h2")).contains("/nowhere/at/all");

        Reply added = pages.add(post().withField("name", "usb").withField("location", folder.toString()));
        assertThat(((Reply.Redirect) added).location()).isEqualTo("/admin/repository");
        assertThat(page(pages.list(get())).texts("tbody th")).containsExactly("usb");
        pages.remove(post().withPathValue("name", "usb"));
        assertThat(page(pages.list(get())).has("tbody")).isFalse();
    }

    @Test
    void showsWhatCanBeInstalledFirstAndTheRestApartWithTheReason() throws IOException {
        offer();

        Rendered page = page(pages.offers(get().withPathValue("name", "usb")));

        assertThat(page.texts("main > section h3, body > section h3, section h3"))
                .contains("Phân hệ procedures", "Phân hệ steering");
        assertThat(page.texts("section li")).contains("In phiếu hàng loạt.");
        assertThat(page.texts("details")).anyMatch(text -> text.contains("1.1.0 đang phục vụ"));
        assertThat(page.one("img").attr("src"))
                .isEqualTo("/admin/repository/sources/usb/screenshot?file=screenshots%2Fprocedures-1.2.0%2Flist.png");
        assertThat(page.texts("details button")).isEmpty();
        assertThat(page.texts("section button")).hasSize(2);
        assertThatThrownBy(() -> pages.offers(get().withPathValue("name", "away")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(422));
    }

    @Test
    void leadsToThePlanOfWhatWasChosen() throws IOException {
        offer();

        Reply planned = pages.plan(post().withPathValue("name", "usb")
                .withField("module", "steering")
                .withField("version", "1.0.0"));

        assertThat(((Reply.Redirect) planned).location()).isEqualTo("/admin/plans/7");
        assertThatThrownBy(() -> pages.plan(post().withPathValue("name", "usb")
                        .withField("module", "Steering!")
                        .withField("version", "1.0.0")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void showsImagesThatTheCatalogueNamesAndNothingElse() throws IOException {
        offer();
        ByteArrayOutputStream image = new ByteArrayOutputStream();

        Reply.Download shown = (Reply.Download) pages.screenshot(image("screenshots/steering-1.0.0/list.png"));
        shown.content().writeTo(image);

        assertThat(shown.contentType()).isEqualTo("image/png");
        assertThat(image.toString(StandardCharsets.UTF_8)).isEqualTo("png");
        for (String other : List.of("", "catalogue.json", "../secret.png", "screenshots/none.png")) {
            assertThatThrownBy(() -> pages.screenshot(image(other))).isInstanceOf(ProblemException.class);
        }
    }

    private static FakeRequest image(String file) {
        return get().withPathValue("name", "usb").withQuery("file", file);
    }

    @Test
    void carriesABundleOutAndIn() throws IOException {
        kernel.serve("steering", "1.0.0");
        kernel.jars.put("steering 1.0.0", Jars.module("steering", "1.0.0"));
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        ((Reply.Download) pages.export(get())).content().writeTo(bundle);

        pages.take(post().withFile("file", new FakeUpload("bundle.zip", bundle.toByteArray())));

        assertThat(page(pages.list(get())).texts("tbody th"))
                .singleElement()
                .asString()
                .startsWith("bundle-");
        assertThatThrownBy(() -> pages.take(post())).isInstanceOf(ProblemException.class);
    }

    @Test
    void saysTheSameToPrograms() throws IOException {
        offer();

        List<?> offers = (List<?>) ((Reply.Json) api.offers(get().withPathValue("name", "usb"))).value();
        assertThat(offers).extracting("standing").containsExactly("UPDATE", "LIVE", "BLOCKED", "NEW");
        Reply planned =
                api.plan(post().withPathValue("name", "usb").withJson(new RepositoryApi.Wanted("procedures", "1.2.0")));
        assertThat(((Reply.Json) planned).value()).isEqualTo(new RepositoryApi.Planned(7, "/api/v1/admin/plans/7"));
        api.add(post().withJson(new RepositoryApi.NewSource("more", folder.toString())));
        assertThat((List<?>) ((Reply.Json) api.sources(get())).value()).hasSize(2);
        assertThat((List<?>) ((Reply.Json) api.remove(post().withPathValue("name", "usb"))).value())
                .hasSize(1);
    }

    private void offer() throws IOException {
        Jars.write(folder, "procedures", "1.0.0");
        Jars.write(folder, "procedures", "1.1.0");
        Jars.write(folder, "procedures", "1.2.0");
        Jars.write(folder, "steering", "1.0.0");
        kernel.serve("procedures", "1.1.0");
        pages.add(post().withField("name", "usb").withField("location", folder.toString()));
        repositories.index(folder);
    }

    private static Rendered page(Reply reply) {
        return Rendered.of(reply).keepsTheRules();
    }

    private static FakeRequest get() {
        return FakeRequest.get("repository", "/admin/repository");
    }

    private static FakeRequest post() {
        return FakeRequest.post("repository", "/admin/repository");
    }
}
