package vn.kientao.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.platform.kernel.TestPlatform.ADMIN;
import static vn.kientao.platform.kernel.TestPlatform.SAMPLE;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.Router.Lease;
import vn.kientao.platform.api.module.Router.Routing;
import vn.kientao.platform.api.module.Served;
import vn.kientao.platform.testing.OnEachDatabase;

/** A release that keeps running into time-outs is taken out of service, on a real framework and each database. */
@OnEachDatabase("kernel")
class QuarantineTest {
    @TempDir
    Path folder;

    private final Database database;
    private final Migrations migrations;
    private TestPlatform platform;

    QuarantineTest(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    @BeforeEach
    void start() {
        platform = new TestPlatform(folder, database, migrations);
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));
        runIntoTimeOuts();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private void runIntoTimeOuts() {
        // The guard counts from the first time it sees a release, so they come until it has seen enough of them.
        TestPlatform.eventually(() -> {
            if (!(route() instanceof Routing.Serving serving)) {
                return true;
            }
            try (Lease lease = serving.lease()) {
                lease.timedOut();
                lease.served(new Served("stp", "GET /", 503, 30_000_000_000L, 0, 0));
            }
            return false;
        });
    }

    private Routing route() {
        return platform.parts().router().route(SAMPLE, "stp");
    }

    @Test
    void isNotAskedAnyMoreAndSaysWhy() {
        assertThat(route()).isInstanceOfSatisfying(Routing.Quarantined.class, held -> {
            assertThat(held.name().vi()).isEqualTo("Phân hệ mẫu");
            assertThat(held.reason().en()).contains("Version 1.0.0 is too slow");
        });
        assertThat(platform.parts().modules().find(SAMPLE).orElseThrow().problem())
                .hasValueSatisfying(problem -> assertThat(problem.en()).contains("too slow"));
        assertThat(platform.parts().modules().missing())
                .as("the node is ready without it")
                .isEmpty();
        TestPlatform.eventually(() -> platform.audit.actions().contains("kernel.quarantine"));
    }

    @Test
    void staysOutAfterARestartAndIsNotEvenStarted() {
        TestPlatform.eventually(() -> platform.audit.actions().contains("kernel.quarantine"));
        platform.close();
        platform = new TestPlatform(folder, database, migrations);

        assertThat(route()).isInstanceOf(Routing.Quarantined.class);
        TestPlatform.eventually(() -> platform.moduleBundles().isEmpty());
        assertThat(platform.parts().quarantines().all())
                .singleElement()
                .satisfies(held -> assertThat(held.version()).isEqualTo(new Version("1.0.0")));
    }

    @Test
    void servesAgainWhenAPersonLiftsIt() {
        TestPlatform.eventually(() -> platform.audit.actions().contains("kernel.quarantine"));
        platform.close();
        platform = new TestPlatform(folder, database, migrations);

        platform.parts().quarantines().lift(SAMPLE, ADMIN);

        TestPlatform.eventually(() -> platform.ask("stp").equals("1.0.0"));
        assertThat(platform.parts().modules().find(SAMPLE).orElseThrow().problem())
                .isEmpty();
        assertThat(platform.audit.actions()).contains("kernel.quarantine-lift");
        assertThatThrownBy(() -> platform.parts().quarantines().lift(SAMPLE, ADMIN))
                .isInstanceOf(ReleaseRefusedException.class);
    }

    @Test
    void anotherVersionServesAtOnceAndEndsIt() {
        platform.rollOut(ModuleJar.greeting("sample", "1.0.1"));

        assertThat(platform.ask("stp")).isEqualTo("1.0.1");
        TestPlatform.eventually(() -> platform.parts().quarantines().all().isEmpty());
    }
}
