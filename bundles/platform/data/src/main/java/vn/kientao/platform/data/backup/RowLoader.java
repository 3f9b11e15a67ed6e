package vn.kientao.platform.data.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.data.Refusals;
import vn.kientao.platform.data.WriteTurns;
import vn.kientao.platform.data.backup.Manifest.Column;

/** Puts the rows of a part into a table, in short transactions. */
final class RowLoader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final int ROWS_A_BATCH = 500;
    private static final int BATCHES_A_TRANSACTION = 10;
    private static final long BYTES_A_BATCH = 1L << 20;

    private final Connection connection;
    private final WriteTurns turns;

    /** @param connection one without auto-commit, for this alone */
    RowLoader(Connection connection, WriteTurns turns) {
        this.connection = connection;
        this.turns = turns;
    }

    /** Reads the lines and answers how many there were. */
    long load(String schema, String table, List<Column> columns, InputStream lines) throws SQLException, IOException {
        String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        String insert = "INSERT INTO " + Names.quoted(schema, table) + " (" + Names.quoted(columns)
                + ") OVERRIDING SYSTEM VALUE VALUES (" + places + ")";
        try (JsonParser json = JSON.createParser(lines);
                PreparedStatement statement = connection.prepareStatement(insert);
                Filling filling = new Filling(statement)) {
            while (json.nextToken() == JsonToken.START_ARRAY) {
                filling.add(bind(statement, columns, json));
            }
            if (json.currentToken() != null) {
                throw new IOException(
                        "row " + (filling.rows + 1) + " begins with " + json.currentToken() + " (expected: an array)");
            }
            return filling.finish();
        } catch (SQLException e) {
            SQLException bare = Refusals.withoutRefusedValues(e);
            throw new RestoreRefusedException(
                    "table " + schema + "." + table + " refuses a row: " + bare.getMessage(), bare);
        }
    }

    private static long bind(PreparedStatement statement, List<Column> columns, JsonParser json)
            throws SQLException, IOException {
        long bytes = 0;
        int place = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (place == columns.size() || json.currentToken() == null) {
                throw new IOException("a row has other than " + columns.size() + " values");
            }
            bytes += columns.get(place).kind().bindNullable(statement, place + 1, json);
            place++;
        }
        if (place != columns.size()) {
            throw new IOException("a row has " + place + " values (expected: " + columns.size() + ")");
        }
        return bytes;
    }

    /** Sends rows when there are many, or much; writes in turns that are short. */
    private final class Filling implements AutoCloseable {
        private final PreparedStatement statement;
        private WriteTurns.@Nullable Turn turn;
        private long rows;
        private int inBatch;
        private long bytes;
        private int batches;

        Filling(PreparedStatement statement) {
            this.statement = statement;
        }

        void add(long rowBytes) throws SQLException {
            statement.addBatch();
            rows++;
            inBatch++;
            bytes += rowBytes;
            if (inBatch == ROWS_A_BATCH || bytes > BYTES_A_BATCH) {
                send();
            }
        }

        long finish() throws SQLException {
            if (inBatch > 0) {
                send();
            }
            commit();
            return rows;
        }

        private void send() throws SQLException {
            if (turn == null) {
                turn = turns.take();
            }
            statement.executeBatch();
            inBatch = 0;
            bytes = 0;
            batches++;
            if (batches == BATCHES_A_TRANSACTION) {
                commit();
            }
        }

        private void commit() throws SQLException {
            connection.commit();
            batches = 0;
            if (turn != null) {
                turn.committed();
                close();
            }
        }

        /** Gives the turn back; what is not committed by then is not kept. */
        @Override
        public void close() {
            WriteTurns.Turn held = turn;
            turn = null;
            if (held != null) {
                held.giveBack();
            }
        }
    }
}
