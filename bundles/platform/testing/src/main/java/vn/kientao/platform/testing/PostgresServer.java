package vn.kientao.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.data.DataSettings;

/** One real PostgreSQL server a JVM, whose databases belong to an ordinary user, stopped at its end. Nothing in it outlives the tests, so it need not sync. */
final class PostgresServer {
    private static @Nullable PostgresServer shared;

    private final EmbeddedPostgres postgres;

    private PostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static synchronized PostgresServer shared() {
        PostgresServer server = shared;
        if (server == null) {
            try {
                server = new PostgresServer(EmbeddedPostgres.builder()
                        .setServerConfig("shared_buffers", "16MB")
                        .setServerConfig("max_connections", "80")
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot start PostgreSQL for tests", e);
            }
            server.execute("CREATE ROLE kientao LOGIN PASSWORD 'kientao'");
            shared = server;
        }
        return server;
    }

    DataSettings empty(String name) {
        execute("CREATE DATABASE " + name + " OWNER kientao");
        return settings(name);
    }

    DataSettings copy(DataSettings template, String name) {
        execute("CREATE DATABASE " + name + " OWNER kientao TEMPLATE " + name(template) + " STRATEGY FILE_COPY");
        return settings(name);
    }

    void remove(DataSettings database) {
        execute("DROP DATABASE " + name(database) + " WITH (FORCE)");
    }

    private static String name(DataSettings settings) {
        return settings.url().substring(settings.url().lastIndexOf('/') + 1);
    }

    private DataSettings settings(String name) {
        return new DataSettings(
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name, "kientao", "kientao", 4, 4);
    }

    private void execute(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }
}
