package vn.kientao.reform.procedures.app.dossier;

import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.dossier.DossierChanges;
import vn.kientao.reform.procedures.store.dossier.DossierReader;

/**
 * Takes dossiers on: passes them to the handling room, records the result, hands it over. Each change is made only from
 * the version that its author saw ({@link StaleRecordException}) and only where {@link DossierAction} allows it
 * ({@link DossierNotAllowedException}); its event and its audit entry are kept in the same transaction.
 */
@Component(service = DossierProgress.class)
public final class DossierProgress {
    private static final Logger log = LoggerFactory.getLogger(DossierProgress.class);

    private final Database database;
    private final AuditTrail auditTrail;
    private final DossierChanges changes = new DossierChanges();
    private final DossierReader reader = new DossierReader();

    @Activate
    public DossierProgress(
            @Reference Database database, @Reference AuditTrail auditTrail, @Reference ProcedureTables tables) {
        this.database = database;
        this.auditTrail = auditTrail;
    }

    /** Passes the dossier to the room or person that settles it (Decree 61/2018/NĐ-CP, Article 18). */
    public void forward(Dossier dossier, String place, String note, Doer doer) {
        change(
                dossier,
                DossierAction.FORWARD,
                doer,
                place,
                note,
                transaction -> changes.forward(transaction, dossier.id(), dossier.version(), place));
    }

    /** Records the signed result (Article 19). */
    public void finish(Dossier dossier, DossierResult result, String note, Doer doer) {
        change(
                dossier,
                DossierAction.FINISH,
                doer,
                "",
                note,
                transaction -> changes.finish(transaction, dossier.id(), dossier.version(), result, doer.at()));
    }

    /** Hands the result over (Article 20). */
    public void handOver(Dossier dossier, String handedTo, String note, Doer doer) {
        change(
                dossier,
                DossierAction.HAND_OVER,
                doer,
                "",
                note,
                transaction -> changes.handOver(transaction, dossier.id(), dossier.version(), handedTo, doer.at()));
    }

    private void change(
            Dossier dossier, DossierAction action, Doer doer, String place, String note, Predicate<Handle> change) {
        database.write(transaction -> {
            Dossier present = reader.find(transaction, dossier.code()).orElseThrow();
            if (present.version() != dossier.version()) {
                throw new StaleRecordException("dossier " + dossier.code(), dossier.version());
            }
            if (!present.allows(action)) {
                throw new DossierNotAllowedException(dossier.code(), action, present.status());
            }
            if (!change.test(transaction)) {
                throw new StaleRecordException("dossier " + dossier.code(), dossier.version());
            }
            changes.add(
                    transaction,
                    dossier.id(),
                    new DossierEvent(
                            dossier.version() + 1,
                            doer.at(),
                            action,
                            action.to(),
                            doer.account(),
                            doer.name(),
                            place,
                            note));
            String detail = "{\"from\":" + present.status().number() + ",\"to\":"
                    + action.to().number() + "}";
            auditTrail.record(
                    transaction,
                    doer.audit()
                            .entry(
                                    "procedures." + action.word(),
                                    "dossier",
                                    dossier.code().toString(),
                                    detail));
            log.info("Dossier {}: {}", dossier.code(), action.word());
            return true;
        });
    }
}
