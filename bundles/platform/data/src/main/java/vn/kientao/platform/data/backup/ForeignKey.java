package vn.kientao.platform.data.backup;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A foreign key that is taken away while rows are loaded, and put back as it was, which checks every row. */
final class ForeignKey {
    private final String schema;
    private final String table;
    private final String name;
    private final List<String> columns = new ArrayList<>();
    private final List<String> referencedColumns = new ArrayList<>();
    private String referenced = "";
    private String rules = "";

    ForeignKey(String schema, String table, String name) {
        this.schema = schema;
        this.table = table;
        this.name = name;
    }

    /** Adds the pair of columns that a row of {@link DatabaseMetaData#getImportedKeys} tells; they come in order. */
    void add(ResultSet row) throws SQLException {
        columns.add(row.getString("FKCOLUMN_NAME"));
        referencedColumns.add(row.getString("PKCOLUMN_NAME"));
        referenced = Names.quoted(row.getString("PKTABLE_SCHEM"), row.getString("PKTABLE_NAME"));
        rules = rule(" ON UPDATE ", row.getShort("UPDATE_RULE")) + rule(" ON DELETE ", row.getShort("DELETE_RULE"));
        if (row.getShort("DEFERRABILITY") == DatabaseMetaData.importedKeyInitiallyDeferred) {
            rules += " DEFERRABLE INITIALLY DEFERRED";
        }
    }

    String drop() {
        return "ALTER TABLE " + Names.quoted(schema, table) + " DROP CONSTRAINT " + Names.quoted(name);
    }

    String create() {
        return "ALTER TABLE " + Names.quoted(schema, table) + " ADD CONSTRAINT " + Names.quoted(name) + " FOREIGN KEY ("
                + list(columns) + ") REFERENCES " + referenced + " (" + list(referencedColumns) + ")" + rules;
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Names::quoted).collect(Collectors.joining(", "));
    }

    private static String rule(String when, short rule) {
        return switch (rule) {
            case DatabaseMetaData.importedKeyCascade -> when + "CASCADE";
            case DatabaseMetaData.importedKeyRestrict -> when + "RESTRICT";
            case DatabaseMetaData.importedKeySetNull -> when + "SET NULL";
            case DatabaseMetaData.importedKeySetDefault -> when + "SET DEFAULT";
            default -> "";
        };
    }
}
