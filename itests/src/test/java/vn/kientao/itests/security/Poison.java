package vn.kientao.itests.security;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Puts words that are code elsewhere into every stored field of text, past all checks of forms, as if a check had been
 * forgotten: each row of each column that holds people's words, and not a word of the machine.
 *
 * @param columns that hold them now, {@code schema.table.column}
 * @param left those that the database would not let go, for a unique word, a foreign key or a condition
 */
record Poison(Set<String> columns, Set<String> left) {
    /** Begins as a formula, leaves an attribute, and is a tag that no page of the product has. */
    static final String WORDS = "=1+1\"'><kt-mark onclick=alert(1)></textarea><script>alert('kt-mark')</script>"
            + "<img src=x onerror=alert('kt-mark')>{{7*7}}${7*7}' OR '1'='1";

    /** What is left of the words in the narrowest field. */
    static final String MARK = "<kt-mark";

    /** Where the same words stand as text. */
    static final Pattern HARMLESS = Pattern.compile("&lt;kt-mark");

    private static final int NARROWEST = 20;

    /** Names of columns whose words the machine chose, and knows again. */
    private static final Pattern MACHINE = Pattern.compile(
            "(.*_)?(account|action|agency|algorithm|arguments|audience|basis"
                    + "|channels?|codes?|content_type|credential|currency|days|delegate|fingerprint|folded|hash|id|issuer|key|kinds?|language"
                    + "|levels?|limit_unit|login|mac|method|module|module_release|node|origin|owner|parent|permission|phrase|plain|reading|release"
                    + "|role|scopes|search_text|secret|stages?|strategy|sha256|spans|state|status|step|subject|successor|token|type|unit_id|version)");

    /** Tables of the scheduler, of secrets, and of answers that are kept for programs. */
    private static final Pattern CLOSED =
            Pattern.compile("(jobs|public)[.].*|.*flyway.*|.*schema_history.*|web[.]answer"
                    + "|procedures[.](quality_setting|desk_rule)|steering[.]setting|security[.](session|proof|secret|totp|passkey|recovery_code|sign_in_.*|spent_.*|permission|role_permission)"
                    + "|directory[.](generation|staged_import)");

    private static final List<String> ROWS = List.of(
            "INSERT INTO security.token SELECT 'kt-mark', id, 'x', '', 'P-AX', now(), 'x', now() + interval '9 days', now()"
                    + " FROM security.account WHERE login = 'wall.platform-administrator'",
            "INSERT INTO security.delegation (post, delegate, valid_from, valid_to, reason, created_at)"
                    + " SELECT p.id, a.id, current_date, current_date + 9, 'x', now() FROM security.post p, security.account a"
                    + " WHERE p.agency = 'P-AX' AND p.role = 'agency-head' AND a.login = 'wall.desk-officer' LIMIT 1",
            "INSERT INTO repository.source VALUES ('kt-source', '/kt', now(), '1')",
            "INSERT INTO kernel.held_back VALUES ('procedures', '0.0.1', 'x', now(), '1')",
            "INSERT INTO kernel.quarantine VALUES ('kt-sick', '1.0.0', 'x', 'x', 'x', 'x', 'x', now())");

    static Poison into(String jdbcUrl) {
        Set<String> columns = new TreeSet<>();
        Set<String> left = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            for (String row : ROWS) {
                statement.execute(row);
            }
            for (Column column : columns(statement)) {
                if (column.machine(statement)) {
                    continue;
                }
                (column.fill(connection) ? columns : left).add(column.toString());
            }
            // Agencies are kept in memory until this number moves.
            statement.execute("UPDATE directory.generation SET number = number + 1");
        } catch (SQLException e) {
            throw new IllegalStateException("the fields cannot be filled", e);
        }
        return new Poison(columns, left);
    }

    private static List<Column> columns(Statement statement) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                SELECT table_schema || '.' || table_name, column_name, coalesce(character_maximum_length, 4000)
                  FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
                 WHERE table_type = 'BASE TABLE' AND data_type IN ('character varying', 'text')
                   AND table_schema NOT IN ('pg_catalog', 'information_schema')
                 ORDER BY 1, 2
                """)) {
            while (rows.next()) {
                Column column = new Column(rows.getString(1), rows.getString(2), rows.getInt(3));
                if (column.length >= NARROWEST
                        && !MACHINE.matcher(column.name).matches()
                        && !CLOSED.matcher(column.table).matches()) {
                    columns.add(column);
                }
            }
        }
        return columns;
    }

    private record Column(String table, String name, int length) {
        private static final int NUMBER = 7;

        /** Entries of the trail keep their changes as JSON, drafts their fields. */
        private boolean json() {
            return name.equals("fields")
                    || (table.startsWith("audit.")
                            && Set.of("detail", "before_state", "after_state").contains(name));
        }

        /** Whether all that it holds are names of constants or JSON, which no form takes from people. */
        boolean machine(Statement statement) throws SQLException {
            try (ResultSet row = statement.executeQuery("""
                    SELECT count(*) > 0 AND bool_and(%2$s ~ '^[A-Z][A-Z0-9_]*$' OR %2$s ~ '^\\s*[\\[{]')
                      FROM %1$s WHERE %2$s <> ''
                    """.formatted(table, name))) {
                return row.next() && row.getBoolean(1) && !json() && !record();
            }
        }

        /** Pieces of a record of many fields as JSON, in which only people's words may change: those with a space. */
        private boolean record() {
            return table.endsWith("_record") && name.equals("content");
        }

        /** Each row gets its number behind the words, for columns whose values are unique. */
        boolean fill(Connection connection) throws SQLException {
            String value = json() ? "json_build_object('kt', ?::text || n)::text" : "? || ' ' || n";
            String words = WORDS.substring(0, Math.min(WORDS.length(), length - NUMBER));
            if (record()) {
                value = "regexp_replace(t.content, '([:,\\[])\"([^\"\\\\]* )', ?, 'g')";
                words = "\\1\"" + WORDS.replace("\"", "\\\\\"") + " \\2";
            }
            try (PreparedStatement update = connection.prepareStatement(("UPDATE %1$s t SET %2$s = " + value
                            + " FROM (SELECT ctid AS place, row_number() OVER () AS n FROM %1$s) r"
                            + " WHERE t.ctid = r.place AND t.%2$s IS NOT NULL")
                    .formatted(table, name))) {
                update.setString(1, words);
                return update.executeUpdate() >= 0;
            } catch (SQLException e) {
                if (e.getSQLState().startsWith("23")) {
                    return false;
                }
                throw new SQLException("column " + this, e);
            }
        }

        @Override
        public String toString() {
            return table + "." + name;
        }
    }
}
