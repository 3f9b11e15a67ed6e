package vn.kientao.itests.product;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A real PostgreSQL for the whole run, with a new empty database for whoever asks. */
public final class Postgres implements BeforeAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(Postgres.class);
    private static final AtomicInteger count = new AtomicInteger();

    private @Nullable Server server;

    @Override
    public void beforeAll(ExtensionContext context) {
        server = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Server.class, type -> new Server(), Server.class);
    }

    /** Lets {@code options} use a database of its own. */
    public Options applyTo(Options options) {
        return options.onPostgres(newDatabase(), "kientao", "kientao");
    }

    /**
     * Creates an empty database and returns its JDBC address. It belongs to {@code kientao}, an ordinary user whose
     * password is the same word; {@code postgres}, with its own, is the one who may do everything.
     */
    public String newDatabase() {
        Server running = server;
        if (running == null) {
            throw new IllegalStateException("No test of this class has begun");
        }
        return running.newDatabase();
    }

    /** Started with the first test that needs it, closed by JUnit when the run is over. */
    private static final class Server implements AutoCloseable {

        private final EmbeddedPostgres postgres;

        Server() {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("max_connections", "200")
                        .start();
                execute("CREATE ROLE kientao LOGIN PASSWORD 'kientao'");
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL could not be started", e);
            }
        }

        String newDatabase() {
            String name = "kientao_" + count.incrementAndGet();
            execute("CREATE DATABASE " + name + " OWNER kientao");
            return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
        }

        private void execute(String sql) {
            try (Connection connection = DriverManager.getConnection(
                            postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }
}
