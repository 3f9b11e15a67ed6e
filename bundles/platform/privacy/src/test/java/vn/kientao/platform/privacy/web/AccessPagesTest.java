package vn.kientao.platform.privacy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.privacy.PersonalDataAccess;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.privacy.app.Accesses;
import vn.kientao.platform.privacy.store.AccessRepository;
import vn.kientao.platform.privacy.store.PrivacyStore;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;

class AccessPagesTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.h2("privacy");

    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private AccessPages pages;

    @BeforeEach
    void open() {
        PrivacyStore store = PrivacyStore.of(database.database());
        pages = new AccessPages(new Accesses(store, audit), new RequestPagesTest.Nobody());
        store.write(handle -> {
            new AccessRepository().add(handle, List.of(look("STP", "H1"), look("SNV", "=H2")));
            return handle;
        });
    }

    private static PersonalDataAccess look(String agency, String dossier) {
        return new PersonalDataAccess(
                Instant.parse("2026-11-30T02:00:00Z"),
                "7",
                "",
                agency,
                "192.0.2.1",
                "dossier",
                dossier,
                "GET /dossiers/{code}",
                new LocalText("Giải quyết hồ sơ", "Settle the dossier"),
                "r");
    }

    private static FakeRequest get() {
        return FakeRequest.get("privacy", "/access");
    }

    @Test
    void anAgencySeesWhoLookedAtItsOwnDossiers() {
        Rendered page = Rendered.of(pages.list(get().in("STP"))).keepsTheRules();
        assertThat(page.text("tbody"))
                .contains("09:00 30/11/2026", "H1", "Giải quyết hồ sơ", "192.0.2.1")
                .doesNotContain("H2");
        Rendered all = Rendered.of(pages.list(get())).keepsTheRules();
        assertThat(all.texts("tbody tr")).hasSize(2);
    }

    @Test
    void theLogIsSearchedByDossierAndADayThatIsNoneIsNamed() {
        assertThat(Rendered.of(pages.list(get().in("STP").withQuery("object", "H9")))
                        .has(".kt-empty"))
                .isTrue();
        Reply wrong = pages.list(get().withQuery("from", "31/02/2026"));
        assertThat(((Reply.View) wrong).status()).isEqualTo(422);
        assertThat(Rendered.of(wrong).text("#from-error")).contains("31/02/2026");
    }

    @Test
    void theExportIsWrittenDown() throws IOException {
        Reply.Download file = (Reply.Download) pages.export(get().withQuery("object", "=H2"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.content().writeTo(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("dossier =H2").doesNotContain("H1");
        assertThat(audit.actions()).containsExactly("privacy.export-access-log");
    }
}
