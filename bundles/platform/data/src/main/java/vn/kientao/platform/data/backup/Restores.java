package vn.kientao.platform.data.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.data.MigrationException;
import vn.kientao.platform.data.Engine;
import vn.kientao.platform.data.Refusals;
import vn.kientao.platform.data.ScriptArchive;
import vn.kientao.platform.data.TurnDataSource;
import vn.kientao.platform.data.WriteTurns;
import vn.kientao.platform.data.backup.RestoreMark.Mark;

/**
 * Restores a backup (khôi phục) before anybody uses the database. All or nothing: what a restore leaves behind when it
 * fails or is cut off is thrown away, and a database that is not empty is left alone.
 */
public final class Restores {
    private static final Logger log = LoggerFactory.getLogger(Restores.class);

    private final Engine engine;
    private final Path sign;
    private final RestoreMark mark;

    /** @param sign a file that is there while a restore is unfinished, for the start script */
    public Restores(Engine engine, Path sign) {
        this.engine = engine;
        this.sign = sign;
        this.mark = new RestoreMark(engine, TurnDataSource.of(engine));
    }

    /**
     * Makes sure that nobody works with half a restore.
     *
     * @throws RestoreRefusedException when a restore was cut off
     */
    void requireFinished() throws IOException {
        Optional<Mark> found = RestoreMark.of(engine);
        if (found.isPresent() && !found.get().ended()) {
            throw new RestoreRefusedException("the restore from " + found.get().file()
                    + " was cut off (expected: the same start again, with --restore and the file)");
        }
        Files.deleteIfExists(sign);
    }

    /**
     * Fills the database from {@code file}; does nothing when it was restored from that very file before.
     *
     * @throws RestoreRefusedException when the file or the database does not allow it; the database is empty again when
     *     it was empty before
     */
    public void restore(Path file) {
        long begun = System.nanoTime();
        try (BackupFile backup = BackupFile.open(file)) {
            String sha256 = sha256(file);
            Optional<Mark> before = mark.read();
            if (before.isPresent()
                    && before.get().ended()
                    && before.get().sha256().equals(sha256)) {
                log.info("The database was restored from {} before; nothing to do", file);
                return;
            }
            requireWhole(file, backup);
            if (before.isPresent() && !before.get().ended()) {
                discard(backup.manifest().schemaNames());
            }
            requireEmpty(backup.manifest().schemaNames());
            backup.verify();
            fill(file, sha256, backup);
            log.info(
                    "Restored {} rows of {} schemas from {} in {} ms",
                    backup.manifest().rowCount(),
                    backup.manifest().schemas().size(),
                    file,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        } catch (IOException e) {
            throw new RestoreRefusedException(file + " could not be restored: " + e.getMessage(), e);
        } catch (SQLException e) {
            SQLException bare = Refusals.withoutRefusedValues(e);
            throw new RestoreRefusedException(file + " could not be restored: " + bare.getMessage(), bare);
        }
    }

    private void fill(Path file, String sha256, BackupFile backup) throws SQLException, IOException {
        boolean done = false;
        Path folder = sign.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(sign, file + "\n");
        try {
            inTurn(() -> engine.prepareSchema(ScriptArchive.SCHEMA));
            mark.begin(String.valueOf(file.getFileName()), sha256);
            new Restorer(engine, backup).run();
            mark.end(sha256);
            done = true;
            Files.delete(sign);
        } catch (MigrationException | DatabaseException e) {
            throw new RestoreRefusedException(file + " could not be restored: " + e.getMessage(), e);
        } finally {
            if (!done) {
                discard(backup.manifest().schemaNames());
            }
        }
    }

    private static void requireWhole(Path file, BackupFile backup) {
        if (!backup.manifest().whole()) {
            throw new RestoreRefusedException(file + " is an export of schema "
                    + backup.manifest().schemaNames() + " (expected: a backup of the whole platform)");
        }
    }

    private void requireEmpty(List<String> wanted) throws SQLException {
        try (Connection connection = engine.writers().getConnection()) {
            Catalogue catalogue = new Catalogue(connection);
            Set<String> there = new TreeSet<>(catalogue.schemas());
            for (String schema : wanted) {
                if (catalogue.schemaExists(schema)) {
                    there.add(schema);
                }
            }
            if (!there.isEmpty()) {
                throw new RestoreRefusedException("the database is in use: it has the schemas " + there
                        + " (expected: an empty one). A backup is restored into an empty installation only");
            }
        }
    }

    private void discard(List<String> wanted) throws SQLException {
        Set<String> schemas = new TreeSet<>(wanted);
        try (Connection connection = engine.writers().getConnection()) {
            schemas.addAll(new Catalogue(connection).schemas());
        }
        inTurn(() -> {
            schemas.forEach(engine::dropSchema);
            engine.dropSchema(ScriptArchive.SCHEMA);
        });
        log.info("Threw away what an unfinished restore had left");
    }

    private void inTurn(Runnable work) {
        WriteTurns.Turn turn = engine.turns().take();
        try {
            work.run();
        } finally {
            turn.committed();
            turn.giveBack();
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = ZipParts.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
