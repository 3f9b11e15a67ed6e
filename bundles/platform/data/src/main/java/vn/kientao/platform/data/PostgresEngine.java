package vn.kientao.platform.data;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database.Dialect;
import vn.kientao.platform.api.data.DatabaseException;

/** A PostgreSQL server, which keeps what it acknowledges by itself. */
final class PostgresEngine implements Engine {
    private static final Logger log = LoggerFactory.getLogger(PostgresEngine.class);
    /** Any number that nobody else uses: one node at a time creates schemas. */
    private static final long SCHEMA_LOCK = 7_205_759_403_792L;

    private final WriteTurns turns = new FreeTurns();
    private final HikariDataSource readers;
    private final HikariDataSource writers;
    private final ReadWriteLock structure = new ReentrantReadWriteLock(true);

    private PostgresEngine(HikariDataSource readers, HikariDataSource writers) {
        this.readers = readers;
        this.writers = writers;
    }

    static PostgresEngine open(DataSettings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        source.setApplicationName("kientao");
        // Rows of a batch go in statements of many rows each, which costs half of what single ones do.
        source.setReWriteBatchedInserts(true);
        PostgresEngine engine = new PostgresEngine(
                Pools.of("readers", source, settings.readers(), true, AgencyWall.OPEN_TO_ALL),
                Pools.of("writers", source, settings.writers(), false, AgencyWall.OPEN_TO_ALL));
        log.info("Connected to {}", settings.url());
        return engine;
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public DataSource readers() {
        return readers;
    }

    @Override
    public DataSource writers() {
        return writers;
    }

    @Override
    public int plainConnections() {
        return writers.getMaximumPoolSize() - 1;
    }

    @Override
    public WriteTurns turns() {
        return turns;
    }

    @Override
    public void prepareSchema(String schema) {
        try (Connection connection = writers.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
            connection.commit();
        } catch (SQLException e) {
            throw new DatabaseException("cannot create schema " + schema + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void dropSchema(String schema) {
        try (Connection connection = writers.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        } catch (SQLException e) {
            throw new DatabaseException("cannot drop schema " + schema + ": " + e.getMessage(), e);
        }
    }

    @Override
    public ReadWriteLock structure() {
        return structure;
    }

    @Override
    public Optional<String> risk() {
        String off = Stream.of("fsync", "synchronous_commit", "full_page_writes")
                .filter(setting -> ask("SHOW " + setting).equals("off"))
                .collect(Collectors.joining(", "));
        List<String> risks = new ArrayList<>();
        if (!off.isEmpty()) {
            risks.add("PostgreSQL runs with " + off + " off: a power cut loses acknowledged writes");
        }
        if (ask("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
                .equals("t")) {
            risks.add(
                    "the database user is a superuser or bypasses row-level security: the second wall between agencies"
                            + " is down (expected: an ordinary user that owns the database)");
        }
        return risks.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", risks));
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    private String ask(String question) {
        try (Connection connection = readers.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new DatabaseException("cannot ask " + question + ": " + e.getMessage(), e);
        }
    }
}
