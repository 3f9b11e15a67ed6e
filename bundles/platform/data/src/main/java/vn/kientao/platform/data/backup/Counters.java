package vn.kientao.platform.data.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import vn.kientao.platform.api.data.Database.Dialect;

/** The next values of identity columns and sequences, which the engines keep in places of their own. */
final class Counters {
    private static final String H2_IDENTITIES = """
            SELECT column_name, identity_base
              FROM information_schema.columns
             WHERE table_schema = ? AND table_name = ? AND is_identity = 'YES'
            """;
    private static final String POSTGRES_IDENTITIES = """
            SELECT column_name, pg_get_serial_sequence(quote_ident(table_schema) || '.' || quote_ident(table_name), column_name)
              FROM information_schema.columns
             WHERE table_schema = ? AND table_name = ? AND is_identity = 'YES'
            """;
    private static final String H2_SEQUENCES = """
            SELECT sequence_name, base_value
              FROM information_schema.sequences
             WHERE sequence_schema = ?
            """;
    private static final String POSTGRES_SEQUENCES = """
            SELECT s.relname, quote_ident(n.nspname) || '.' || quote_ident(s.relname)
              FROM pg_class s
              JOIN pg_namespace n ON n.oid = s.relnamespace
             WHERE n.nspname = ? AND s.relkind = 'S'
               AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = s.oid AND d.deptype IN ('i', 'a'))
            """;

    private final Connection connection;
    private final boolean h2;

    Counters(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.h2 = dialect == Dialect.H2;
    }

    /** Identity column → the next value it gives. */
    Map<String, Long> identities(String schema, String table) throws SQLException {
        return h2 ? plain(H2_IDENTITIES, schema, table) : counted(POSTGRES_IDENTITIES, schema, table);
    }

    /** Sequence → the next value it gives. */
    Map<String, Long> sequences(String schema) throws SQLException {
        return h2 ? plain(H2_SEQUENCES, schema) : counted(POSTGRES_SEQUENCES, schema);
    }

    static String restartIdentity(String schema, String table, String column, long next) {
        return "ALTER TABLE " + Names.quoted(schema, table) + " ALTER COLUMN " + Names.quoted(column) + " RESTART WITH "
                + next;
    }

    static String restartSequence(String schema, String sequence, long next) {
        return "ALTER SEQUENCE " + Names.quoted(schema, sequence) + " RESTART WITH " + next;
    }

    private Map<String, Long> plain(String query, String... names) throws SQLException {
        Map<String, Long> next = new TreeMap<>();
        try (PreparedStatement statement = prepared(query, names);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                next.put(rows.getString(1), rows.getLong(2));
            }
        }
        return next;
    }

    /** PostgreSQL tells the state of a sequence by reading the sequence. */
    private Map<String, Long> counted(String query, String... names) throws SQLException {
        Map<String, Long> next = new TreeMap<>();
        try (PreparedStatement statement = prepared(query, names);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                next.put(rows.getString(1), nextOf(rows.getString(2)));
            }
        }
        return next;
    }

    private long nextOf(String sequence) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT last_value, is_called FROM " + sequence)) {
            row.next();
            return row.getBoolean(2) ? row.getLong(1) + 1 : row.getLong(1);
        }
    }

    private PreparedStatement prepared(String query, String... names) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        for (int i = 0; i < names.length; i++) {
            statement.setString(i + 1, names[i]);
        }
        return statement;
    }
}
