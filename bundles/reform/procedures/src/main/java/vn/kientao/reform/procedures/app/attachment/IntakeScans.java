package vn.kientao.reform.procedures.app.attachment;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.domain.attachment.Digest;
import vn.kientao.reform.procedures.domain.attachment.FileKind;
import vn.kientao.reform.procedures.domain.attachment.IntakeKey;
import vn.kientao.reform.procedures.domain.attachment.IntakeScan;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.attachment.IntakeScanTables;

/**
 * The scans of half-filled intake forms. They are kept beside what was typed, for the account that typed it, and outlive
 * updates and restarts as that does; the desk turns them into files of the dossier when it is received.
 */
@Component(service = IntakeScans.class)
public final class IntakeScans {
    /** How long they are kept, in days: as long as the platform keeps what was typed. */
    public static final int KEPT_DAYS = 7;

    private static final Logger log = LoggerFactory.getLogger(IntakeScans.class);

    private final Database database;
    private final AuditTrail audit;
    private final IntakeScanTables tables = new IntakeScanTables();

    @Activate
    public IntakeScans(@Reference Database database, @Reference AuditTrail audit, @Reference ProcedureTables migrated) {
        this.database = database;
        this.audit = audit;
    }

    /** The form's scans in the order in which they came. */
    public List<IntakeScan> of(IntakeKey key) {
        return database.read(handle -> tables.all(handle, key));
    }

    /** A scan of one of the account's own forms; empty when there is none. */
    public Optional<Held> find(String agency, String account, long id) {
        return database.read(handle -> tables.form(handle, agency, account, id)
                .flatMap(key -> tables.all(handle, key).stream()
                        .filter(scan -> scan.id() == id)
                        .findFirst()
                        .map(scan -> new Held(key, scan))));
    }

    /**
     * What a scan holds.
     *
     * @throws IllegalStateException when it has been taken away meanwhile
     */
    public byte[] content(Held held) {
        return database.read(
                handle -> tables.content(handle, held.form(), held.scan().id()));
    }

    /** A scan and the form that it is attached to. */
    public record Held(IntakeKey form, IntakeScan scan) {}

    /**
     * Keeps a scan; the same file again for the same line changes nothing.
     *
     * @param field the line of the checklist
     * @return false when the form has as many as a dossier may have
     */
    public boolean add(IntakeKey key, String field, String name, byte[] content, Doer doer) {
        IntakeScan scan =
                new IntakeScan(0, field, name, FileKind.of(content), content.length, Digest.sha256(content), doer.at());
        return database.write(handle -> {
            List<IntakeScan> present = tables.all(handle, key);
            if (present.stream()
                    .anyMatch(one -> one.field().equals(field) && one.sha256().equals(scan.sha256()))) {
                return true;
            }
            if (present.size() >= Attachments.MOST_FILES) {
                return false;
            }
            tables.add(handle, key, scan, content);
            audit.record(handle, doer.audit().entry("procedures.scan-add", "intake-form", key.form(), detail(scan)));
            return true;
        });
    }

    /** Takes a scan away for good; one that the form does not have is gone already. */
    public void remove(IntakeKey key, long id, Doer doer) {
        database.write(handle -> {
            List<IntakeScan> gone = tables.all(handle, key).stream()
                    .filter(scan -> scan.id() == id)
                    .filter(scan -> tables.remove(handle, key, id))
                    .toList();
            gone.forEach(scan -> audit.record(
                    handle, doer.audit().entry("procedures.scan-remove", "intake-form", key.form(), detail(scan))));
            return gone.size();
        });
    }

    /** Throws away what nobody has received in time. */
    public int deleteOld(LocalDateTime now) {
        int deleted = database.write(handle -> tables.deleteAddedBefore(handle, now.minusDays(KEPT_DAYS)));
        if (deleted > 0) {
            log.info("Threw away {} scans of intake forms that were left lying", deleted);
        }
        return deleted;
    }

    private static String detail(IntakeScan scan) {
        return "{\"line\":\"" + scan.field() + "\",\"kind\":\"" + scan.kind() + "\",\"sha256\":\"" + scan.sha256()
                + "\"}";
    }
}
