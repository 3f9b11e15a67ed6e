package vn.kientao.platform.data.backup;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.data.MigrationScripts.Script;
import vn.kientao.platform.data.MigrationKind;

/**
 * The table of contents of a backup, {@code manifest.json} in its zip file.
 *
 * @param format version of the form of the file; this platform reads and writes {@link #FORMAT}
 * @param at when the snapshot was taken, as an ISO instant
 * @param whole whether it holds the whole platform; otherwise one schema
 * @param automatic whether nobody asked for it
 * @param engine the database it was taken from, for information
 * @param parts every other entry of the zip file with its SHA-256
 */
public record Manifest(
        int format,
        String at,
        String account,
        String reason,
        boolean whole,
        boolean automatic,
        String engine,
        List<Schema> schemas,
        List<Part> parts) {
    static final String ENTRY = "manifest.json";
    static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public Manifest {
        requireNonNull(at, "at");
        requireNonNull(account, "account");
        requireNonNull(reason, "reason");
        requireNonNull(engine, "engine");
        schemas = List.copyOf(schemas);
        parts = List.copyOf(parts);
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the manifest cannot be written", e);
        }
    }

    static Manifest read(InputStream json) throws IOException {
        return JSON.readValue(json, Manifest.class);
    }

    long rowCount() {
        return schemas.stream()
                .flatMap(schema -> schema.tables().stream())
                .mapToLong(Table::rows)
                .sum();
    }

    List<String> schemaNames() {
        return schemas.stream().map(Schema::name).toList();
    }

    /**
     * One schema.
     *
     * @param scripts the migrations that made it, in the order in which they ran
     * @param sequences name → next value, of sequences that belong to no column
     */
    public record Schema(String name, List<RanScript> scripts, List<Table> tables, Map<String, Long> sequences) {
        public Schema {
            requireNonNull(name, "name");
            scripts = List.copyOf(scripts);
            tables = List.copyOf(tables);
            sequences = Map.copyOf(sequences);
        }
    }

    /**
     * A migration script that has run.
     *
     * @param checksum Flyway's
     * @param part where its text is
     */
    public record RanScript(MigrationKind kind, String name, int checksum, String ranAt, String part) {
        public RanScript {
            requireNonNull(kind, "kind");
            requireNonNull(name, "name");
            requireNonNull(ranAt, "ranAt");
            requireNonNull(part, "part");
        }

        Script with(String sql) {
            return new Script(name, sql);
        }
    }

    /**
     * A table.
     *
     * @param identities identity column → the next value it gives
     * @param part where its rows are: one JSON array a line, in the order of {@code columns}
     */
    public record Table(String name, List<Column> columns, Map<String, Long> identities, long rows, String part) {
        public Table {
            requireNonNull(name, "name");
            columns = List.copyOf(columns);
            identities = Map.copyOf(identities);
            requireNonNull(part, "part");
        }
    }

    /** A column and the kind of its values. */
    public record Column(String name, Kind kind) {
        public Column {
            requireNonNull(name, "name");
            requireNonNull(kind, "kind");
        }
    }

    /** An entry of the zip file. */
    public record Part(String name, long bytes, String sha256) {
        public Part {
            requireNonNull(name, "name");
            requireNonNull(sha256, "sha256");
        }
    }
}
