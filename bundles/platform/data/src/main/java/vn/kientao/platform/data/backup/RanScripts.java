package vn.kientao.platform.data.backup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.data.MigrationKind;
import vn.kientao.platform.data.ScriptArchive;
import vn.kientao.platform.data.backup.Manifest.RanScript;

/** The migration scripts of a schema that have run, in the order in which they ran, with their texts. */
final class RanScripts {
    private static final String TEXTS = """
            SELECT kind, name, text
              FROM migration.script
             WHERE schema_name = ?
            """;

    private RanScripts() {}

    /** A script and its text. */
    record Ran(RanScript script, String text) {}

    static List<Ran> of(Snapshot snapshot, String schema) throws SQLException {
        Map<String, String> texts = texts(snapshot, schema);
        List<Ran> scripts = new ArrayList<>();
        for (Recorded recorded : recorded(snapshot, schema)) {
            String text = texts.get(recorded.kind() + " " + recorded.name());
            if (text == null) {
                throw new DatabaseException("the text of migration " + recorded.name() + " of schema " + schema
                        + " is not known (expected: start the release that brings it once, then back up)");
            }
            String part = "scripts/" + schema + "/" + recorded.kind().folder() + "/" + recorded.name();
            scripts.add(new Ran(
                    new RanScript(
                            recorded.kind(),
                            recorded.name(),
                            recorded.checksum(),
                            recorded.at().toInstant().toString(),
                            part),
                    text));
        }
        return scripts;
    }

    private static Map<String, String> texts(Snapshot snapshot, String schema) throws SQLException {
        Map<String, String> texts = new HashMap<>();
        if (!snapshot.catalogue().tableExists(ScriptArchive.SCHEMA, "script")) {
            return texts;
        }
        try (PreparedStatement statement = snapshot.connection().prepareStatement(TEXTS)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.put(
                            MigrationKind.valueOf(rows.getString("kind")) + " " + rows.getString("name"),
                            rows.getString("text"));
                }
            }
        }
        return texts;
    }

    /** What Flyway has written down: each kind in its own order, the two put together by time. */
    private static List<Recorded> recorded(Snapshot snapshot, String schema) throws SQLException {
        Deque<Recorded> expand = new ArrayDeque<>(recorded(snapshot, schema, MigrationKind.EXPAND));
        Deque<Recorded> contract = new ArrayDeque<>(recorded(snapshot, schema, MigrationKind.CONTRACT));
        List<Recorded> all = new ArrayList<>();
        while (!expand.isEmpty() && !contract.isEmpty()) {
            boolean expandFirst =
                    !expand.getFirst().at().after(contract.getFirst().at());
            all.add(expandFirst ? expand.removeFirst() : contract.removeFirst());
        }
        all.addAll(expand);
        all.addAll(contract);
        return all;
    }

    private static List<Recorded> recorded(Snapshot snapshot, String schema, MigrationKind kind) throws SQLException {
        List<Recorded> recorded = new ArrayList<>();
        if (!snapshot.catalogue().tableExists(schema, kind.history())) {
            return recorded;
        }
        String query = """
                SELECT script, checksum, installed_on
                  FROM %s
                 WHERE success = TRUE AND type = 'SQL'
                 ORDER BY installed_rank
                """.formatted(Names.quoted(schema, kind.history()));
        try (Statement statement = snapshot.connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                recorded.add(new Recorded(
                        kind, rows.getString("script"), rows.getInt("checksum"), rows.getTimestamp("installed_on")));
            }
        }
        return recorded;
    }

    private record Recorded(MigrationKind kind, String name, int checksum, Timestamp at) {}
}
