package vn.kientao.reform.procedures.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.catalogue.SearchQuery;
import vn.kientao.reform.procedures.app.importing.ImportFixture;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;
import vn.kientao.reform.procedures.web.sheet.SomeFiles;

/** The pages of the real records keep the rules and stay light. */
class NationalPagesTest {
    /** What a citizen's first view may weigh beside the platform's own 87 KB. */
    private static final int MOST_BYTES = 13 << 10;

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    @Test
    void everyPageKeepsTheRulesAndTheListIsLight() throws IOException {
        ImportFixture fixture = new ImportFixture(store.database());
        fixture.givenNationalSample();
        RecordedRoutes open = new RecordedRoutes();
        new CataloguePages(
                        fixture.catalogue,
                        fixture.traits,
                        SomeFiles.on(store.database(), fixture.auditTrail, store.migrations()))
                .open(open);

        Reply list = open.call("GET /", FakeRequest.get("procedures", "/"));
        Rendered.of(list).keepsTheRules();
        int heaviest = 0;
        List<CatalogueEntry> all =
                fixture.catalogue.search(SearchQuery.of(""), 0, 1000).hits();
        for (CatalogueEntry entry : all) {
            Reply page =
                    open.call("GET /{code}", FakeRequest.get("procedures", "/x").withPathValue("code", entry.code()));
            Rendered.of(page).keepsTheRules();
            heaviest = Math.max(heaviest, weight(page));
        }

        System.out.printf(
                "gzipped: list %,d bytes, heaviest of %d procedures %,d bytes%n", weight(list), all.size(), heaviest);
        assertThat(weight(list)).isLessThan(MOST_BYTES);
    }

    private static int weight(Reply page) throws IOException {
        StringWriter html = new StringWriter();
        ((Reply.View) page).body().writeTo(html);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(html.toString().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
