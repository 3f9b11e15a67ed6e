package vn.kientao.platform.data.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.kientao.platform.data.MigrationKind;
import vn.kientao.platform.data.backup.Manifest.Column;

/** What a database holds, asked over one connection. */
final class Catalogue {
    private static final String[] TABLES = {"TABLE", "BASE TABLE", "PARTITIONED TABLE"};

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    /** The schemas that migrations made, sorted: those with a history. Others are none of ours. */
    List<String> schemas() throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        for (MigrationKind kind : MigrationKind.values()) {
            try (ResultSet tables = metaData().getTables(null, null, escaped(kind.history()), TABLES)) {
                while (tables.next()) {
                    names.add(tables.getString("TABLE_SCHEM"));
                }
            }
        }
        return List.copyOf(names);
    }

    /** Whether there is a schema of this name, with or without a history. */
    boolean schemaExists(String schema) throws SQLException {
        try (ResultSet schemas = metaData().getSchemas(null, escaped(schema))) {
            return schemas.next();
        }
    }

    boolean tableExists(String schema, String table) throws SQLException {
        try (ResultSet tables = metaData().getTables(null, escaped(schema), escaped(table), TABLES)) {
            return tables.next();
        }
    }

    /** The tables of a schema, sorted, without the histories. */
    List<String> tables(String schema) throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        try (ResultSet tables = metaData().getTables(null, escaped(schema), "%", TABLES)) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        for (MigrationKind kind : MigrationKind.values()) {
            names.remove(kind.history());
        }
        return List.copyOf(names);
    }

    /** The columns of a table that are written, in their order; computed ones are not. */
    List<Column> columns(String schema, String table) throws SQLException {
        Map<Integer, Column> columns = new LinkedHashMap<>();
        try (ResultSet found = metaData().getColumns(null, escaped(schema), escaped(table), "%")) {
            while (found.next()) {
                String name = found.getString("COLUMN_NAME");
                if (!"YES".equals(found.getString("IS_GENERATEDCOLUMN"))
                        || "YES".equals(found.getString("IS_AUTOINCREMENT"))) {
                    Kind kind = Kind.of(
                            found.getInt("DATA_TYPE"), found.getString("TYPE_NAME"), schema + "." + table + "." + name);
                    columns.put(found.getInt("ORDINAL_POSITION"), new Column(name, kind));
                }
            }
        }
        return List.copyOf(columns.values());
    }

    /** The foreign keys of a table. */
    List<ForeignKey> foreignKeys(String schema, String table) throws SQLException {
        Map<String, ForeignKey> keys = new LinkedHashMap<>();
        try (ResultSet found = metaData().getImportedKeys(null, schema, table)) {
            while (found.next()) {
                String name = found.getString("FK_NAME");
                ForeignKey key = keys.computeIfAbsent(name, any -> new ForeignKey(schema, table, name));
                key.add(found);
            }
        }
        return new ArrayList<>(keys.values());
    }

    private DatabaseMetaData metaData() throws SQLException {
        return connection.getMetaData();
    }

    /** Metadata takes patterns, in which an underscore stands for any letter. */
    private String escaped(String name) throws SQLException {
        return name.replace("_", metaData().getSearchStringEscape() + "_");
    }
}
