package vn.kientao.platform.data;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database.Dialect;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Circumstances;

/**
 * The second wall between agencies (bức tường thứ hai giữa các cơ quan), on PostgreSQL: rows of a table that stands behind
 * it are there only for the agency in whose circumstances a transaction runs, whatever the statement asks for.
 *
 * <p>A migration script puts a table behind the wall with one line, which is a comment to the embedded database:
 *
 * <pre>
 * -- agency-wall: procedures.dossier by agency_code
 * -- agency-wall: procedures.dossier_paper by dossier_id of procedures.dossier
 * </pre>
 */
final class AgencyWall {
    /** What a new connection says of itself: the platform's own work is about all agencies. */
    static final String OPEN_TO_ALL = "SET kientao.agencies = '*'";

    private static final Pattern LINE = Pattern.compile(
            "(?m)^-- agency-wall: ([a-z0-9_]+\\.[a-z0-9_]+) by ([a-z0-9_]+)(?: of ([a-z0-9_]+\\.[a-z0-9_]+))?\\s*$");
    private static final Pattern BEGINNING = Pattern.compile("(?m)^--\\s*agency-wall.*$");

    private AgencyWall() {}

    /**
     * The script as the database runs it.
     *
     * @throws IllegalArgumentException when a line means to name a table and does not
     */
    static String built(String script, String sql, Dialect dialect) {
        BEGINNING.matcher(sql).results().map(MatchResult::group).forEach(line -> {
            if (!LINE.matcher(line).matches()) {
                throw new IllegalArgumentException("'" + line + "' in " + script
                        + " (expected: -- agency-wall: schema.table by column [of schema.parent])");
            }
        });
        if (dialect != Dialect.POSTGRESQL) {
            return sql;
        }
        return LINE.matcher(sql).replaceAll(line -> Matcher.quoteReplacement(statements(line.group(1), rule(line))));
    }

    private static String rule(MatchResult line) {
        String column = line.group(2);
        return Optional.ofNullable(line.group(3))
                .map(parent -> "EXISTS (SELECT 1 FROM " + parent + " p WHERE p.id = " + column + ")")
                .orElse(column + " = current_setting('kientao.agencies', true)");
    }

    /** A CASE and not an OR, which the planner would take for a condition that hardly any row meets. */
    private static String statements(String table, String rule) {
        return """
                ALTER TABLE %1$s ENABLE ROW LEVEL SECURITY;
                ALTER TABLE %1$s FORCE ROW LEVEL SECURITY;
                DROP POLICY IF EXISTS agency_wall ON %1$s;
                CREATE POLICY agency_wall ON %1$s
                    USING (CASE WHEN current_setting('kientao.agencies', true) = '*' THEN TRUE ELSE %2$s END);
                """.formatted(table, rule);
    }

    /** Shows a transaction that has begun the rows of its agency only; those of all when it works for all. */
    static void raise(Handle transaction, Dialect dialect) {
        if (dialect == Dialect.POSTGRESQL) {
            only(Circumstances.present())
                    .ifPresent(agency -> transaction
                            .createQuery("SELECT set_config('kientao.agencies', ?, true)")
                            .bind(0, agency)
                            .mapTo(String.class)
                            .one());
        }
    }

    /**
     * The one agency that these circumstances are about. Work without an agency and people who hold a permission in the
     * whole province are about all of them.
     */
    static Optional<String> only(Circumstances circumstances) {
        Actor actor = circumstances.actor();
        boolean everywhere = !actor.everywhere().isEmpty() && !actor.account().startsWith("system:");
        return circumstances.agency().filter(agency -> !everywhere);
    }
}
