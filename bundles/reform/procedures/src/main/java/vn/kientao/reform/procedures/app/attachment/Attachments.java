package vn.kientao.reform.procedures.app.attachment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.domain.attachment.Attachment;
import vn.kientao.reform.procedures.domain.attachment.Digest;
import vn.kientao.reform.procedures.domain.attachment.FileKind;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.attachment.AttachmentTables;
import vn.kientao.reform.procedures.store.dossier.DossierChanges;
import vn.kientao.reform.procedures.store.dossier.DossierReader;
import vn.kientao.reform.procedures.store.report.DossierSpans;

/** The files of dossiers. A paper with a file is digitised (số hoá) and may be re-used as long as it is valid. */
@Component(service = Attachments.class)
public final class Attachments {
    /** Bytes of a file. */
    public static final long MOST_BYTES = 10_000_000;
    /** Files of a dossier. */
    public static final int MOST_FILES = 40;

    private final Database database;
    private final AuditTrail audit;
    private final AttachmentTables tables = new AttachmentTables();
    private final DossierChanges changes = new DossierChanges();
    private final DossierReader reader = new DossierReader();
    private final DossierSpans spans = new DossierSpans();

    @Activate
    public Attachments(@Reference Database database, @Reference AuditTrail audit, @Reference ProcedureTables migrated) {
        this.database = database;
        this.audit = audit;
    }

    /** The dossier's files in order of its papers. */
    public List<Attachment> of(Dossier dossier) {
        return database.read(handle -> tables.all(handle, dossier.id()));
    }

    public Optional<byte[]> content(Dossier dossier, Attachment file) {
        return database.read(handle -> tables.content(handle, dossier.id(), file.id()));
    }

    /**
     * Keeps a file of a paper; the same file again changes nothing.
     *
     * @param paper place of the paper, from 1
     * @param validTo the last day on which the paper may be used; empty when it does not end
     * @return the file that is kept; empty when the dossier has as many files as it may have
     */
    public Optional<Attachment> add(
            Dossier dossier, int paper, String name, byte[] content, Optional<LocalDate> validTo, Doer doer) {
        Attachment file = new Attachment(
                0, paper, name, FileKind.of(content), content.length, Digest.sha256(content), doer.at(), doer.name());
        return database.write(handle -> {
            changes.hold(handle, dossier.code());
            List<Attachment> present = tables.all(handle, dossier.id());
            Optional<Attachment> same = present.stream()
                    .filter(one -> one.paper() == paper && one.sha256().equals(file.sha256()))
                    .findFirst();
            if (same.isPresent() || present.size() >= MOST_FILES) {
                return same;
            }
            long id = tables.add(handle, dossier.id(), file, content, validTo, doer.account());
            spans.papersChanged(handle, dossier.id());
            audit.record(
                    handle,
                    doer.audit()
                            .entry(
                                    "procedures.file-add",
                                    "dossier",
                                    dossier.code().toString(),
                                    file.auditDetail()));
            return Optional.of(file.withId(id));
        });
    }

    /**
     * Takes a file away for good.
     *
     * @return false when the dossier has ended: it stays as it was decided on
     */
    public boolean remove(Dossier dossier, Attachment file, Doer doer) {
        return database.write(handle -> {
            changes.hold(handle, dossier.code());
            boolean running = reader.find(handle, dossier.code())
                    .map(now -> now.status().running())
                    .orElse(false);
            if (!running) {
                return false;
            }
            tables.remove(handle, dossier.id(), file);
            spans.papersChanged(handle, dossier.id());
            audit.record(
                    handle,
                    doer.audit()
                            .entry(
                                    "procedures.file-remove",
                                    "dossier",
                                    dossier.code().toString(),
                                    file.auditDetail()));
            return true;
        });
    }
}
