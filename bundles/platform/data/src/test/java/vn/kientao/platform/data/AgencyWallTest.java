package vn.kientao.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Circumstances;

/** On a real PostgreSQL, with every check in Java taken out: the statements ask for all rows there are. */
class AgencyWallTest {
    private static final String TABLES = """
            CREATE TABLE wall.paper (
                id BIGINT NOT NULL PRIMARY KEY,
                agency VARCHAR(20) NOT NULL,
                words VARCHAR NOT NULL
            );
            CREATE TABLE wall.page (
                paper_id BIGINT NOT NULL REFERENCES wall.paper (id),
                words VARCHAR NOT NULL
            );
            -- agency-wall: wall.paper by agency
            -- agency-wall: wall.page by paper_id of wall.paper
            """;

    private final DataSettings settings = PostgresServer.shared().freshDatabase();
    private final Engine engine = Engine.open(settings);
    private final Database database = JdbiDatabase.of(engine);

    @BeforeEach
    void twoAgenciesHavePapers() {
        fill(engine);
    }

    /** Two agencies, A and B, with two papers each behind the wall. */
    static void fill(Engine engine) {
        FlywayMigrations.of(engine).expand("wall", Scripts.expand("V001__papers.sql", TABLES));
        JdbiDatabase.of(engine).write(handle -> {
            for (int id = 1; id <= 4; id++) {
                handle.execute("INSERT INTO wall.paper VALUES (?, ?, 'x')", id, id % 2 == 0 ? "B" : "A");
                handle.execute("INSERT INTO wall.page VALUES (?, 'x')", id);
            }
            return handle;
        });
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aTransactionOfAnAgencySeesThatAgencysRowsOnly() {
        assertThat(within("A", () -> database.read(AgencyWallTest::papers))).containsExactly(1L, 3L);
        assertThat(within("A", () -> database.read(AgencyWallTest::pages))).containsExactly(1L, 3L);
        assertThat(within("B", () -> database.write(AgencyWallTest::papers))).containsExactly(2L, 4L);
        assertThat(within("C", () -> database.read(AgencyWallTest::papers))).isEmpty();
    }

    @Test
    void theNextTransactionOnTheSameConnectionStartsAnew() {
        for (int turn = 0; turn < 20; turn++) {
            within("A", () -> database.read(AgencyWallTest::papers));
            assertThat(database.read(AgencyWallTest::papers)).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void rowsOfOthersAreNeitherChangedNorThrownAwayNorMade() {
        int changed = within("A", () -> database.write(handle -> handle.execute("UPDATE wall.paper SET words = 'y'")));
        int gone = within("A", () -> database.write(handle -> handle.execute("DELETE FROM wall.page")));
        assertThat(List.of(changed, gone)).containsExactly(2, 2);
        assertThatThrownBy(() -> within(
                        "A",
                        () -> database.write(
                                handle -> handle.execute("INSERT INTO wall.paper VALUES (9, 'B', 'smuggled')"))))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> within(
                        "A",
                        () -> database.write(
                                handle -> handle.execute("UPDATE wall.paper SET agency = 'B' WHERE id = 1"))))
                .isInstanceOf(DatabaseException.class);
        assertThatThrownBy(() -> within(
                        "A",
                        () -> database.write(handle -> handle.execute("INSERT INTO wall.page VALUES (2, 'smuggled')"))))
                .isInstanceOf(DatabaseException.class);
    }

    @Test
    void workForTheWholeProvinceSeesAllRows() {
        Actor chairman = new Actor("7", "Chairman", Set.of("procedures.read"), Map.of());
        assertThat(within(chairman, "A", () -> database.read(AgencyWallTest::papers)))
                .hasSize(4);
        assertThat(database.read(AgencyWallTest::papers)).hasSize(4);
        assertThat(within(Actor.system("job"), "A", () -> database.read(AgencyWallTest::papers)))
                .as("a job of one agency")
                .hasSize(2);
    }

    @Test
    void aConnectionThatSaysNothingOfItselfSeesNothing() throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM wall.paper")) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
    }

    @Test
    void aLineThatNamesNoTableIsRefused() {
        assertThatThrownBy(() -> AgencyWall.built("V1.sql", "-- agency-wall: paper", engine.dialect()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("V1.sql")
                .hasMessageContaining("expected: -- agency-wall: schema.table by column");
    }

    static List<Long> papers(Handle handle) {
        return handle.createQuery("SELECT id FROM wall.paper ORDER BY id")
                .mapTo(Long.class)
                .list();
    }

    private static List<Long> pages(Handle handle) {
        return handle.createQuery("SELECT paper_id FROM wall.page ORDER BY paper_id")
                .mapTo(Long.class)
                .list();
    }

    static <T> T within(String agency, Supplier<T> work) {
        return within(new Actor("1", "Officer", Set.of(), Map.of(agency, Set.of("wall.read"))), agency, work);
    }

    private static <T> T within(Actor actor, String agency, Supplier<T> work) {
        try (Circumstances.Scope inside =
                new Circumstances(actor, "request", "", Optional.of(agency), Optional.empty()).enter()) {
            return work.get();
        }
    }
}
