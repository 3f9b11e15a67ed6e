package vn.kientao.reform.procedures.app.variant;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.domain.variant.KeptTraits;
import vn.kientao.reform.procedures.domain.variant.ProcedureTraits;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.catalogue.ImportTurn;
import vn.kientao.reform.procedures.store.variant.TraitStore;

/** What the province says of a procedure beside its published record. */
@Component(service = Traits.class)
public final class Traits {
    private final Database database;
    private final AuditTrail audit;
    private final TraitStore store = new TraitStore();
    private final ImportTurn turn = new ImportTurn();

    @Activate
    public Traits(@Reference Database database, @Reference AuditTrail audit, @Reference ProcedureTables tables) {
        this(database, audit);
    }

    /** For tests: the tables are there. */
    public Traits(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    public KeptTraits of(String code) {
        return database.read(handle -> store.find(handle, code));
    }

    /**
     * Keeps what is said now.
     *
     * @param version the one that the author saw; 0 when nothing was said
     * @throws StaleRecordException when somebody else has said something since
     */
    public void save(String code, ProcedureTraits traits, long version, Changing by) {
        database.write(transaction -> {
            ProcedureTraits before = store.find(transaction, code).traits();
            if (!store.save(transaction, code, traits, version, by.account(), by.at())) {
                throw new StaleRecordException("traits of " + code, version);
            }
            turn.nextGeneration(transaction);
            audit.record(
                    transaction,
                    by.audit()
                            .entry("procedures.configure", "procedure", code, "")
                            .changing(json(before), json(traits)));
            return traits;
        });
    }

    private static String json(ProcedureTraits traits) {
        return "{\"audience\":\"%s\",\"level\":\"%s\",\"reason\":\"%s\",\"oneStopExempt\":%s}"
                .formatted(traits.audience(), traits.level(), traits.reason(), traits.oneStopExempt());
    }
}
