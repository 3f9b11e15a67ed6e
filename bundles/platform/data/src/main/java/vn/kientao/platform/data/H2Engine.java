package vn.kientao.platform.data;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database.Dialect;
import vn.kientao.platform.api.data.DatabaseException;

/** The embedded database, opened by this process alone, with the discipline that makes its commits last. */
final class H2Engine implements Engine {
    private static final Logger log = LoggerFactory.getLogger(H2Engine.class);

    private final H2Admin admin;
    private final Committer committer;
    private final WriteTurns turns;
    private final HikariDataSource readers;
    private final HikariDataSource writers;
    private final ReadWriteLock structure = new ReentrantReadWriteLock(true);

    private H2Engine(H2Files files, DataSettings settings, H2Admin admin) throws SQLException, IOException {
        this.admin = admin;
        String readerPassword = AdminSecret.random();
        String writerPassword = AdminSecret.random();
        admin.user(H2Admin.READER, readerPassword);
        admin.user(H2Admin.WRITER, writerPassword);
        admin.checkpoint();
        ReentrantLock lock = new ReentrantLock();
        this.committer = new Committer(lock, admin::checkpoint);
        this.turns = new DurableTurns(lock, committer);
        this.readers = Pools.of("readers", source(files, H2Admin.READER, readerPassword), settings.readers(), true);
        this.writers = Pools.of("writers", source(files, H2Admin.WRITER, writerPassword), settings.writers(), false);
        committer.start();
    }

    static H2Engine open(DataSettings settings) {
        H2Files files = H2Files.of(settings.url());
        try {
            H2Engine engine = begin(files, settings, H2Admin.open(files));
            log.info("Opened the embedded database {}", files.database());
            return engine;
        } catch (SQLException | IOException e) {
            throw new DatabaseException(
                    "cannot open the embedded database " + files.database() + ": " + e.getMessage(), e);
        }
    }

    private static H2Engine begin(H2Files files, DataSettings settings, H2Admin admin)
            throws SQLException, IOException {
        try {
            return new H2Engine(files, settings, admin);
        } catch (SQLException | IOException | RuntimeException e) {
            admin.close();
            throw e;
        }
    }

    @Override
    public Dialect dialect() {
        return Dialect.H2;
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
        try {
            admin.schema(schema);
        } catch (SQLException e) {
            throw new DatabaseException("cannot create schema " + schema + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void dropSchema(String schema) {
        try {
            admin.dropSchema(schema);
        } catch (SQLException e) {
            throw new DatabaseException("cannot drop schema " + schema + ": " + e.getMessage(), e);
        }
    }

    @Override
    public ReadWriteLock structure() {
        return structure;
    }

    @Override
    public void close() {
        committer.close();
        readers.close();
        writers.close();
        try {
            admin.close();
            log.info("Closed the embedded database");
        } catch (SQLException | IOException e) {
            log.error("The embedded database did not close cleanly; what was acknowledged is on the disk", e);
        }
    }

    private static DataSource source(H2Files files, String user, String password) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(files.userUrl());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
