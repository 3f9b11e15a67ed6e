package vn.kientao.platform.repository.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Publishers.HeldBack;
import vn.kientao.platform.api.module.ReleaseHistory;
import vn.kientao.platform.api.module.Repositories.Catalogue;
import vn.kientao.platform.api.module.Repositories.Offer;
import vn.kientao.platform.api.module.Repositories.Source;
import vn.kientao.platform.api.module.Repositories.Standing;
import vn.kientao.platform.api.module.RepositoryException;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.OpenOutbound;
import vn.kientao.platform.testing.RecordingAuditTrail;

@OnEachDatabase
class StoredRepositoriesTest {
    private static final Actor ADMIN = Actor.system("test");
    private static final Version ONE = new Version(1, 0, 0);

    private final FakeKernel kernel = new FakeKernel();
    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final StoredRepositories repositories;

    @TempDir
    Path folder;

    private final Path state;

    StoredRepositoriesTest(Database database, Migrations migrations, @TempDir Path state) {
        this.state = state;
        this.repositories = new StoredRepositories(
                database,
                migrations,
                new FolderScripts(Path.of("src/main/resources")),
                audit,
                kernel.services(),
                new OpenOutbound(),
                FixedClock.at("2026-11-23T08:00"),
                state);
    }

    @Test
    void keepsSourcesAndSaysInTheAuditTrailWhoNamedThem() {
        repositories.add("usb", folder.toString(), ADMIN);
        repositories.add("province", "https://modules.example.vn/catalogue", ADMIN);

        assertThat(repositories.sources()).extracting(Source::name).containsExactly("province", "usb");
        assertThatThrownBy(() -> repositories.add("usb", folder.toString(), ADMIN))
                .isInstanceOf(RepositoryException.class);
        repositories.remove("usb", ADMIN);
        repositories.remove("usb", ADMIN);
        assertThat(repositories.sources()).extracting(Source::name).containsExactly("province");
        assertThat(audit.actions()).contains("repository.add", "repository.remove");
        assertThat(folder).exists();
    }

    @Test
    void refusesNamesAndLocationsThatLeadNowhere() {
        for (String name : List.of("", "x", "Tên", "../up", "a b")) {
            assertThatThrownBy(() -> repositories.add(name, folder.toString(), ADMIN))
                    .isInstanceOf(RepositoryException.class);
        }
        for (String location : List.of(
                "",
                "modules",
                folder.resolve("away").toString(),
                "file:///etc",
                "ftp://host/x",
                "https://user:secret@host/x",
                "https:///x",
                "http://host/x?y=1")) {
            assertThatThrownBy(() -> repositories.add("some", location, ADMIN))
                    .as(location)
                    .isInstanceOf(RepositoryException.class);
        }
        assertThat(repositories.sources()).isEmpty();
    }

    @Test
    void tellsNewFromUpdatesAndSaysWhyTheRestCannotBeInstalled() throws IOException {
        Jars.write(folder, "steering", "1.0.0");
        Jars.write(folder, "procedures", "1.2.0");
        Jars.write(folder, "procedures", "1.1.0");
        Jars.write(folder, "procedures", "1.0.0");
        kernel.serve("procedures", "1.1.0");
        assertThat(repositories.index(folder)).isEqualTo(4);
        repositories.add("usb", folder.toString(), ADMIN);

        Catalogue catalogue = repositories.check("usb");

        assertThat(catalogue.offers())
                .extracting(offer -> offer.module() + " " + offer.version() + " " + offer.standing())
                .containsExactly(
                        "procedures 1.2.0 UPDATE",
                        "procedures 1.1.0 LIVE",
                        "procedures 1.0.0 BLOCKED",
                        "steering 1.0.0 NEW");
        assertThat(catalogue.actionable()).hasSize(2);
        assertThat(catalogue.blocked())
                .singleElement()
                .satisfies(
                        offer -> assertThat(offer.obstacle().orElseThrow().vi()).contains("1.1.0"));
        Offer offer = catalogue.offers().get(0);
        assertThat(offer.name().vi()).isEqualTo("Phân hệ procedures");
        assertThat(offer.changelog().vi()).isEqualTo("In phiếu hàng loạt.");
        assertThat(offer.changelog().en()).isEqualTo("Prints many slips at once.");
        assertThat(offer.screenshots()).containsExactly("screenshots/procedures-1.2.0/list.png");
        assertThat(folder.resolve("screenshots/procedures-1.2.0/list.png")).hasContent("png");
        assertThat(offer.live()).contains(new Version(1, 1, 0));
    }

    @Test
    void blocksWhatTheKernelWouldRefuse() throws IOException {
        Jars.write(folder, "steering", "1.0.0");
        repositories.index(folder);
        repositories.add("usb", folder.toString(), ADMIN);

        kernel.development = false;
        assertThat(obstacle()).contains("không có chữ ký");
        kernel.development = true;
        kernel.heldBack.add(
                new HeldBack(new ModuleId("steering"), new Version(1, 0, 0), "sai phí", Instant.EPOCH, "operator"));
        assertThat(obstacle()).contains("sai phí");
        kernel.heldBack.clear();
        kernel.history.put(
                new ModuleId("steering"),
                List.of(new ReleaseHistory(
                        ONE,
                        "f".repeat(64),
                        Optional.empty(),
                        Optional.empty(),
                        ReleaseHistory.Way.GONE,
                        Set.of(),
                        Optional.empty())));
        assertThat(obstacle()).contains("nội dung khác");
        kernel.history.clear();
        change("\"[1.0,2)\"", "\"[3.0,4)\"");
        assertThat(obstacle()).contains("[3.0,4)");
        change("\"[3.0,4)\"", "\"[1.0,2)\"");
        change("\"key\" : null", "\"key\" : \"" + "a".repeat(64) + "\"");
        assertThat(obstacle()).contains("chưa được tin cậy");
    }

    @Test
    void plansWhatItFetchedAfterComparingItsHash() throws IOException {
        Path jar = Jars.write(folder, "steering", "1.0.0");
        repositories.index(folder);
        repositories.add("usb", folder.toString(), ADMIN);

        assertThat(repositories
                        .plan("usb", new ModuleId("steering"), ONE, ADMIN)
                        .id())
                .isEqualTo(7);
        assertThat(kernel.planned).isEqualTo(Files.readAllBytes(jar));

        kernel.planned = new byte[0];
        byte[] altered = Files.readAllBytes(jar);
        altered[altered.length - 30] ^= 1;
        Files.write(jar, altered);
        assertThatThrownBy(() -> repositories.plan("usb", new ModuleId("steering"), ONE, ADMIN))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("hash");
        Files.write(jar, new byte[altered.length + 1]);
        assertThatThrownBy(() -> repositories.plan("usb", new ModuleId("steering"), ONE, ADMIN))
                .hasMessageContaining("larger");
        assertThatThrownBy(() -> repositories.plan("usb", new ModuleId("steering"), new Version(2, 0, 0), ADMIN))
                .hasMessageContaining("does not offer");
        assertThatThrownBy(() -> repositories.check("nowhere")).hasMessageContaining("no source");
        assertThat(kernel.planned).isEmpty();
        try (Stream<Path> left = Files.list(state.resolve("fetched"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void readsNothingOutsideTheFolder() throws IOException {
        Jars.write(folder, "steering", "1.0.0");
        repositories.index(folder);
        repositories.add("usb", folder.toString(), ADMIN);

        change("steering-1.0.0.jar", "../steering-1.0.0.jar");
        assertThatThrownBy(() -> repositories.check("usb"))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("below the catalogue");
        change("../steering-1.0.0.jar", "link.jar");
        Files.createSymbolicLink(folder.resolve("link.jar"), Path.of("/etc/passwd"));
        assertThatThrownBy(() -> repositories.plan("usb", new ModuleId("steering"), ONE, ADMIN))
                .isInstanceOf(RepositoryException.class);
        Files.writeString(folder.resolve("catalogue.json"), "no json");
        assertThatThrownBy(() -> repositories.check("usb")).hasMessageContaining("no valid catalogue");
        Files.writeString(folder.resolve("catalogue.json"), "{\"format\": 2, \"releases\": []}");
        assertThatThrownBy(() -> repositories.check("usb")).hasMessageContaining("format 2");
    }

    @Test
    void readsASourceOverHttpAndFollowsNoRedirect() throws IOException {
        Path jar = Jars.write(folder, "steering", "1.0.0");
        repositories.index(folder);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/modules/", exchange -> {
            byte[] content = Files.readAllBytes(
                    folder.resolve(exchange.getRequestURI().getPath().substring("/modules/".length())));
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.createContext("/moved/", exchange -> {
            exchange.getResponseHeaders().add("Location", "/modules/catalogue.json");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        try {
            String host = "http://127.0.0.1:" + server.getAddress().getPort();
            repositories.add("net", host + "/modules", ADMIN);
            repositories.add("moved", host + "/moved/", ADMIN);

            assertThat(repositories.check("net").offers())
                    .extracting(Offer::standing)
                    .containsExactly(Standing.NEW);
            repositories.plan("net", new ModuleId("steering"), ONE, ADMIN);
            assertThat(kernel.planned).isEqualTo(Files.readAllBytes(jar));
            assertThatThrownBy(() -> repositories.check("moved")).hasMessageContaining("302");
            Files.write(jar, new byte[1 << 20]);
            assertThatThrownBy(() -> repositories.plan("net", new ModuleId("steering"), ONE, ADMIN))
                    .hasMessageContaining("larger");
        } finally {
            server.stop(0);
        }
        assertThatThrownBy(() -> repositories.check("net")).isInstanceOf(RepositoryException.class);
    }

    @Test
    void carriesLiveReleasesToAnotherInstallation() throws IOException {
        kernel.serve("procedures", "1.1.0");
        kernel.serve("steering", "1.0.0");
        kernel.jars.put("procedures 1.1.0", Jars.module("procedures", "1.1.0"));
        kernel.jars.put("steering 1.0.0", Jars.module("steering", "1.0.0"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        repositories.exportBundle(all, Set.of(), ADMIN);
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        repositories.exportBundle(one, Set.of(new ModuleId("steering")), ADMIN);
        assertThatThrownBy(() -> repositories.exportBundle(one, Set.of(new ModuleId("scorecard")), ADMIN))
                .isInstanceOf(RepositoryException.class);
        kernel.live.clear();

        Source source = repositories.importBundle(new ByteArrayInputStream(all.toByteArray()), ADMIN);

        assertThat(repositories.check(source.name()).actionable())
                .extracting(offer -> offer.module().value())
                .containsExactly("procedures", "steering");
        repositories.plan(source.name(), new ModuleId("steering"), ONE, ADMIN);
        assertThat(kernel.planned).isEqualTo(kernel.jars.get("steering 1.0.0"));
        assertThat(audit.actions()).contains("repository.export", "repository.add");
        repositories.remove(source.name(), ADMIN);
        assertThat(Path.of(source.location())).doesNotExist();
        assertThat(one.size()).isLessThan(all.size());
    }

    @Test
    void refusesBundlesThatAreNoneAndKeepsNothingOfThem() throws IOException {
        kernel.serve("steering", "1.0.0");
        kernel.jars.put("steering 1.0.0", Jars.module("steering", "1.0.0"));
        ByteArrayOutputStream good = new ByteArrayOutputStream();
        repositories.exportBundle(good, Set.of(), ADMIN);

        assertThatThrownBy(() -> take("no zip file".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RepositoryException.class);
        assertThatThrownBy(() -> take(zip("../evil.txt", "x"))).isInstanceOf(RepositoryException.class);
        assertThatThrownBy(() -> take(zip("/etc/evil", "x"))).isInstanceOf(RepositoryException.class);
        assertThatThrownBy(() -> take(zip("a.txt", "x"))).hasMessageContaining("catalogue.json");
        assertThatThrownBy(() -> take(zip("catalogue.json", """
                        {"format": 1, "releases": [{"module": "steering", "version": "1.0.0", "name": {"vi": "x"},
                         "file": "steering.jar", "sha256": "%s", "bytes": 1, "api": "[1.0,2)"}]}
                        """.formatted("a".repeat(64)))))
                .hasMessageContaining("steering.jar");
        assertThat(repositories.sources()).isEmpty();
        try (Stream<Path> left = Files.list(state)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).allMatch(name -> name.equals("fetched"));
        }
    }

    private void take(byte[] bundle) {
        repositories.importBundle(new ByteArrayInputStream(bundle), ADMIN);
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private String obstacle() {
        return repositories
                .check("usb")
                .blocked()
                .get(0)
                .obstacle()
                .orElseThrow()
                .vi();
    }

    private void change(String from, String to) throws IOException {
        Path file = folder.resolve("catalogue.json");
        String before = Files.readString(file);
        assertThat(before).contains(from);
        Files.writeString(file, before.replace(from, to));
    }
}
