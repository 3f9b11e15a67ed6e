package vn.kientao.platform.data.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.Lock;
import vn.kientao.platform.api.data.Database.Dialect;
import vn.kientao.platform.data.Engine;

/**
 * The database as it stood at one moment, for as long as this is open. Nobody waits for it but migrations: writers go on
 * writing and readers reading.
 */
final class Snapshot implements AutoCloseable {
    /** H2's number for it; JDBC has none. */
    private static final int H2_SNAPSHOT = 6;

    /** A row may carry 256 KiB. */
    private static final int ROWS_AT_ONCE = 50;

    private final Dialect dialect;
    private final Lock structure;
    private final Connection connection;

    private Snapshot(Dialect dialect, Lock structure, Connection connection) {
        this.dialect = dialect;
        this.structure = structure;
        this.connection = connection;
    }

    static Snapshot of(Engine engine) throws SQLException {
        Lock structure = engine.structure().readLock();
        structure.lock();
        boolean opened = false;
        try {
            Snapshot snapshot =
                    new Snapshot(engine.dialect(), structure, engine.readers().getConnection());
            opened = snapshot.begin();
            return snapshot;
        } finally {
            if (!opened) {
                structure.unlock();
            }
        }
    }

    /** The first statement fixes the moment. */
    private boolean begin() throws SQLException {
        boolean begun = false;
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(h2() ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT 1")) {
                row.next();
            }
            begun = true;
            return true;
        } finally {
            if (!begun) {
                connection.close();
            }
        }
    }

    Connection connection() {
        return connection;
    }

    Catalogue catalogue() {
        return new Catalogue(connection);
    }

    Counters counters() {
        return new Counters(connection, dialect);
    }

    /** Keeps other nodes from changing the tables; on the embedded database there are none. */
    void hold(String schema, List<String> tables) throws SQLException {
        if (h2()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute("LOCK TABLE " + Names.quoted(schema, table) + " IN ACCESS SHARE MODE");
            }
        }
    }

    /** Receives a row at which a result stands. */
    @FunctionalInterface
    interface Rows<E extends Exception> {
        void at(ResultSet row) throws SQLException, E;
    }

    /** Hands over every row of a query without keeping them; answers how many there were. */
    <E extends Exception> long each(String query, Rows<E> rows) throws SQLException, E {
        lazily(true);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            long count = 0;
            try (ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    rows.at(row);
                    count++;
                }
            }
            return count;
        } finally {
            lazily(false);
        }
    }

    /** H2 would otherwise collect the whole answer first. */
    private void lazily(boolean lazy) throws SQLException {
        if (h2()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LAZY_QUERY_EXECUTION " + (lazy ? 1 : 0));
            }
        }
    }

    private boolean h2() {
        return dialect == Dialect.H2;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        } finally {
            structure.unlock();
        }
    }
}
