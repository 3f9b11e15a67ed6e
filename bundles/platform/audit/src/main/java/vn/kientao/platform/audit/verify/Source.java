package vn.kientao.platform.audit.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import vn.kientao.platform.audit.chain.Cut;
import vn.kientao.platform.audit.chain.EntryRows;
import vn.kientao.platform.audit.chain.Link;
import vn.kientao.platform.audit.chain.TrailFile;

/** Where the entries come from. */
interface Source {

    void feed(Verifier verifier) throws IOException, SQLException;

    /** A file written by the export of the whole trail. */
    static Source file(Path file) {
        return verifier -> {
            try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (TrailFile.isCut(line)) {
                        verifier.begin(TrailFile.parseCut(line));
                    } else {
                        verifier.next(TrailFile.parse(line));
                    }
                }
            }
        };
    }

    /** The database itself; nothing is written. */
    static Source database(Connection connection) {
        return verifier -> {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(1_000);
                cut(connection, statement).ifPresent(verifier::begin);
                try (ResultSet rows = statement.executeQuery("""
                        SELECT sequence, at, account, acting_for, agency, address, module, module_release, action,
                               object_type, object_id, detail, before_state, after_state, reason, request_id, key_id,
                               mac, hash
                          FROM audit.entry
                         ORDER BY sequence
                        """)) {
                    while (rows.next()) {
                        verifier.next(
                                new Link(rows.getLong("sequence"), EntryRows.entry(rows), rows.getString("hash")));
                    }
                }
            }
        };
    }

    /** A database that an older release has left has no such table. */
    private static Optional<Cut> cut(Connection connection, Statement statement) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, "audit", "cut", null)) {
            if (!tables.next()) {
                return Optional.empty();
            }
        }
        try (ResultSet row =
                statement.executeQuery("SELECT sequence, hash, at, key_id, mac FROM audit.cut WHERE id = 1")) {
            return row.next() ? Optional.of(EntryRows.cut(row)) : Optional.empty();
        }
    }
}
