package vn.kientao.reform.procedures.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.citizen.LifeEvents;
import vn.kientao.reform.procedures.app.citizen.Outbox;
import vn.kientao.reform.procedures.app.citizen.PrefillFiles;
import vn.kientao.reform.procedures.app.citizen.Prefills;
import vn.kientao.reform.procedures.app.citizen.Subscriptions;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.app.paper.PaperCases;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.app.rating.Ratings;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.dossier.NoAgencies;
import vn.kientao.reform.procedures.web.dossier.TrackDoor;
import vn.kientao.reform.procedures.web.dossier.TrackPages;
import vn.kientao.reform.procedures.web.rating.RatePages;

/**
 * A citizen's first view weighs at most 100 KB. Styles, fonts, icons and script weigh 87 KB (the platform's build refuses
 * more than they may), the layout less than 3 KB; what is left is for the page itself, as it goes over the line.
 */
class PublicPagesWeightTest {
    private static final int LEFT_FOR_A_PAGE = 10 * 1024;
    private static final Clock CLOCK = Clock.fixed(RECEIVED.atZone(Formats.ZONE).toInstant(), Formats.ZONE);

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();

    @Test
    void leavesRoomOnAHundredKilobytesAndNeedsNoScript() throws IOException {
        DeskFixture fixture = new DeskFixture(store.database(), store.migrations());
        ProcedureTables tables = ProcedureTables.of(store.migrations(), FolderScripts.ofModule());
        TrackDoor door = new TrackDoor(fixture.tracking);
        new CalculatorPages(new SomeProcedures(), fixture.desk).open(routes);
        new PrefillPages(
                        new SomeProcedures(),
                        new Prefills(store.database(), fixture.audit, tables),
                        new PrefillFiles(store.database(), tables),
                        new PaperService())
                .open(routes);
        new LifeEventPages(new LifeEvents(store.database(), tables)).open(routes);
        new RatePages(door, new Ratings(store.database(), fixture.audit, tables)).open(routes);
        new SubscriptionPages(door, new Subscriptions(store.database(), new Outbox(), tables)).open(routes);
        Papers papers = new Papers(store.database(), fixture.audit, tables);
        new TrackPages(
                        door,
                        new NoAgencies(),
                        new Subscriptions(store.database(), new Outbox(), tables),
                        fixture.dossiers,
                        papers,
                        new LetterService(new PaperService()))
                .open(routes);
        Dossier dossier = fixture.finished(fixture.receive(RECEIVED), RECEIVED.plusHours(3));

        Map<String, FakeRequest> pages = new LinkedHashMap<>();
        pages.put("/life-events", get());
        pages.put("/deadline", get().withQuery("code", "2.000635").withQuery("day", "20/11/2026"));
        pages.put("/prefill", get().withQuery("q", "khai sinh"));
        pages.put("/prefill/{code}", get().withPathValue("code", "1.001193"));
        pages.put("/subscription", get().withQuery("k", "x"));
        pages.put(
                "/rate/{code}",
                get().withPathValue("code", dossier.code().toString()).withQuery("k", dossier.trackingKey()));
        papers.issue(dossier, PaperKind.RECEIPT, PaperCases.HEAD, DeskFixture.doer(RECEIVED, ""));
        pages.put("/track", get());
        pages.put(
                "/track/{code}",
                get().withPathValue("code", dossier.code().toString()).withQuery("k", dossier.trackingKey()));
        for (Map.Entry<String, FakeRequest> page : pages.entrySet()) {
            Reply reply = routes.call("GET " + page.getKey(), page.getValue());
            Rendered rendered = Rendered.of(reply).keepsTheRules();
            assertThat(compressed(rendered.document().html())).as(page.getKey()).isLessThan(LEFT_FOR_A_PAGE);
            assertThat(rendered.document().select("form:not(:has([type=submit]))"))
                    .as(page.getKey())
                    .isEmpty();
        }
    }

    private static int compressed(String html) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(html.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private static FakeRequest get() {
        return FakeRequest.get("procedures", "/").at(CLOCK);
    }
}
