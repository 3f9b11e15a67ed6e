package vn.kientao.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.data.DatabaseException;

class H2EngineTest {
    @TempDir
    Path folder;

    private DataSettings settings;
    private H2Files files;

    @BeforeEach
    void name() {
        settings = Settings.h2(folder);
        files = H2Files.of(settings.url());
    }

    @Test
    void keepsTheSecretToItsOwner() throws IOException {
        Engine.open(settings).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.secret())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(files.secret()).strip()).hasSize(48);
    }

    @Test
    void refusesADatabaseWithoutItsSecret() throws IOException {
        Engine.open(settings).close();
        Files.delete(files.secret());

        assertThatThrownBy(() -> Engine.open(settings))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("secret");
    }

    @Test
    void refusesADatabaseThatHasFallenBack() throws IOException {
        write("một");
        Path older = folder.resolve("older.mv.db");
        Files.copy(files.database(), older);
        write("hai");
        Files.copy(older, files.database(), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> Engine.open(settings))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("fallen back")
                .hasMessageContaining(files.mark().toString());
    }

    @Test
    void acceptsTheLossWhenTheMarkIsDeleted() throws IOException {
        write("một");
        Path older = folder.resolve("older.mv.db");
        Files.copy(files.database(), older);
        write("hai");
        Files.copy(older, files.database(), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(files.mark());

        assertThat(words()).containsExactly("một");
    }

    @Test
    void refusesADamagedMark() throws IOException {
        write("một");
        Files.writeString(files.mark(), "xyz");

        assertThatThrownBy(() -> Engine.open(settings))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("damaged");
        Files.delete(files.mark());
        assertThat(words()).containsExactly("một");
    }

    @Test
    void opensOnceOnly() {
        try (Engine engine = Engine.open(settings)) {
            assertThat(engine.dialect()).isNotNull();
            assertThatThrownBy(() -> Engine.open(settings)).isInstanceOf(DatabaseException.class);
        }
    }

    @Test
    void letsNobodyRunJava() {
        try (Engine engine = Engine.open(settings)) {
            FlywayMigrations.of(engine).expand("t", scripts());
            JdbiDatabase database = JdbiDatabase.of(engine);

            for (String sql : List.of(
                    "CREATE ALIAS t.leak FOR 'java.lang.System.getProperty'",
                    "CREATE USER other PASSWORD 'x' ADMIN",
                    "CREATE SCHEMA other",
                    "SCRIPT TO '" + folder.resolve("leak.sql") + "'",
                    "SELECT FILE_READ('/etc/hostname')",
                    "SET WRITE_DELAY 500",
                    "SHUTDOWN COMPACT")) {
                assertThatThrownBy(() -> database.write(handle -> handle.execute(sql)))
                        .as(sql)
                        .isInstanceOf(DatabaseException.class);
            }
        }
    }

    private void write(String word) {
        try (Engine engine = Engine.open(settings)) {
            FlywayMigrations.of(engine).expand("t", scripts());
            JdbiDatabase.of(engine).write(handle -> handle.execute("INSERT INTO t.word (word) VALUES (?)", word));
        }
    }

    private List<String> words() {
        try (Engine engine = Engine.open(settings)) {
            return JdbiDatabase.of(engine)
                    .read(handle -> handle.createQuery("SELECT word FROM t.word ORDER BY word")
                            .mapTo(String.class)
                            .list());
        }
    }

    private static Scripts scripts() {
        return Scripts.expand("V001__words.sql", "CREATE TABLE t.word (word VARCHAR NOT NULL);");
    }
}
