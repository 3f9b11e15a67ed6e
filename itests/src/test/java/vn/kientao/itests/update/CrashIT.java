package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Postgres;
import vn.kientao.itests.product.Product;

/**
 * Promise 5, seen from outside: the process is killed in the middle of a rollout and of receipts. What was acknowledged
 * is there afterwards, and the module serves in one version or the other.
 */
@Tag("alone")
class CrashIT {
    private static final int KILLS = 3;
    private static final int OFFICERS = 8;

    @RegisterExtension
    static final Postgres postgres = new Postgres();

    @Test
    void aKilledProcessOnTheEmbeddedDatabaseComesBackWhole() throws Exception {
        survives(Options.demo("crash-h2").withProperty("kientao.safemode", "0"));
    }

    @Test
    @Tag("long")
    void aKilledProcessOnPostgresComesBackWhole() throws Exception {
        survives(postgres.applyTo(Options.demo("crash-postgres")).withProperty("kientao.safemode", "0"));
    }

    private static void survives(Options options) throws Exception {
        Random random = new Random(20261123);
        try (Product product = Product.unpack(options)) {
            product.start();
            DeskLoad desk = new DeskLoad(product, DemoAccounts.of(product).deskOfficer(), DeskCases.PROCEDURE);
            for (int kill = 1; kill <= KILLS; kill++) {
                Path jar = Releases.write(Releases.procedures("2.0." + kill));
                Load load = Load.start(OFFICERS, worker -> desk.receiving());
                Thread update = new Thread(() -> updateUntilCut(product, jar), "update");
                update.start();
                Thread.sleep(200 + random.nextInt(1_800));
                product.kill();
                load.stop();
                update.join();
                product.start();

                assertThat(new DeskCases(product).codes())
                        .doesNotHaveDuplicates()
                        .containsAll(desk.acknowledged());
                Await.until(
                        "the rollout to end",
                        Duration.ofSeconds(60),
                        () -> !product.console().run("rollout:list --json").contains("\"endedAt\":null"));
                assertThat(product.console().run("module:list")).contains("procedures");
            }
            System.out.printf(
                    "Killed %d times (%s): %d receipts acknowledged, none lost%n",
                    KILLS, options.name(), desk.acknowledged().size());
            assertThat(desk.acknowledged()).isNotEmpty();
        }
    }

    /** The console breaks off when the process dies: that is the point. */
    private static void updateUntilCut(Product product, Path jar) {
        try {
            product.console().run("module:update " + jar);
        } catch (UncheckedIOException cut) {
            Await.until("the killed process to be gone", Duration.ofSeconds(30), () -> !product.running());
        }
    }
}
