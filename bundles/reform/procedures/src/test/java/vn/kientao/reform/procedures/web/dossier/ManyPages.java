package vn.kientao.reform.procedures.web.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Circumstances;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.report.Reports;
import vn.kientao.reform.procedures.store.PlanRows;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.dossier.ManyDossiers;
import vn.kientao.reform.procedures.web.report.ReportPages;
import vn.kientao.reform.procedures.web.report.ReportPermissions;
import vn.kientao.reform.procedures.web.sheet.SomeFiles;

/** The desk's pages over {@link ManyDossiers}, asked for by one officer behind the wall of the agency. */
final class ManyPages {
    private static final Clock CLOCK =
            Clock.fixed(ManyDossiers.NOW.atZone(Formats.ZONE).toInstant(), Formats.ZONE);
    private static final String LIST = "GET /dossiers";
    private static final String REPORT = "GET /reports";
    private static final String BEHIND = "GET /reports/dossiers";
    private static final int LIST_PAGE = 25;
    private static final int BEHIND_PAGE = 50;

    private final Database database;
    private final PlanRows watched;
    private final RecordedRoutes routes = new RecordedRoutes();
    private final String code;
    private final List<Shown> all = new ArrayList<>();

    ManyPages(Database database, Migrations migrations) {
        this.database = database;
        watched = new PlanRows(database);
        DeskFixture fixture = new DeskFixture(watched, migrations);
        new DossierPages(fixture.dossiers, fixture.progress).staff(routes);
        new DossierListPage(fixture.dossiers, new SheetService()).staff(routes);
        RecordingAuditTrail audit = new RecordingAuditTrail();
        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        new ReportPages(
                        new Reports(watched, audit, tables),
                        new NoAgencies(),
                        new PaperService(),
                        SomeFiles.on(watched, audit, tables))
                .staff(routes);
        code = halfWay("code", String.class);
        declare();
    }

    /**
     * Something that can be asked for.
     *
     * @param most how many rows the list of it may read; 0 when it has none that is bounded
     */
    record Shown(String name, Runnable work, long most) {
        /** How long it takes. */
        double millis() {
            long began = System.nanoTime();
            inside(work);
            return (System.nanoTime() - began) / 1e6;
        }
    }

    /** In the same order whatever the number of dossiers, the reference first. */
    List<Shown> all() {
        return List.copyOf(all);
    }

    List<PlanRows.Read> reads(Shown page) {
        return watched.of(() -> inside(page.work()));
    }

    private void declare() {
        all.add(new Shown("reference: SELECT 1", this::reference, 0));
        list("list, as it opens");
        for (String view : List.of("overdue", "today", "soon", "waiting")) {
            list("list, tile " + view, "view", view);
        }
        list("list, handed over", "view", "finished");
        list("list, handed over, half-way", "view", "finished", "after", "" + halfWay("list_key", Long.class));
        list("list, one field", "field", ManyDossiers.FIELD);
        list("my work", "mine", "1");
        list("search by code", "view", "finished", "q", code);
        list("search by telephone number", "view", "finished", "q", halfWay("applicant_phone", String.class));
        search("search by a common word of a name", "view", "finished", "q", ManyDossiers.COMMON_WORD);
        searchOfTwo("search by common words of a name", "view", "finished", "q", ManyDossiers.COMMON_WORDS);
        search("search by a name that is there once", "view", "finished", "q", ManyDossiers.RARE_NAME);
        search("search by a name that is not there", "view", "finished", "q", "Quách Ngọc Thuyên");
        search("search by procedure", "view", "finished", "q", ManyDossiers.PROCEDURE);
        // PostgreSQL takes them for few and reads them all.
        add("search by procedure, running", 0, LIST, "q", ManyDossiers.PROCEDURE);
        add("a dossier", 0, "GET /dossiers/{code}");
        add("report 06a of a month", 0, REPORT, "period", "m10", "year", "2026");
        add("report 06a of a year", 0, REPORT, "period", "y", "year", "2025");
        String second = Rendered.of(reply(BEHIND, "measure", "received", "year", "2025"))
                .one("a[rel=next]")
                .attr("href")
                .replaceAll(".*after=([^&]*).*", "$1");
        behind("behind the report, received", "received");
        behind(
                "behind the report, received, second page",
                "received",
                "after",
                URLDecoder.decode(second, StandardCharsets.UTF_8));
        add("behind the report, settled late", 0, BEHIND, "measure", "overdue", "year", "2025");
    }

    private void list(String name, String... query) {
        add(name, 2L * (LIST_PAGE + 1), LIST, query);
    }

    /** Of words: H2 counts a dossier that is found by its key twice, and where it finds that there is nothing further. */
    private void search(String name, String... query) {
        long times = database.dialect() == Database.Dialect.H2 ? 3 : 2;
        add(name, times * (LIST_PAGE + 2), LIST, query);
    }

    /** Of each of two words four pages are looked through for which is the rarer, of that as many for the other one. */
    private void searchOfTwo(String name, String... query) {
        add(name, 4L * 3 * (LIST_PAGE + 2), LIST, query);
    }

    /**
     * Each row is met in the index and in its dossier. H2 counts it in the inner list besides, its key twice, and once where
     * it finds that there is no further row to look for.
     */
    private void behind(String name, String measure, String... more) {
        List<String> query = new ArrayList<>(List.of("measure", measure, "year", "2025"));
        query.addAll(List.of(more));
        long times = database.dialect() == Database.Dialect.H2 ? 5 : 2;
        add(name, times * (BEHIND_PAGE + 2), BEHIND, query.toArray(new String[0]));
    }

    private void add(String name, long most, String route, String... query) {
        all.add(new Shown(name, () -> show(route, query), most));
    }

    private void reference() {
        database.read(
                handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
    }

    /** Of the agency's dossier in the middle of the years. */
    private <T> T halfWay(String column, Class<T> type) {
        return database.read(handle ->
                handle.createQuery("""
                        SELECT <column>
                          FROM procedures.dossier
                         WHERE id = (SELECT MAX(id) / 4 * 2 FROM procedures.dossier)
                        """).define("column", column).mapTo(type).one());
    }

    private Reply reply(String route, String... query) {
        FakeRequest request = FakeRequest.get("procedures", route.replace("GET ", ""))
                .in(ManyDossiers.AGENCY)
                .by(officer())
                .at(CLOCK)
                .withPathValue("code", code);
        for (int i = 0; i < query.length; i += 2) {
            request.withQuery(query[i], query[i + 1]);
        }
        return routes.call(route, request);
    }

    private void show(String route, String... query) {
        try {
            ((Reply.View) reply(route, query)).body().writeTo(Writer.nullWriter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Actor officer() {
        Set<String> all = Set.of(
                DeskPermissions.READ.name(),
                DeskPermissions.PERSONAL_DATA.name(),
                DeskPermissions.RECEIVE.name(),
                DeskPermissions.PROCESS.name(),
                DeskPermissions.HAND_OVER.name(),
                ReportPermissions.REPORT.name());
        return new Actor(ManyDossiers.OFFICER, "Nguyễn Văn An", Set.of(), Map.of(ManyDossiers.AGENCY, all));
    }

    private static void inside(Runnable work) {
        Circumstances there =
                new Circumstances(officer(), "r1", "", Optional.of(ManyDossiers.AGENCY), Optional.empty());
        try (Circumstances.Scope scope = there.enter()) {
            work.run();
        }
    }
}
