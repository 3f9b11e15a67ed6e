package vn.kientao.reform.steering.app.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.file.FileOwner;
import vn.kientao.reform.steering.domain.file.StoredFile;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.file.FileRows;

/** Keeps files with records. */
@Component(service = Files.class)
public final class Files {
    /** Bytes of a file. */
    public static final long MOST_BYTES = 10_000_000;
    /** Files of a record. */
    public static final int MOST_FILES = 40;

    private static final int LONGEST_NAME = 200;

    private final Database database;
    private final AuditTrail audit;
    private final FileRows rows = new FileRows();

    @Activate
    public Files(@Reference Database database, @Reference AuditTrail audit, @Reference SteeringTables tables) {
        this.database = database;
        this.audit = audit;
    }

    /** What else is written in the transaction in which a file comes or goes. */
    @FunctionalInterface
    public interface Trace {
        void leave(Handle transaction, StoredFile file);
    }

    /** A file as it was sent; of a name that is too long the end is kept, which says what it is. */
    @SuppressWarnings("ArrayRecordComponent") // Written, and never compared.
    public record Sent(String name, byte[] content) {
        public Sent {
            name = name.isBlank() ? "tep" : name.substring(Math.max(0, name.length() - LONGEST_NAME));
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }
    }

    /** The files of a record in the order in which they came. */
    public List<StoredFile> of(FileOwner owner) {
        return database.read(handle -> rows.of(handle, owner));
    }

    public Optional<byte[]> content(FileOwner owner, long file) {
        return database.read(handle -> rows.content(handle, owner, file));
    }

    /**
     * Keeps a file; the same content again changes nothing.
     *
     * @return false when the record has as many files as it may have
     */
    public boolean add(FileOwner owner, Sent sent, Tasks.Act act) {
        return add(owner, sent, act, (transaction, file) -> audit.record(transaction, act.entry()));
    }

    /** As {@link #add(FileOwner, Sent, Tasks.Act)}; the trace, with its audit entry, is the caller's. */
    public boolean add(FileOwner owner, Sent sent, Tasks.Act act, Trace trace) {
        return database.write(transaction -> add(transaction, owner, sent, act, trace));
    }

    /** The same within a transaction. */
    public boolean add(Handle transaction, FileOwner owner, Sent sent, Tasks.Act act, Trace trace) {
        byte[] content = sent.content();
        StoredFile file =
                new StoredFile(0, sent.name(), content.length, sha256(content), act.at(), act.agency(), act.account());
        List<StoredFile> present = rows.of(transaction, owner);
        if (present.stream().anyMatch(one -> one.sha256().equals(file.sha256()))) {
            return true;
        }
        if (present.size() >= MOST_FILES) {
            return false;
        }
        rows.add(transaction, owner, file, content);
        trace.leave(transaction, file);
        return true;
    }

    /** Takes a file away for good; the trace, with its audit entry, is the caller's. */
    public void remove(StoredFile file, Trace trace) {
        database.write(transaction -> {
            rows.remove(transaction, file);
            trace.leave(transaction, file);
            return file;
        });
    }

    /** The digest of a content, in hex digits. */
    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
