package vn.kientao.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.MigrationException;
import vn.kientao.platform.api.data.Migrations;

/** What {@link Migrations} promises, on whichever engine. */
abstract class MigrationsContract {
    private static final String ONE =
            "CREATE TABLE IF NOT EXISTS m.one (id BIGINT NOT NULL CONSTRAINT one_pk PRIMARY KEY);";
    private static final String TWO = "ALTER TABLE m.one ADD COLUMN word VARCHAR;";

    private Engine engine;
    private Migrations migrations;
    private Database database;

    abstract Engine open();

    @BeforeEach
    void start() {
        engine = open();
        migrations = FlywayMigrations.of(engine);
        database = JdbiDatabase.of(engine);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void runsWhatIsPendingAndOnlyThat() {
        Scripts first = Scripts.expand("V001__one.sql", ONE);
        assertThat(migrations.pendingExpand("m", first)).containsExactly("V001__one.sql");
        assertThat(migrations.expand("m", first)).containsExactly("V001__one.sql");
        assertThat(migrations.expand("m", first)).isEmpty();

        Scripts second = Scripts.expand("V001__one.sql", ONE).andExpand("V002__two.sql", TWO);
        assertThat(migrations.pendingExpand("m", second)).containsExactly("V002__two.sql");
        assertThat(migrations.expand("m", second)).containsExactly("V002__two.sql");
        assertThat(migrations.pendingExpand("m", second)).isEmpty();
    }

    @Test
    void remembersOverARestart() {
        Scripts scripts = Scripts.expand("V001__one.sql", ONE);
        migrations.expand("m", scripts);
        engine.close();
        start();

        assertThat(migrations.expand("m", scripts)).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void keepsExpandAndContractApart() {
        Scripts scripts = Scripts.expand("V001__one.sql", ONE)
                .andExpand("V002__two.sql", TWO)
                .andContract("V001__drop_word.sql", "ALTER TABLE m.one DROP COLUMN word;");
        migrations.expand("m", scripts);

        assertThat(migrations.contractPending("m", scripts)).isTrue();
        assertThat(migrations.contract("m", scripts)).containsExactly("V001__drop_word.sql");
        assertThat(migrations.contractPending("m", scripts)).isFalse();
        assertThat(migrations.expand("m", scripts)).isEmpty();
    }

    @Test
    void leavesWhatANewerReleaseAddedAlone() {
        Scripts newer = Scripts.expand("V001__one.sql", ONE).andExpand("V002__two.sql", TWO);
        migrations.expand("m", newer);

        assertThat(migrations.expand("m", Scripts.expand("V001__one.sql", ONE))).isEmpty();
    }

    @Test
    void namesTheScriptThatFailedAndGoesOnWhenItIsRepaired() {
        Scripts broken =
                Scripts.expand("V001__one.sql", ONE).andExpand("V002__broken.sql", "CREATE TABLE m.two (id NONSENSE);");

        assertThatThrownBy(() -> migrations.expand("m", broken))
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.script()).isEqualTo("V002__broken.sql"))
                .hasMessageContaining("V002__broken.sql");
        assertThat(migrations.pendingExpand("m", broken)).containsExactly("V002__broken.sql");

        Scripts repaired = Scripts.expand("V001__one.sql", ONE).andExpand("V002__broken.sql", TWO);
        assertThat(migrations.expand("m", repaired)).containsExactly("V002__broken.sql");
        assertThat(rows()).isZero();
    }

    @Test
    void refusesAScriptThatWasEditedAfterItRan() {
        migrations.expand("m", Scripts.expand("V001__one.sql", ONE));
        Scripts edited = Scripts.expand("V001__one.sql", ONE + "\nSELECT 1;").andExpand("V002__two.sql", TWO);

        assertThatThrownBy(() -> migrations.expand("m", edited)).isInstanceOf(MigrationException.class);
    }

    @Test
    void refusesNamesThatAreNoSchema() {
        assertThatThrownBy(() -> migrations.expand("m; DROP SCHEMA m", Scripts.expand("V001__one.sql", ONE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNothingWithoutScripts() {
        assertThat(migrations.expand("m", folder -> List.of())).isEmpty();
        assertThat(migrations.contractPending("m", folder -> List.of())).isFalse();
    }

    private long rows() {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM m.one")
                .mapTo(Long.class)
                .one());
    }
}
