package vn.kientao.platform.console;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.console.app.BackupDesk;
import vn.kientao.platform.console.app.Catalogue;
import vn.kientao.platform.console.app.Lookup;
import vn.kientao.platform.console.app.Rooms;
import vn.kientao.platform.console.app.Trail;
import vn.kientao.platform.console.rest.AgencyApi;
import vn.kientao.platform.console.rest.BackupApi;
import vn.kientao.platform.console.rest.ModuleApi;
import vn.kientao.platform.console.rest.PlanApi;
import vn.kientao.platform.console.rest.PublisherApi;
import vn.kientao.platform.console.rest.RolloutApi;
import vn.kientao.platform.console.web.AgencySwitchPages;
import vn.kientao.platform.console.web.BackupPages;
import vn.kientao.platform.console.web.CataloguePages;
import vn.kientao.platform.console.web.ModuleActPages;
import vn.kientao.platform.console.web.ModuleListPages;
import vn.kientao.platform.console.web.ModulePages;
import vn.kientao.platform.console.web.OverviewPages;
import vn.kientao.platform.console.web.PlanPages;
import vn.kientao.platform.console.web.PublicationPages;
import vn.kientao.platform.console.web.PublisherPages;
import vn.kientao.platform.console.web.RolloutListPages;
import vn.kientao.platform.console.web.RolloutPages;
import vn.kientao.platform.console.web.UploadPages;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;

/** The whole console over a kernel and rooms that only keep what they are told. */
public final class TestConsole {
    static final Actor ADMINISTRATOR = new Actor("7", "Quản Trị", Set.of("platform.administer"), Map.of());

    /** Account 8 is somebody's, no other is. */
    static final People PEOPLE = accounts -> accounts.contains("8") ? Map.of("8", "Trần Văn Tám") : Map.of();

    public final FakeKernel kernel = new FakeKernel();
    public final FakeRooms around = new FakeRooms();
    public final Rooms rooms = new Rooms();
    public final List<AuditEntry> audited = new ArrayList<>();
    public final RecordedRoutes routes = new RecordedRoutes();

    public TestConsole() {
        Lookup lookup = new Lookup(kernel, around.agencies, PEOPLE);
        Trail trail = new Trail(new NoDatabase(), (transaction, entry) -> audited.add(entry));
        BackupDesk desk = new BackupDesk(rooms, trail);
        Catalogue catalogue = new Catalogue(kernel, kernel);
        rooms.bindPublishers(around.publishers);
        rooms.bindBackups(around.backups);
        rooms.bindQuarantines(around.quarantines);
        List<PlatformRoutes> all = List.of(
                new OverviewPages(lookup, rooms),
                new ModuleListPages(lookup),
                new UploadPages(lookup, kernel),
                new PlanPages(lookup, kernel),
                new RolloutListPages(lookup),
                new RolloutPages(lookup, kernel),
                new ModulePages(lookup, rooms),
                new ModuleActPages(lookup, kernel, rooms),
                new AgencySwitchPages(lookup, kernel),
                new PublicationPages(lookup, kernel),
                new CataloguePages(catalogue),
                new PublisherPages(lookup, rooms),
                new BackupPages(desk, around.jobs, PEOPLE),
                new ModuleApi(lookup, kernel, rooms),
                new AgencyApi(lookup, kernel, catalogue),
                new PlanApi(lookup, kernel),
                new RolloutApi(lookup, kernel),
                new PublisherApi(lookup, rooms),
                new BackupApi(desk, around.jobs));
        all.forEach(room -> room.routes(routes));
    }

    FakeRequest get() {
        return dressed(FakeRequest.get("console", "/"));
    }

    FakeRequest post() {
        return dressed(FakeRequest.post("console", "/"));
    }

    private static FakeRequest dressed(FakeRequest request) {
        return request.by(ADMINISTRATOR).at(Clock.fixed(FakeKernel.NOW, Formats.ZONE));
    }

    /** A page that keeps the rules, in Vietnamese and English. */
    Rendered page(String path, FakeRequest request) {
        Rendered vietnamese = show(routes.call("GET", path, request));
        show(routes.call("GET", path, request.inEnglish()));
        return vietnamese;
    }

    /** What a form answers with. */
    Reply send(String path, FakeRequest request) {
        return routes.call("POST", path, request);
    }

    static Rendered show(Reply reply) {
        return Rendered.of(reply).keepsTheRules();
    }
}
