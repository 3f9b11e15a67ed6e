package vn.kientao.reform.procedures.app.variant;

import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.domain.variant.Receiver;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.variant.ReceiverStore;

/** Which agency receives dossiers of which procedure. */
@Component(service = Receivers.class)
public final class Receivers {
    private final Database database;
    private final AuditTrail audit;
    private final ReceiverStore store = new ReceiverStore();

    @Activate
    public Receivers(@Reference Database database, @Reference AuditTrail audit, @Reference ProcedureTables tables) {
        this(database, audit);
    }

    /** For tests: the tables are there. */
    public Receivers(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Those that receive the procedure or did, in the order they were named. */
    public List<Receiver> of(String code) {
        return database.read(handle -> store.of(handle, code));
    }

    /** Codes of the procedures that the agency is named for on the day; none when it receives by level only. */
    public List<String> codes(String agency, LocalDate day) {
        return database.read(handle -> store.codes(handle, agency, day));
    }

    /** Whether the agency receives the procedure on the day: it is named, or nobody is. */
    public boolean receives(String agency, String code, LocalDate day) {
        List<Receiver> named =
                of(code).stream().filter(receiver -> receiver.validOn(day)).toList();
        return named.isEmpty()
                || named.stream().anyMatch(receiver -> receiver.agency().equals(agency));
    }

    /** Names an agency from a day on; nothing happens when it is named then. */
    public void name(String code, String agency, LocalDate from, String legalBasis, Changing by) {
        database.write(transaction -> {
            boolean named = store.of(transaction, code).stream()
                    .anyMatch(receiver -> receiver.agency().equals(agency)
                            && receiver.validTo().isEmpty());
            if (!named) {
                store.insert(transaction, code, agency, from, legalBasis);
                audit.record(
                        transaction,
                        by.audit()
                                .entry("procedures.name-receiver", "procedure", code, "{\"agency\":\"" + agency + "\"}")
                                .because(legalBasis));
            }
            return code;
        });
    }

    /**
     * Ends it for an agency; its last day is {@code last}.
     *
     * @throws StaleRecordException when it has ended
     */
    public void end(String code, long id, LocalDate last, Changing by) {
        database.write(transaction -> {
            if (!store.end(transaction, code, id, last)) {
                throw new StaleRecordException("receiver of " + code, id);
            }
            audit.record(
                    transaction, by.audit().entry("procedures.end-receiver", "procedure", code, "{\"id\":" + id + "}"));
            return code;
        });
    }
}
