package vn.kientao.platform.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.DatabaseException;

/**
 * Notices when the embedded database comes back in an earlier state than it was left in. Every checkpoint counts a
 * number up in the database and, when it has reached the disk, in a small file beside it; so the database may be ahead
 * of the file, never behind it.
 *
 * <p>The file is written at each checkpoint and forced to the disk once a second: a process that is killed is noticed to
 * the last write, a power cut to the last second.
 */
final class DurableMark implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DurableMark.class);
    private static final Pattern LINE = Pattern.compile("checkpoint=(\\d{20})\\R?");
    private static final long FORCE_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final Connection connection;
    private final FileChannel file;
    private long number;
    private long forcedAt = System.nanoTime();

    private DurableMark(Connection connection, FileChannel file, long number) {
        this.connection = connection;
        this.file = file;
        this.number = number;
    }

    /**
     * Compares database and file.
     *
     * @throws DatabaseException when the database is behind the file
     */
    static DurableMark open(Connection connection, Path path) throws SQLException, IOException {
        long inDatabase = numberIn(connection);
        OptionalLong inFile = numberIn(path);
        if (inFile.isPresent() && inFile.getAsLong() > inDatabase) {
            throw new DatabaseException("the database has fallen back: it stands at checkpoint " + inDatabase + ", but "
                    + path + " shows that checkpoint " + inFile.getAsLong()
                    + " was reached. Put the newest database file back, or accept the loss by deleting " + path);
        }
        if (inFile.isEmpty() && inDatabase > 0) {
            log.warn("{} is missing; accepting the database at checkpoint {}", path, inDatabase);
        }
        return new DurableMark(connection, openAlone(path), inDatabase);
    }

    /** Two committers on one database would break the order of checkpoints. */
    private static FileChannel openAlone(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                return file;
            }
            file.close();
            throw new DatabaseException(path + " is in use by another process");
        } catch (OverlappingFileLockException e) {
            file.close();
            throw new DatabaseException(path + " is in use by this process already", e);
        }
    }

    /** Counts up in the database; before the checkpoint. */
    void advance() throws SQLException {
        number++;
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE data.durable_mark SET checkpoint = " + number);
        }
    }

    /** Notes the number in the file; after the checkpoint. */
    void reached() throws IOException {
        write();
        long now = System.nanoTime();
        if (now - forcedAt >= FORCE_EVERY) {
            file.force(false);
            forcedAt = now;
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            file.force(true);
        }
    }

    private void write() throws IOException {
        ByteBuffer line = ByteBuffer.wrap("checkpoint=%020d%n".formatted(number).getBytes(StandardCharsets.US_ASCII));
        long position = 0;
        while (line.hasRemaining()) {
            position += file.write(line, position);
        }
    }

    private static long numberIn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS data");
            statement.execute("CREATE TABLE IF NOT EXISTS data.durable_mark (checkpoint BIGINT NOT NULL)");
            try (ResultSet rows = statement.executeQuery("SELECT checkpoint FROM data.durable_mark")) {
                if (rows.next()) {
                    return rows.getLong(1);
                }
            }
            statement.executeUpdate("INSERT INTO data.durable_mark (checkpoint) VALUES (0)");
            return 0;
        }
    }

    private static OptionalLong numberIn(Path path) throws IOException {
        if (!Files.exists(path)) {
            return OptionalLong.empty();
        }
        Matcher line = LINE.matcher(Files.readString(path, StandardCharsets.US_ASCII));
        if (!line.matches()) {
            throw new DatabaseException(
                    path + " is damaged (expected: one line checkpoint=<20 digits>). When the database"
                            + " is known to be complete, delete the file and start again");
        }
        return OptionalLong.of(Long.parseLong(line.group(1)));
    }
}
