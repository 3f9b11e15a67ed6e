package vn.kientao.reform.procedures.app.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.reform.procedures.domain.attachment.Attachment;
import vn.kientao.reform.procedures.domain.attachment.IntakeScan;
import vn.kientao.reform.procedures.domain.attachment.ScanPlaces;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.store.attachment.AttachmentTables;
import vn.kientao.reform.procedures.store.attachment.IntakeScanTables;
import vn.kientao.reform.procedures.store.report.DossierSpans;

/**
 * What a new dossier's papers bring along as files: the scans of its intake form, and copies of the files of those papers
 * that are re-used, so that the dossier stays whole when the earlier one's days of keeping are over.
 */
final class PaperFiles {
    private final AuditTrail audit;
    private final AttachmentTables files = new AttachmentTables();
    private final IntakeScanTables scans = new IntakeScanTables();
    private final DossierSpans spans = new DossierSpans();

    PaperFiles(AuditTrail audit) {
        this.audit = audit;
    }

    /** In the transaction that keeps the dossier. */
    void keep(
            Handle transaction,
            long dossier,
            DossierCode code,
            List<ReceivedPaper> papers,
            Optional<ScanPlaces> scanned,
            Doer doer) {
        scanned.ifPresent(form -> moveScans(transaction, dossier, code, form, doer));
        for (int place = 1; place <= papers.size(); place++) {
            ReceivedPaper paper = papers.get(place - 1);
            if (paper.digital() == ReceivedPaper.Digital.RE_USED_PAPER) {
                copy(transaction, dossier, code, place, paper, doer);
            }
        }
        spans.papersChanged(transaction, dossier);
    }

    private void moveScans(Handle transaction, long dossier, DossierCode code, ScanPlaces form, Doer doer) {
        for (IntakeScan scan : scans.all(transaction, form.key())) {
            Integer place = form.places().get(scan.field());
            if (place == null) {
                throw new IllegalStateException("scan of line " + scan.field() + " (expected: one of "
                        + form.places().keySet() + ")");
            }
            Attachment file = new Attachment(
                    0, place, scan.name(), scan.kind(), scan.size(), scan.sha256(), doer.at(), doer.name());
            add(transaction, dossier, code, file, scans.content(transaction, form.key(), scan.id()), doer);
        }
        scans.clear(transaction, form.key());
    }

    private void copy(Handle transaction, long dossier, DossierCode code, int place, ReceivedPaper paper, Doer doer) {
        String name = Folding.fold(paper.name());
        files.digitised(transaction, doer.agency(), paper.source()).stream()
                .filter(source -> Folding.fold(source.name()).equals(name))
                .findFirst()
                .ifPresent(source -> files.all(transaction, source.dossier()).stream()
                        .filter(file -> file.paper() == source.place())
                        .forEach(file -> files.content(transaction, source.dossier(), file.id())
                                .ifPresent(content -> add(
                                        transaction,
                                        dossier,
                                        code,
                                        file.at(place, doer.at(), doer.name()),
                                        content,
                                        doer))));
    }

    private void add(Handle transaction, long dossier, DossierCode code, Attachment file, byte[] content, Doer doer) {
        boolean there = files.all(transaction, dossier).stream()
                .anyMatch(one -> one.paper() == file.paper() && one.sha256().equals(file.sha256()));
        if (there) {
            return;
        }
        files.add(transaction, dossier, file, content, Optional.<LocalDate>empty(), doer.account());
        audit.record(
                transaction, doer.audit().entry("procedures.file-add", "dossier", code.toString(), file.auditDetail()));
    }
}
