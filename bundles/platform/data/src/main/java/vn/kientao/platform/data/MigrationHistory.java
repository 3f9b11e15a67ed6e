package vn.kientao.platform.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.data.MigrationScripts.Script;

/** Looks at Flyway's history table without Flyway: at most starts nothing is pending, and this answer takes a millisecond. */
final class MigrationHistory {
    private final DataSource connections;
    private final String schema;
    private final String table;

    MigrationHistory(DataSource connections, String schema, String table) {
        this.connections = connections;
        this.schema = schema;
        this.table = table;
    }

    /** The scripts that have not run, in their order. */
    List<String> pending(List<Script> scripts) {
        if (scripts.isEmpty()) {
            return List.of();
        }
        Set<String> ran = ran();
        return scripts.stream()
                .map(Script::name)
                .filter(name -> !ran.contains(name))
                .toList();
    }

    /** A script that failed is tried again from its beginning; what it did before is the script's own business. */
    void forgetFailures() {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            if (exists(connection)) {
                statement.executeUpdate("DELETE FROM " + schema + "." + table + " WHERE success = FALSE");
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The scripts that have run. */
    Set<String> ran() {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            Set<String> scripts = new HashSet<>();
            if (exists(connection)) {
                try (ResultSet rows = statement.executeQuery(
                        "SELECT script FROM " + schema + "." + table + " WHERE success = TRUE")) {
                    while (rows.next()) {
                        scripts.add(rows.getString(1));
                    }
                }
            }
            return scripts;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private boolean exists(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, schema, table, null)) {
            return tables.next();
        }
    }

    private DatabaseException unreadable(SQLException e) {
        return new DatabaseException("cannot read the history " + schema + "." + table + ": " + e.getMessage(), e);
    }
}
