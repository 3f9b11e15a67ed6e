package vn.kientao.platform.data;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Plain connections for libraries that bring SQL of their own, such as a scheduler. A connection waits for its turn to
 * write before its first statement that is not a plain {@code SELECT}, and gives the turn back, durably, with its
 * commit, rollback or close. Not for modules.
 */
@Component(service = DataSource.class, property = "kientao.writes=in-turn")
public final class TurnDataSource implements DataSource {
    private final Engine engine;
    /** Leaves a connection to whoever holds the turn already. */
    private final Semaphore connections;

    @Activate
    public TurnDataSource(@Reference EngineComponent component) {
        this(component.engine());
    }

    private TurnDataSource(Engine engine) {
        this.engine = engine;
        this.connections = new Semaphore(engine.plainConnections());
    }

    public static TurnDataSource of(Engine engine) {
        return new TurnDataSource(engine);
    }

    @Override
    public Connection getConnection() throws SQLException {
        connections.acquireUninterruptibly();
        boolean opened = false;
        try {
            Connection connection =
                    TurnConnection.of(engine.writers().getConnection(), engine.turns(), connections::release);
            opened = true;
            return connection;
        } finally {
            if (!opened) {
                connections.release();
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("user " + user + " (expected: getConnection() without user)");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("a log writer (expected: slf4j)");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("a login timeout of " + seconds + " s (expected: the pool's own)");
    }

    @Override
    public java.util.logging.Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("a parent logger (expected: slf4j)");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("no " + type.getName() + " inside");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
