package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.kientao.platform.api.module.Release;
import vn.kientao.platform.api.privacy.PersonalDataAccess;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.StepUp;
import vn.kientao.platform.web.asset.Assets;
import vn.kientao.platform.web.draft.DraftPages;
import vn.kientao.platform.web.home.CardDesk;
import vn.kientao.platform.web.home.HomePages;
import vn.kientao.platform.web.home.ServingExtensions;
import vn.kientao.platform.web.http.Proxies;
import vn.kientao.platform.web.limit.RateLimits;
import vn.kientao.platform.web.openapi.OpenApiPages;
import vn.kientao.platform.web.refused.Refused;
import vn.kientao.platform.web.reply.Banners;
import vn.kientao.platform.web.route.ReleaseTables;
import vn.kientao.platform.web.route.RoomRoutes;
import vn.kientao.platform.web.search.SearchPages;
import vn.kientao.platform.web.upload.UploadGuard;
import vn.kientao.platform.web.upload.VirusScanner;
import vn.kientao.platform.web.visit.Surroundings;

/** The real door on a real Jetty, with hand-written neighbours. Today is 23 November 2026. */
final class DoorUnderTest implements BeforeEachCallback, AfterEachCallback {
    static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    final FakeRouter router = new FakeRouter();
    final FakeSessions sessions = new FakeSessions();
    final ReleaseTables tables = new ReleaseTables();
    final RoomRoutes rooms = new RoomRoutes();
    final PlatformTable platform = new PlatformTable(rooms);
    final VirusScanner scanner = VirusScanner.at("");
    final InMemoryDrafts drafts = new InMemoryDrafts();
    final Assets assets = new Assets(shippedAssets());
    final RouteGate gate;

    private final Server server = new Server();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final Pipelines pipelines;
    final Banners banners = new Banners();
    final ServingExtensions extensions = new ServingExtensions();

    /** Who got to see personal data. */
    final List<PersonalDataAccess> accesses = new CopyOnWriteArrayList<>();

    /** Access tokens of programs. */
    final Map<String, Session> tokens = new ConcurrentHashMap<>();

    /** What ended with a problem. */
    final List<Refused> refused = new CopyOnWriteArrayList<>();

    private final RateLimits limits;

    /** What stands between a route that asks for a fresh proof and its handler; at first nothing. */
    final AtomicReference<StepUp> proof = new AtomicReference<>(request -> Optional.empty());

    private final LiveModules live = new LiveModules(tables);
    private final AtomicReference<Duration> patience = new AtomicReference<>(Duration.ZERO);
    private final Watchdog watchdog = new Watchdog(patience::get);

    DoorUnderTest() {
        this(RateLimits.Figures.NONE);
    }

    DoorUnderTest(RateLimits.Figures figures) {
        limits = new RateLimits(figures);
        Surroundings surroundings =
                new Surroundings(assets, drafts, Optional::empty, new UploadGuard(scanner), accesses::add);
        Clock clock = Clock.fixed(NOW, Formats.ZONE);
        FixedAgencies agencies = new FixedAgencies();
        pipelines = new Pipelines(
                clock,
                sessions,
                agencies,
                tables,
                surroundings,
                banners,
                request -> proof.get().check(request),
                token -> Optional.ofNullable(tokens.get(token)),
                limits,
                new InMemoryAnswers(),
                refused::add);
        gate = new RouteGate(tables, pipelines);
        live.bindRouter(router);
        platform.bindRoom(new HomePages(ServingTables.of(live, tables), agencies, new CardDesk(extensions)));
        platform.bindRoom(new SearchPages(extensions));
        platform.bindRoom(new DraftPages(drafts));
        platform.bindRoom(new OpenApiPages(ServingTables.of(live, tables), rooms));
    }

    private static Map<String, byte[]> shippedAssets() {
        Path folder = Path.of("src/main/resources/assets");
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no assets in " + folder.toAbsolutePath(), e);
        }
        return files;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        server.addConnector(new ServerConnector(server));
        ServletContextHandler handler = new ServletContextHandler("/");
        Proxies proxies = new Proxies(List.of("127.0.0.1"));
        handler.addServlet(
                new ServletHolder(new FrontDoor(pipelines.over(live, platform, watchdog), () -> proxies)), "/*");
        server.setHandler(handler);
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        server.stop();
        watchdog.close();
    }

    /** How long modules may take for a request; they may take for ever before this is called. */
    void patience(Duration limit) {
        patience.set(limit);
    }

    /** Admits a release of the module {@code trial} and lets it serve. */
    Release serve(ModuleRoutes routes) {
        Release release = FakeRelease.of("trial", "1.0.0", routes);
        gate.admit(release);
        router.serve(release);
        return release;
    }

    /** A module with public pages only. */
    Release serveOpen(Consumer<Routes> declared) {
        return serve(new ModuleRoutes() {
            @Override
            public void open(Routes routes) {
                declared.accept(routes);
            }
        });
    }

    /** A module with pages for staff only. */
    Release serveStaff(Consumer<Routes> declared) {
        return serve(new ModuleRoutes() {
            @Override
            public void staff(Routes routes) {
                declared.accept(routes);
            }
        });
    }

    /** A module with answers for programs of everybody only. */
    Release serveOpenApi(Consumer<Routes> declared) {
        return serve(new ModuleRoutes() {
            @Override
            public void openApi(Routes routes) {
                declared.accept(routes);
            }
        });
    }

    void room(PlatformRoutes room) {
        platform.bindRoom(room);
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + server.getURI().getPort() + path);
    }

    String origin() {
        return "http://localhost:" + server.getURI().getPort();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    /** A request of somebody with a session, see {@link FakeSessions}. */
    HttpRequest.Builder as(String token, String path) {
        return request(path).header("Cookie", "kt-session=" + token);
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    /** Posts a form of Lan's with her token. */
    HttpResponse<String> post(String path, String form) {
        return send(as("lan", path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-Token", "csrf-lan")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** The last byte of an answer arrives a moment before the door has tidied up. */
    void eventually(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("holds within 10 seconds").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
