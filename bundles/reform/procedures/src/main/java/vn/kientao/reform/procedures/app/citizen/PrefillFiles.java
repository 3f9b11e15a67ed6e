package vn.kientao.reform.procedures.app.citizen;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.reform.procedures.app.attachment.Attachments;
import vn.kientao.reform.procedures.domain.attachment.Digest;
import vn.kientao.reform.procedures.domain.attachment.FileKind;
import vn.kientao.reform.procedures.domain.citizen.PrefillFile;
import vn.kientao.reform.procedures.domain.citizen.Seal;
import vn.kientao.reform.procedures.domain.citizen.SecretCode;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.citizen.PrefillFileTables;

/**
 * The scans that people attach at home. Names and contents are sealed with the code of the form, which is given out with the
 * first file; once the form is sent they belong to it and are deleted with it.
 */
@Component(service = PrefillFiles.class)
public final class PrefillFiles {
    /** How long files are kept that are never sent with a form, in days. */
    public static final int UNSENT_DAYS = 1;
    /** Bytes of the files of a form. */
    public static final long MOST_OF_FORM = 40_000_000;
    /** Bytes of the files of all forms: strangers cannot fill the disk. */
    static final long MOST_IN_ALL = 5_000_000_000L;

    private static final Logger log = LoggerFactory.getLogger(PrefillFiles.class);
    private static final String BETWEEN = "\n";

    private final Database database;
    private final SecureRandom random = new SecureRandom();
    private final PrefillFileTables tables = new PrefillFileTables();

    @Activate
    public PrefillFiles(@Reference Database database, @Reference ProcedureTables migrated) {
        this.database = database;
    }

    /** What became of a file. */
    public enum Kept {
        /** It is there, now or since before. */
        YES,
        /** The form has as many files, or as many bytes, as it may have. */
        FORM_FULL,
        /** All forms together have as many bytes as they may have. */
        STORE_FULL
    }

    /** A code for a form that gets its first file. */
    public SecretCode next() {
        return SecretCode.next(random);
    }

    /** Whether files wait under the code for a form of this procedure to be sent. */
    public boolean waiting(SecretCode code, String procedure) {
        String lookup = code.lookup();
        List<PrefillFileTables.Row> rows = database.read(handle -> tables.all(handle, lookup));
        return !rows.isEmpty()
                && rows.stream().allMatch(row -> !row.sent() && row.procedure().equals(procedure));
    }

    /** The files under the code, in the order in which they came. */
    public List<PrefillFile> of(SecretCode code) {
        String lookup = code.lookup();
        List<PrefillFileTables.Row> rows = database.read(handle -> tables.all(handle, lookup));
        byte[] key = code.key();
        return rows.stream().map(row -> opened(key, row)).toList();
    }

    /** Hands out each file with what it holds. */
    public void each(SecretCode code, BiConsumer<PrefillFile, byte[]> taker) {
        String lookup = code.lookup();
        byte[] key = code.key();
        for (PrefillFileTables.Row row : database.read(handle -> tables.all(handle, lookup))) {
            byte[] sealed = database.read(handle -> tables.content(handle, row.id()));
            taker.accept(opened(key, row), Seal.open(key, sealed));
        }
    }

    /**
     * Keeps a file; the same file again for the same line changes nothing.
     *
     * @param field the line of the checklist
     * @param paper name of its paper
     */
    public Kept add(
            SecretCode code,
            String procedure,
            String field,
            String paper,
            String name,
            byte[] content,
            LocalDateTime at) {
        String lookup = code.lookup();
        byte[] key = code.key();
        PrefillFileTables.Row row = new PrefillFileTables.Row(
                0,
                procedure,
                false,
                field,
                Seal.close(key, name + BETWEEN + paper, random),
                FileKind.of(content),
                content.length,
                mark(key, content),
                at);
        byte[] sealed = Seal.close(key, content, random);
        return database.write(transaction -> {
            List<PrefillFileTables.Row> present = tables.all(transaction, lookup);
            if (present.stream()
                    .anyMatch(one -> one.field().equals(field) && one.mark().equals(row.mark()))) {
                return Kept.YES;
            }
            long bytes = present.stream().mapToLong(PrefillFileTables.Row::size).sum();
            if (present.size() >= Attachments.MOST_FILES || bytes + content.length > MOST_OF_FORM) {
                return Kept.FORM_FULL;
            }
            if (tables.bytes(transaction) + content.length > MOST_IN_ALL) {
                return Kept.STORE_FULL;
            }
            tables.add(transaction, lookup, row, sealed);
            return Kept.YES;
        });
    }

    /** Takes a file away for good; one that has been sent stays with its form. */
    public void remove(SecretCode code, long id) {
        String lookup = code.lookup();
        database.write(transaction -> {
            tables.remove(transaction, lookup, id);
            return id;
        });
    }

    /** Throws away what was attached and never sent. */
    public int deleteUnsent(LocalDateTime now) {
        int deleted = database.write(transaction -> tables.deleteUnsentBefore(transaction, now.minusDays(UNSENT_DAYS)));
        if (deleted > 0) {
            log.info("Deleted {} files that were attached at home and never sent", deleted);
        }
        return deleted;
    }

    private static PrefillFile opened(byte[] key, PrefillFileTables.Row row) {
        String names = Seal.open(key, row.sealedName());
        int end = names.indexOf(BETWEEN);
        return new PrefillFile(
                row.id(),
                row.field(),
                names.substring(end + BETWEEN.length()),
                names.substring(0, end),
                row.kind(),
                row.size(),
                row.at());
    }

    /** Only whoever has the key can tell whether a file is a certain one. */
    private static String mark(byte[] key, byte[] content) {
        return Digest.sha256(ByteBuffer.allocate(key.length + content.length)
                .put(key)
                .put(content)
                .array());
    }
}
