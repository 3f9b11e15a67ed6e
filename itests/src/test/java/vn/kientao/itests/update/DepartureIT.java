package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.ModuleJar;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Product;

/** Switching off, uninstalling and throwing the data away are three things. */
@Tag("alone")
class DepartureIT {
    @RegisterExtension
    static final Distribution distribution = Distribution.own(Options.demo("departure"));

    private final Product product = distribution.product();
    private final DemoAccounts.Account officer = DemoAccounts.of(product).deskOfficer();

    @Test
    void dataOutlivesUninstallingAndGoesOnlyAfterAnExport() throws IOException {
        Path first = release("1.0.0", "db/expand/V001__guest.sql", "CREATE TABLE pilot.guest (id INTEGER NOT NULL);");
        product.console().run("module:install " + first);
        assertThat(status()).isEqualTo(200);

        assertThat(product.console().run("module:purge pilot --typed pilot")).contains("gỡ phân hệ trước");
        assertThat(product.console().run("module:uninstall pilot")).contains("pilot");
        assertThat(status()).isEqualTo(404);
        product.restart();
        assertThat(status()).as("a restart does not bring it back").isEqualTo(404);

        product.console().run("module:install " + first);
        assertThat(status()).isEqualTo(200);
        assertThat(product.console().run("module:uninstall pilot")).contains("pilot");

        assertThat(product.console().run("module:purge pilot --typed piot")).contains("piot");
        assertThat(product.console().run("module:purge pilot --typed pilot")).contains("pilot");
        assertThat(exports()).hasSize(1);
        assertThat(product.console().run("module:history pilot")).doesNotContain("1.0.0");

        product.console().run("module:install " + first);
        assertThat(status())
                .as("its tables are made anew, so the script runs again")
                .isEqualTo(200);
    }

    private List<Path> exports() throws IOException {
        try (Stream<Path> files = Files.walk(product.data())) {
            return files.filter(file -> file.getFileName().toString().matches(".*pilot.*\\.zip"))
                    .toList();
        }
    }

    private int status() {
        return new Visitor(product)
                .signIn(officer)
                .get("/api/v1/" + officer.agency() + "/pilot/work")
                .statusCode();
    }

    private static Path release(String version, String script, String sql) {
        return Releases.write(Releases.withText(ModuleJar.read(Releases.pilot(version, "millis=0")), script, sql));
    }
}
