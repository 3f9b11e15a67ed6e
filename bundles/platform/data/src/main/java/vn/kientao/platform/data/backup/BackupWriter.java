package vn.kientao.platform.data.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.kientao.platform.api.data.Backups.Progress;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.data.backup.Manifest.Column;
import vn.kientao.platform.data.backup.Manifest.RanScript;
import vn.kientao.platform.data.backup.Manifest.Schema;
import vn.kientao.platform.data.backup.Manifest.Table;

/** Writes what a snapshot shows into the entries of a backup. */
final class BackupWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final Snapshot snapshot;
    private final ZipParts zip;
    private final Progress progress;
    private long written;
    private long total;

    BackupWriter(Snapshot snapshot, ZipParts zip, Progress progress) {
        this.snapshot = snapshot;
        this.zip = zip;
        this.progress = progress;
    }

    /** Writes the schemas and answers what to say of them in the manifest. */
    List<Schema> write(List<String> names) throws SQLException, IOException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String schema : names) {
            tables.put(schema, snapshot.catalogue().tables(schema));
            snapshot.hold(schema, tables.get(schema));
        }
        total = tables.values().stream().mapToLong(List::size).sum();
        List<Schema> schemas = new ArrayList<>();
        for (Map.Entry<String, List<String>> schema : tables.entrySet()) {
            schemas.add(schema(schema.getKey(), schema.getValue()));
        }
        return schemas;
    }

    private Schema schema(String name, List<String> tables) throws SQLException, IOException {
        List<RanScript> scripts = new ArrayList<>();
        for (RanScripts.Ran ran : RanScripts.of(snapshot, name)) {
            zip.add(
                    ran.script().part(),
                    (OutputStream out) -> out.write(ran.text().getBytes(StandardCharsets.UTF_8)));
            scripts.add(ran.script());
        }
        List<Table> described = new ArrayList<>();
        for (String table : tables) {
            described.add(table(name, table));
        }
        return new Schema(name, scripts, described, snapshot.counters().sequences(name));
    }

    private Table table(String schema, String name) throws SQLException, IOException {
        progress.at(written, total, schema + "." + name);
        List<Column> columns = snapshot.catalogue().columns(schema, name);
        if (columns.isEmpty()) {
            throw new DatabaseException("table " + schema + "." + name + " has no columns (expected: at least one)");
        }
        String part = "rows/" + schema + "/" + name + ".jsonl";
        long[] rows = new long[1];
        zip.<SQLException>add(part, out -> rows[0] = rows(out, schema, name, columns));
        Map<String, Long> identities = snapshot.counters().identities(schema, name);
        written++;
        if (written == total) {
            progress.at(written, total, schema + "." + name);
        }
        return new Table(name, columns, identities, rows[0], part);
    }

    private long rows(OutputStream out, String schema, String table, List<Column> columns)
            throws SQLException, IOException {
        String query = "SELECT " + Names.quoted(columns) + " FROM " + Names.quoted(schema, table);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            return snapshot.<IOException>each(query, row -> {
                json.writeStartArray();
                for (int place = 0; place < columns.size(); place++) {
                    columns.get(place).kind().write(row, place + 1, json);
                }
                json.writeEndArray();
            });
        }
    }
}
