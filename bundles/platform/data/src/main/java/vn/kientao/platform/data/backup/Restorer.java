package vn.kientao.platform.data.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database.Dialect;
import vn.kientao.platform.api.data.MigrationScripts.Script;
import vn.kientao.platform.data.Engine;
import vn.kientao.platform.data.FlywayMigrations;
import vn.kientao.platform.data.MigrationKind;
import vn.kientao.platform.data.TurnDataSource;
import vn.kientao.platform.data.backup.Manifest.Column;
import vn.kientao.platform.data.backup.Manifest.RanScript;
import vn.kientao.platform.data.backup.Manifest.Schema;
import vn.kientao.platform.data.backup.Manifest.Table;

/**
 * Fills an empty database from a backup: the scripts make the tables as they were made, then the rows replace what the
 * scripts put there. The foreign keys are taken away in between, so rows may come in any order, and are checked when
 * they come back.
 */
final class Restorer {
    private static final Logger log = LoggerFactory.getLogger(Restorer.class);

    private final Engine engine;
    private final DataSource writers;
    private final BackupFile backup;

    Restorer(Engine engine, BackupFile backup) {
        this.engine = engine;
        this.writers = TurnDataSource.of(engine);
        this.backup = backup;
    }

    /** @throws RestoreRefusedException when what comes out is not what the manifest says */
    void run() throws SQLException, IOException {
        List<Schema> schemas = backup.manifest().schemas();
        FlywayMigrations migrations = FlywayMigrations.of(engine);
        for (Schema schema : schemas) {
            replay(migrations, schema);
        }
        for (Schema schema : schemas) {
            requireSameTables(schema);
        }
        List<ForeignKey> keys = foreignKeys(schemas);
        execute(keys.stream().map(ForeignKey::drop).toList());
        for (Schema schema : schemas) {
            for (Table table : schema.tables()) {
                load(schema.name(), table);
            }
        }
        execute(counters(schemas));
        execute(keys.stream().map(ForeignKey::create).toList());
        if (engine.dialect() == Dialect.POSTGRESQL) {
            execute(List.of("ANALYZE"));
        }
    }

    /** Runs the scripts in their order, as many of one kind at once as follow each other. */
    private void replay(FlywayMigrations migrations, Schema schema) throws IOException {
        Map<MigrationKind, List<Script>> soFar = new HashMap<>();
        List<RanScript> scripts = schema.scripts();
        for (int i = 0; i < scripts.size(); i++) {
            RanScript script = scripts.get(i);
            List<Script> ofItsKind = soFar.computeIfAbsent(script.kind(), kind -> new ArrayList<>());
            ofItsKind.add(script.with(backup.text(script.part())));
            boolean last = i + 1 == scripts.size() || scripts.get(i + 1).kind() != script.kind();
            if (last) {
                migrations.replay(schema.name(), script.kind(), List.copyOf(ofItsKind));
            }
        }
        log.info("Restoring schema {}: {} scripts", schema.name(), scripts.size());
    }

    private void requireSameTables(Schema schema) throws SQLException {
        try (Connection connection = engine.writers().getConnection()) {
            Catalogue catalogue = new Catalogue(connection);
            List<String> expected =
                    schema.tables().stream().map(Table::name).sorted().toList();
            List<String> actual = catalogue.tables(schema.name());
            if (!actual.equals(expected)) {
                throw new RestoreRefusedException(
                        "schema " + schema.name() + " has tables " + actual + " (expected: " + expected + ")");
            }
            for (Table table : schema.tables()) {
                List<Column> columns = sorted(catalogue.columns(schema.name(), table.name()));
                if (!columns.equals(sorted(table.columns()))) {
                    throw new RestoreRefusedException("table " + schema.name() + "." + table.name() + " has columns "
                            + columns + " (expected: " + sorted(table.columns()) + ")");
                }
            }
        }
    }

    private static List<Column> sorted(List<Column> columns) {
        return columns.stream().sorted(Comparator.comparing(Column::name)).toList();
    }

    private List<ForeignKey> foreignKeys(List<Schema> schemas) throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (Connection connection = engine.writers().getConnection()) {
            Catalogue catalogue = new Catalogue(connection);
            for (Schema schema : schemas) {
                for (Table table : schema.tables()) {
                    keys.addAll(catalogue.foreignKeys(schema.name(), table.name()));
                }
            }
        }
        return keys;
    }

    private void load(String schema, Table table) throws SQLException, IOException {
        String name = Names.quoted(schema, table.name());
        execute(List.of("DELETE FROM " + name));
        try (Connection connection = engine.writers().getConnection();
                InputStream lines = backup.part(table.part())) {
            connection.setAutoCommit(false);
            long rows = new RowLoader(connection, engine.turns()).load(schema, table.name(), table.columns(), lines);
            long there = count(connection, name);
            connection.rollback();
            if (rows != table.rows() || there != table.rows()) {
                throw new RestoreRefusedException("table " + schema + "." + table.name() + " has " + there + " rows of "
                        + rows + " read (expected: " + table.rows() + ")");
            }
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> counters(List<Schema> schemas) {
        List<String> statements = new ArrayList<>();
        for (Schema schema : schemas) {
            for (Table table : schema.tables()) {
                table.identities()
                        .forEach((column, next) ->
                                statements.add(Counters.restartIdentity(schema.name(), table.name(), column, next)));
            }
            schema.sequences()
                    .forEach((sequence, next) ->
                            statements.add(Counters.restartSequence(schema.name(), sequence, next)));
        }
        return statements;
    }

    private void execute(List<String> statements) throws SQLException {
        try (Connection connection = writers.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
