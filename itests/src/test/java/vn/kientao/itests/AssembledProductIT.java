package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.ListeningSockets;
import vn.kientao.itests.product.ProductFiles;

/** The product as it is delivered: small, complete, closed to everybody who has not been let in. */
class AssembledProductIT {

    private static final long SIXTY_MEGABYTES = 60_000_000;

    @RegisterExtension
    static final Distribution distribution = Distribution.shared();

    @Test
    void archivesAreSmall() throws IOException {
        Path tar = ProductFiles.archive();
        Path zip = tar.resolveSibling(tar.getFileName().toString().replace(".tar.gz", ".zip"));

        assertThat(Files.size(tar)).isLessThan(SIXTY_MEGABYTES);
        assertThat(Files.size(zip)).isLessThan(SIXTY_MEGABYTES);
    }

    /** A build with skipped checks makes none. */
    @Test
    void theBillOfMaterialsTravelsWithTheProduct() throws IOException {
        Path made = ProductFiles.root().resolve("target/kientao-bom.json");
        Assumptions.assumeTrue(Files.exists(made), made + " was not made");
        Path shipped = distribution.product().home().resolve("sbom/kientao-bom.json");
        JsonNode bill = new ObjectMapper().readTree(shipped.toFile());
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.path("components").findValuesAsText("name")).contains("jdbi3-core", "h2");
    }

    @Test
    void everyBundleIsActive() {
        List<String> bundles = distribution
                .product()
                .console()
                .run("bundle:list -t 0")
                .lines()
                .filter(line -> line.matches("\\s*\\d+\\s.*"))
                .toList();

        assertThat(bundles).hasSizeGreaterThan(70);
        assertThat(bundles).allMatch(line -> line.contains("| Active ") || line.contains("Hosts: "));
    }

    @Test
    void opensOnePortToTheWorldAndTheConsoleToTheMachineItself() throws IOException {
        List<String> sockets = ListeningSockets.of(distribution.product().pid());

        assertThat(sockets).hasSize(2);
        assertThat(sockets)
                .filteredOn(socket -> socket.startsWith("*:"))
                .containsExactly("*:" + distribution.product().http().getPort());
        assertThat(sockets)
                .filteredOn(socket -> socket.startsWith("127.0.0.1:"))
                .hasSize(1);
    }

    @Test
    void letsNobodyIntoTheConsoleWithAPassword() {
        assertThatThrownBy(() -> distribution.product().console().signInWithPassword("karaf", "karaf"))
                .hasMessageContaining("No more authentication methods available");
    }

    @Test
    void hasNoFolderThatInstallsWhatIsDroppedIntoIt() {
        Path home = distribution.product().home();

        assertThat(home.resolve("deploy")).doesNotExist();
        assertThat(home.resolve("etc/org.apache.felix.fileinstall-deploy.cfg")).doesNotExist();
    }

    @Test
    void bringsNoRemoteManagementAndNoOldWebServer() {
        String features = distribution.product().console().run("feature:list -i");

        assertThat(features).contains("kientao-platform");
        assertThat(features.lines().map(line -> line.split("\\s", 2)[0]))
                .doesNotContain("management", "deployer", "http", "war", "pax-web-http", "webconsole");
    }

    @Test
    void leavesTheHomeOfItsUserEmpty() throws IOException {
        try (Stream<Path> files = Files.list(distribution.product().home().resolve("home"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void startsWithoutAnErrorInItsLog() throws IOException {
        assertThat(Files.readAllLines(distribution.product().log())).noneMatch(line -> line.contains("| ERROR |"));
    }
}
