package vn.kientao.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.platform.kernel.TestPlatform.ADMIN;
import static vn.kientao.platform.kernel.TestPlatform.SAMPLE;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.Plan.Changes;
import vn.kientao.platform.api.module.Publication;
import vn.kientao.platform.api.module.Publication.Audience;
import vn.kientao.platform.api.module.ReleaseHistory;
import vn.kientao.platform.api.module.ReleaseHistory.Way;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.testing.OnEachDatabase;

/** What a change would do, and that it is done only as long as that is true. */
@OnEachDatabase("kernel")
class PlanTest {
    private static final String CHANGELOG = """
            # Nhật ký thay đổi
            ## [1.2.0] - 2026-11-01
            ### Không tương thích
            - Bỏ mẫu in cũ.
            ### Mới
            - In hàng loạt.
            ## 1.1.0
            - Sửa lỗi tìm kiếm.
            ## 1.0.0
            - Bản đầu tiên.
            """;

    @TempDir
    Path folder;

    private final Database database;
    private final Migrations migrations;
    private TestPlatform platform;

    PlanTest(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    @BeforeEach
    void start() {
        platform = new TestPlatform(folder, database, migrations);
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void aPlanTellsWhatWouldChangeAndChangesNothing() {
        platform.parts().control().disable(SAMPLE, "snv", ADMIN);

        Plan plan = plan();

        assertThat(plan.kind()).isEqualTo(Kind.UPDATE);
        assertThat(plan.from()).contains(new Version("1.0.0"));
        assertThat(plan.expand()).containsExactly("V001__more.sql");
        assertThat(plan.refreshed()).isEmpty();
        assertThat(plan.agencies()).containsExactly("stp");
        assertThat(plan.permissionsAdded()).containsExactly(new Permission("sample.print"));
        assertThat(plan.permissionsRemoved()).containsExactly(new Permission("sample.read"));
        assertThat(plan.changes())
                .extracting(Changes::version)
                .containsExactly(new Version("1.2.0"), new Version("1.1.0"));
        assertThat(plan.changes().get(0).breaking()).containsExactly("Bỏ mẫu in cũ.");
        assertThat(plan.changes().get(0).date()).contains("2026-11-01");
        assertThat(plan.freeBytes()).isPositive();
        assertThat(plan.current()).isTrue();
        assertThat(plan.refusal()).isEmpty();
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
        assertThat(platform.moduleBundles()).hasSize(1);
        assertThat(platform.parts().modules().rollouts(10)).hasSize(1);
    }

    @Test
    void aPlanIsAppliedOnce() {
        long plan = plan().id();

        long rollout = platform.parts().control().apply(plan, Strategy.atOnce(), ADMIN);

        assertThat(platform.await(rollout).step()).isEqualTo(Step.DONE);
        assertThat(platform.ask("stp")).isEqualTo("1.2.0");
        assertThatThrownBy(() -> platform.parts().control().apply(plan, Strategy.atOnce(), ADMIN))
                .hasMessageContaining("no longer right");
    }

    @Test
    void aPlanThatTheWorldHasOvertakenIsRefused() {
        Plan plan = plan();
        platform.rollOut(ModuleJar.greeting("sample", "1.1.0"));

        assertThatThrownBy(() -> platform.parts().control().apply(plan.id(), Strategy.atOnce(), ADMIN))
                .hasMessageContaining("no longer right");
        assertThat(platform.ask("stp")).isEqualTo("1.1.0");
    }

    @Test
    void theWayBackCanBePlannedToo() {
        platform.rollOut(ModuleJar.greeting("sample", "1.1.0"));
        platform.rollOut(ModuleJar.greeting("sample", "1.2.0"));

        Plan plan = platform.parts().control().planReturn(SAMPLE, new Version("1.0.0"), ADMIN);
        assertThat(plan.kind()).isEqualTo(Kind.ROLLBACK);
        platform.await(platform.parts().control().apply(plan.id(), Strategy.atOnce(), ADMIN));

        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
        assertThat(platform.parts().modules().history(SAMPLE))
                .extracting(ReleaseHistory::way)
                .containsExactly(Way.RETURNABLE, Way.RETURNABLE, Way.LIVE);
        assertThatThrownBy(() -> platform.parts().control().rollBackTo(SAMPLE, new Version("1.9.0"), ADMIN))
                .hasMessageContaining("never served");
    }

    @Test
    void anUninstalledModuleIsGoneUntilItIsInstalledAgain() {
        long id = platform.parts().control().uninstall(SAMPLE, ADMIN);
        assertThat(platform.await(id).step()).isEqualTo(Step.DONE);

        assertThat(platform.ask("stp")).isEqualTo("unknown");
        assertThat(platform.moduleBundles()).isEmpty();
        assertThat(platform.parts().modules().find(SAMPLE)).isEmpty();
        platform.close();
        platform = new TestPlatform(folder, database, migrations);
        assertThat(platform.ask("stp")).isEqualTo("unknown");

        assertThat(platform.rollOut(ModuleJar.greeting("sample", "1.0.0")).step())
                .isEqualTo(Step.DONE);
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
    }

    @Test
    void dataIsThrownAwayOnlyWhenTheIdIsTypedAndTheModuleIsUninstalled() {
        assertThatThrownBy(() -> platform.parts().control().purge(SAMPLE, "sampel", ADMIN))
                .hasMessageContaining("sampel");
        assertThatThrownBy(() -> platform.parts().control().purge(SAMPLE, "sample", ADMIN))
                .hasMessageContaining("Uninstall it");
        platform.await(platform.parts().control().uninstall(SAMPLE, ADMIN));

        long id = platform.parts().control().purge(SAMPLE, "sample", ADMIN);

        assertThat(platform.await(id).step()).isEqualTo(Step.FAILED);
        assertThat(platform.await(id).reason().orElseThrow().en()).contains("cannot be exported");
    }

    @Test
    void theCatalogueOffersAModuleToWhomItWasPublished() {
        assertThat(platform.parts().modules().publication(SAMPLE).offeredTo("stp"))
                .isFalse();

        platform.parts().control().publish(SAMPLE, new Publication(Audience.SOME, Set.of("stp")), ADMIN);

        assertThat(platform.parts().modules().publication(SAMPLE).offeredTo("stp"))
                .isTrue();
        assertThat(platform.parts().modules().publication(SAMPLE).offeredTo("snv"))
                .isFalse();
        assertThatThrownBy(() -> platform.parts()
                        .control()
                        .publish(SAMPLE, new Publication(Audience.SOME, Set.of("nowhere")), ADMIN))
                .hasMessageContaining("nowhere");
    }

    private Plan plan() {
        ModuleJar jar = ModuleJar.greeting("sample", "1.2.0")
                .header("Kientao-Permissions", "sample.print")
                .text("META-INF/CHANGELOG.md", CHANGELOG)
                .text("db/expand/V001__more.sql", "CREATE TABLE sample.more (id INTEGER NOT NULL);");
        return platform.parts().control().plan(jar.stream(), ADMIN);
    }
}
