package vn.kientao.platform.data;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The embedded database's administrator: the one connection that may run checkpoints and make users and schemas. Used
 * under the write lock only. Everybody else signs in with fewer rights, because an administrator of H2 can run Java.
 */
final class H2Admin implements AutoCloseable {
    static final String WRITER = "kientao_writer";
    static final String READER = "kientao_reader";

    private final Connection connection;
    private final DurableMark mark;

    private H2Admin(Connection connection, DurableMark mark) {
        this.connection = connection;
        this.mark = mark;
    }

    static H2Admin open(H2Files files) throws SQLException, IOException {
        files.createFolder();
        String secret = AdminSecret.readOrCreate(files.secret(), files.database());
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(files.adminUrl());
        source.setUser("kientao_admin");
        source.setPassword(secret);
        Connection connection = source.getConnection();
        try {
            return new H2Admin(connection, DurableMark.open(connection, files.mark()));
        } catch (SQLException | IOException | RuntimeException e) {
            closeAfter(e, connection);
            throw e;
        }
    }

    /** Makes the user or gives it this password; the password lives as long as the process. */
    void user(String name, String password) throws SQLException {
        execute("CREATE USER IF NOT EXISTS " + name + " PASSWORD '" + password + "'");
        execute("ALTER USER " + name + " SET PASSWORD '" + password + "'");
    }

    void schema(String name) throws SQLException {
        execute("CREATE SCHEMA IF NOT EXISTS " + name + " AUTHORIZATION " + WRITER);
        execute("GRANT SELECT ON SCHEMA " + name + " TO " + READER);
    }

    void dropSchema(String name) throws SQLException {
        execute("DROP SCHEMA IF EXISTS " + name + " CASCADE");
    }

    /** Writes everything committed to the file and forces it to the disk. */
    void checkpoint() throws SQLException, IOException {
        mark.advance();
        execute("CHECKPOINT SYNC");
        mark.reached();
    }

    /** Closes the connection, which closes the database when it is the last one, and the mark. */
    @Override
    public void close() throws SQLException, IOException {
        try (mark) {
            connection.close();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void closeAfter(Exception failure, Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
