package vn.kientao.platform.data.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Backups;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.data.Engine;
import vn.kientao.platform.data.backup.Manifest.Schema;

/** Takes and keeps backups, one at a time. */
public final class PlatformBackups implements Backups {
    private static final Logger log = LoggerFactory.getLogger(PlatformBackups.class);
    private static final String AUTOMATIC = "auto";

    private final Engine engine;
    private final BackupFolder folder;
    private final int keep;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock(true);

    /**
     * @param folder where the files go; made when it is missing
     * @param keep how many automatic backups stay
     */
    public PlatformBackups(Engine engine, Path folder, int keep, Clock clock) {
        if (keep < 1) {
            throw new IllegalArgumentException("keep " + keep + " automatic backups (expected: at least 1)");
        }
        this.engine = engine;
        this.folder = new BackupFolder(folder);
        this.keep = keep;
        this.clock = clock;
    }

    /** Throws away what a crash left half written. */
    void tidy() {
        try {
            folder.tidy();
        } catch (IOException e) {
            log.warn("Cannot tidy the folder of backups", e);
        }
    }

    @Override
    public Backup create(String reason, String account, Progress progress) {
        return take("", Optional.empty(), reason, account, progress);
    }

    @Override
    public Backup createAutomatic(String reason, String account, Progress progress) {
        Backup taken = take(AUTOMATIC, Optional.empty(), reason, account, progress);
        forgetOldest();
        return taken;
    }

    @Override
    public Backup export(String schema, String account) {
        return take(schema, Optional.of(schema), "schema " + schema, account, (done, total, table) -> {});
    }

    @Override
    public List<Backup> all() {
        try {
            List<Backup> backups = new ArrayList<>();
            for (Path file : folder.files()) {
                read(file).ifPresent(backups::add);
            }
            return backups;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the backups", e);
        }
    }

    @Override
    public Optional<Backup> find(String name) {
        if (!BackupFolder.isName(name) || !Files.exists(folder.file(name))) {
            return Optional.empty();
        }
        try {
            return read(folder.file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the backup " + name, e);
        }
    }

    @Override
    public void delete(String name, String account) {
        if (!BackupFolder.isName(name)) {
            return;
        }
        try {
            BackupFolder.delete(folder.file(name));
            log.info("{} deleted the backup {}", account, name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the backup " + name, e);
        }
    }

    private Backup take(String kind, Optional<String> only, String reason, String account, Progress progress) {
        one.lock();
        try {
            long begun = System.nanoTime();
            Instant at = clock.instant();
            Path file = folder.write(kind, at, (BackupFolder.Content<SQLException>)
                    out -> write(out, at, only, kind.equals(AUTOMATIC), reason, account, progress));
            Backup backup =
                    read(file).orElseThrow(() -> new DatabaseException("the backup " + file + " cannot be read back"));
            log.info(
                    "{} took the backup {}: {} rows, {} bytes, {} ms",
                    account,
                    backup.name(),
                    backup.rows(),
                    backup.bytes(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            return backup;
        } catch (SQLException | IOException e) {
            throw new DatabaseException("the backup could not be taken: " + e.getMessage(), e);
        } finally {
            one.unlock();
        }
    }

    private void write(
            OutputStream out,
            Instant at,
            Optional<String> only,
            boolean automatic,
            String reason,
            String account,
            Progress progress)
            throws SQLException, IOException {
        try (Snapshot snapshot = Snapshot.of(engine);
                ZipParts zip = new ZipParts(out)) {
            List<String> names = names(snapshot, only);
            List<Schema> schemas = new BackupWriter(snapshot, zip, progress).write(names);
            zip.manifest(new Manifest(
                    Manifest.FORMAT,
                    at.toString(),
                    account,
                    reason,
                    only.isEmpty(),
                    automatic,
                    engine.dialect().name(),
                    schemas,
                    zip.parts()));
        }
    }

    private static List<String> names(Snapshot snapshot, Optional<String> only) throws SQLException {
        List<String> all = snapshot.catalogue().schemas();
        if (only.isPresent() && !all.contains(only.get())) {
            throw new DatabaseException("there is no schema " + only.get() + " (expected: one of " + all + ")");
        }
        return only.map(List::of).orElse(all);
    }

    private void forgetOldest() {
        try {
            List<Path> automatic = folder.files().stream()
                    .filter(file -> String.valueOf(file.getFileName()).startsWith("kientao-" + AUTOMATIC + "-"))
                    .toList();
            for (Path old : automatic.stream().skip(keep).toList()) {
                BackupFolder.delete(old);
                log.info("Deleted the automatic backup {}: {} newer ones are kept", old.getFileName(), keep);
            }
        } catch (IOException e) {
            log.warn("Cannot delete old automatic backups", e);
        }
    }

    /** Empty when the file is no backup; others may put files into the folder. */
    private static Optional<Backup> read(Path file) throws IOException {
        try (BackupFile backup = BackupFile.open(file)) {
            Manifest manifest = backup.manifest();
            return Optional.of(new Backup(
                    String.valueOf(file.getFileName()),
                    file,
                    Instant.parse(manifest.at()),
                    manifest.account(),
                    manifest.reason(),
                    manifest.schemaNames(),
                    manifest.rowCount(),
                    Files.size(file),
                    BackupFolder.sha256(file)));
        } catch (RestoreRefusedException e) {
            log.warn("{} stands among the backups and is none: {}", file, e.getMessage());
            return Optional.empty();
        }
    }
}
