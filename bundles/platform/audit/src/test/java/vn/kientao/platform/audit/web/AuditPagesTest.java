package vn.kientao.platform.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.audit.app.TestTrail;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;

class AuditPagesTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.h2("audit");

    @TempDir
    Path folder;

    private TestTrail trail;
    private AuditPages pages;

    @BeforeEach
    void open() {
        trail = new TestTrail(database.database(), folder);
        pages = new AuditPages(trail.search, new Lan(), new SheetService());
        trail.record(TestTrail.entry("H1")
                .changing("{\"due\":\"2026-11-27\",\"fee\":0}", "{\"due\":\"2026-11-30\",\"fee\":0}")
                .because("=HYPERLINK(nghỉ lễ; \"24/11\")"));
        trail.record(new AuditEntry("system:job", Optional.of("SNV"), "kernel", "kernel.x", "module", "a", "", "r"));
    }

    @Test
    void theListShowsWhoDidWhatAndKeepsTheFilterInTheAddress() {
        Rendered page =
                Rendered.of(pages.list(get("").withQuery("account", "7"))).keepsTheRules();

        assertThat(page.texts("tbody tr")).hasSize(1);
        assertThat(page.text("tbody tr")).contains("Nguyễn Thị Lan", "procedures.receive", "dossier H1");
        assertThat(page.text(".kt-chip")).contains("7");
        assertThat(page.one("#account").attr("value")).isEqualTo("7");
        assertThat(page.one("form[method=post]").attr("action")).isEqualTo("/admin/audit/export?account=7");
    }

    @Test
    void anAgencySeesItsOwnEntriesOnlyWhateverTheAddressSays() {
        Rendered page = Rendered.of(pages.list(get("").in("STP").withQuery("agency", "SNV")));
        assertThat(page.texts("tbody tr")).hasSize(1);
        assertThat(page.text("tbody tr")).contains("H1");

        assertThatThrownBy(() -> pages.show(get("").in("STP").withPathValue("sequence", "2")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void anEntryShowsWhatChangedAndNotWhatStayed() {
        Rendered page =
                Rendered.of(pages.show(get("").withPathValue("sequence", "1"))).keepsTheRules();

        assertThat(page.text("table"))
                .contains("due", "2026-11-27", "2026-11-30")
                .doesNotContain("fee");
        assertThat(page.text("dl")).contains("Nguyễn Thị Lan", "STP", "nghỉ lễ");
    }

    @Test
    void aDayThatIsNoneIsNamed() {
        Reply reply = pages.list(get("").withQuery("from", "31/02/2026"));
        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        assertThat(Rendered.of(reply).text("#from-error")).contains("31/02/2026", "24/11/2026");
    }

    @Test
    void theExportIsWrittenDownAndCarriesNoFormula() throws IOException {
        Reply.Download file = (Reply.Download) pages.export(get("").withQuery("account", "7"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.content().writeTo(out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("\ufeffSố thứ tự;Thời điểm")
                .contains("\"'=HYPERLINK(nghỉ lễ; \"\"24/11\"\")\"")
                .doesNotContain("kernel.x");
        assertThat(trail.search.one(3).orElseThrow().entry())
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("audit.export"))
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo("{\"account\":\"7\"}"));
    }

    @Test
    void programsGetTheSameEntries() {
        AuditJson.Entries found =
                (AuditJson.Entries) ((Reply.Json) pages.entries(get("").withQuery("object", "H1"))).value();
        assertThat(found.entries())
                .singleElement()
                .satisfies(one -> assertThat(one.after()).contains("2026-11-30"));
        assertThat(found.older()).isEmpty();
    }

    @Test
    void everyVerbHasAPageAndARestRoute() {
        RecordedRoutes routes = new RecordedRoutes();
        pages.routes(routes);
        assertThat(routes.all())
                .extracting(route -> route.method() + " " + route.path())
                .contains("GET /admin/audit", "GET /api/v1/admin/audit")
                .contains("GET /admin/audit/{sequence}", "GET /api/v1/admin/audit/{sequence}")
                .contains("GET /admin/audit/check", "GET /api/v1/admin/audit/check")
                .contains("POST /admin/audit/export", "POST /api/v1/admin/audit/export")
                .doesNotHaveDuplicates();
    }

    @Test
    void programsSeeOneEntryAndAnAgencyOnlyItsOwn() {
        RecordedRoutes routes = new RecordedRoutes();
        pages.routes(routes);
        FakeRequest second = get("").withPathValue("sequence", "2");
        Reply.Json reply = (Reply.Json) routes.call("GET", "/api/v1/admin/audit/{sequence}", second);
        assertThat(((AuditJson.One) reply.value()).action()).isEqualTo("kernel.x");
        assertThatThrownBy(() -> routes.call("GET", "/api/v1/{agency}/audit/{sequence}", second.in("STP")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void thePageOfTheVerifierSaysThatTheTrailIsWholeAndWhatIsWrongWithIt() {
        Rendered whole = Rendered.of(pages.check(get(""))).keepsTheRules();
        assertThat(whole.text("[role=status]")).contains("Nguyên vẹn", "Đã xem 2 mục");

        database.database().write(h -> h.execute("DELETE FROM audit.entry WHERE sequence = 1"));
        Rendered broken = Rendered.of(pages.check(get(""))).keepsTheRules();
        assertThat(broken.text("[role=status]")).contains("Không nguyên vẹn");
        assertThat(broken.texts("main li, ul li"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("Mục 1: đã bị xoá"));
    }

    private static FakeRequest get(String path) {
        return FakeRequest.get("audit", path);
    }

    private static final class Lan implements People {
        @Override
        public Map<String, String> names(Collection<String> accounts) {
            return accounts.stream()
                    .filter("7"::equals)
                    .collect(Collectors.toMap(account -> account, account -> "Nguyễn Thị Lan"));
        }
    }
}
