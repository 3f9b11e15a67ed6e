package vn.kientao.platform.data.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.data.Engine;
import vn.kientao.platform.data.ScriptArchive;

/** Remembers in the database which backup it was restored from, and whether that came to its end. */
final class RestoreMark {
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS migration.restored (
                file_name  VARCHAR NOT NULL,
                sha256     VARCHAR(64) NOT NULL,
                began_at   TIMESTAMP WITH TIME ZONE NOT NULL,
                ended_at   TIMESTAMP WITH TIME ZONE,
                CONSTRAINT restored_pk PRIMARY KEY (sha256)
            )
            """;
    private static final String SELECT = """
            SELECT file_name, sha256, began_at, ended_at
              FROM migration.restored
            """;
    private static final String INSERT = """
            INSERT INTO migration.restored (file_name, sha256, began_at)
            VALUES (?, ?, ?)
            """;
    private static final String END = """
            UPDATE migration.restored
               SET ended_at = ?
             WHERE sha256 = ?
            """;

    private final Engine engine;
    private final DataSource writers;

    RestoreMark(Engine engine, DataSource writers) {
        this.engine = engine;
        this.writers = writers;
    }

    /** What the database says of itself. */
    record Mark(String file, String sha256, Instant beganAt, boolean ended) {}

    /** What a database in use says of itself. */
    static Optional<Mark> of(Engine engine) {
        try {
            return new RestoreMark(engine, engine.writers()).read();
        } catch (SQLException e) {
            throw new DatabaseException("cannot tell whether this database was restored: " + e.getMessage(), e);
        }
    }

    Optional<Mark> read() throws SQLException {
        try (Connection connection = engine.writers().getConnection()) {
            if (!new Catalogue(connection).tableExists(ScriptArchive.SCHEMA, "restored")) {
                return Optional.empty();
            }
            try (PreparedStatement select = connection.prepareStatement(SELECT);
                    ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Mark(
                                row.getString("file_name"),
                                row.getString("sha256"),
                                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                                row.getObject("ended_at", OffsetDateTime.class) != null))
                        : Optional.empty();
            }
        }
    }

    /** From here on the database is no good until {@link #end}. */
    void begin(String file, String sha256) throws SQLException {
        try (Connection connection = writers.getConnection();
                PreparedStatement create = connection.prepareStatement(TABLE)) {
            create.execute();
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, file);
                insert.setString(2, sha256);
                insert.setObject(3, OffsetDateTime.now(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        }
    }

    void end(String sha256) throws SQLException {
        try (Connection connection = writers.getConnection();
                PreparedStatement update = connection.prepareStatement(END)) {
            update.setObject(1, OffsetDateTime.now(ZoneOffset.UTC));
            update.setString(2, sha256);
            update.executeUpdate();
        }
    }
}
