package vn.kientao.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Database.Dialect;

class TestDatabaseTest {
    private static final Path SCRIPTS = Path.of("src/test/resources");

    @RegisterExtension
    final TestDatabase h2 = TestDatabase.of(Dialect.H2).with("trial", SCRIPTS);

    @RegisterExtension
    final TestDatabase postgres = TestDatabase.of(Dialect.POSTGRESQL).with("trial", SCRIPTS);

    @Test
    void startsMigratedAndEmpty() {
        assertThat(words(h2.database())).isEmpty();
        assertThat(words(postgres.database())).isEmpty();
        add(h2.database());
        add(postgres.database());
    }

    @Test
    void startsMigratedAndEmptyAgain() {
        startsMigratedAndEmpty();
    }

    @Test
    void keepsItsContentOverARestart() {
        for (TestDatabase database : List.of(h2, postgres)) {
            add(database.database());
            database.restart();
            assertThat(words(database.database())).containsExactly("từ");
        }
    }

    @Test
    void lendsPlainConnectionsThatWriteInTurn() throws SQLException {
        for (TestDatabase database : List.of(h2, postgres)) {
            DataSource source = database.dataSource();
            try (Connection connection = source.getConnection();
                    PreparedStatement insert =
                            connection.prepareStatement("INSERT INTO trial.word (word) VALUES ('một')")) {
                insert.executeUpdate();
            }
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO trial.word (word) VALUES ('hai')")) {
                    insert.executeUpdate();
                }
                connection.rollback();
            }
            add(database.database());
            database.restart();

            assertThat(words(database.database())).containsExactly("một", "từ");
        }
    }

    private static void add(Database database) {
        database.write(handle -> handle.execute("INSERT INTO trial.word (word) VALUES ('từ')"));
    }

    private static List<String> words(Database database) {
        return database.read(handle -> handle.createQuery("SELECT word FROM trial.word ORDER BY word")
                .mapTo(String.class)
                .list());
    }
}
