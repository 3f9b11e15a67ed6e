package vn.kientao.platform.api.data;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Backups (sao lưu) of the whole platform: every schema with the modules' jars, in one file, taken while people work. The
 * file does not depend on the database it was taken from.
 */
@ProviderType
public interface Backups {

    /**
     * Takes a backup now and returns when it is complete on disk.
     *
     * @param reason in the words of whoever asked, such as {@code before procedures 1.2.0}
     * @param progress told how far it is; called from this thread
     * @throws DatabaseException when the database or the disk fails; no half file stays
     */
    Backup create(String reason, String account, Progress progress);

    /**
     * As {@link #create}, for one that the platform takes by itself: only the last few of these are kept
     * ({@code keep} in {@code etc/vn.kientao.backup.cfg}), older ones make room for it.
     */
    Backup createAutomatic(String reason, String account, Progress progress);

    /** The backups in the backup folder, newest first. */
    List<Backup> all();

    /** The backup with this name. */
    Optional<Backup> find(String name);

    /**
     * Writes one schema, in the same form, into the backup folder: what is kept of a module before its data goes.
     *
     * @throws DatabaseException as {@link #create}
     */
    Backup export(String schema, String account);

    /** Throws a backup away; does nothing when there is none of this name. */
    void delete(String name, String account);

    /**
     * A backup.
     *
     * @param name file name without folder
     * @param schemas what it holds
     * @param bytes size of the file
     */
    record Backup(
            String name,
            Path file,
            Instant at,
            String account,
            String reason,
            List<String> schemas,
            long rows,
            long bytes,
            String sha256) {
        public Backup {
            requireNonNull(name, "name");
            requireNonNull(file, "file");
            requireNonNull(at, "at");
            requireNonNull(account, "account");
            requireNonNull(reason, "reason");
            schemas = List.copyOf(schemas);
            requireNonNull(sha256, "sha256");
        }
    }

    /** Is told {@code done} of {@code total} tables. */
    @FunctionalInterface
    interface Progress {
        void at(long done, long total, String table);
    }
}
