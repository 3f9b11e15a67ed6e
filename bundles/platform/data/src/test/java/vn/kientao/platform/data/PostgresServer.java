package vn.kientao.platform.data;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL server for the tests of this bundle, with a fresh database for whoever asks; its user is an ordinary one. */
final class PostgresServer {
    private static PostgresServer shared;

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static synchronized PostgresServer shared() {
        if (shared == null) {
            try {
                shared = new PostgresServer(EmbeddedPostgres.builder()
                        .setServerConfig("shared_buffers", "16MB")
                        .setServerConfig("max_connections", "60")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start());
                shared.execute("CREATE ROLE kientao LOGIN PASSWORD 'kientao'");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    DataSettings freshDatabase() {
        String name = "test" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name + " OWNER kientao");
        return new DataSettings(
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name, "kientao", "kientao", 4, 4);
    }

    private void execute(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
