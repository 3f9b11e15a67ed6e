package vn.kientao.reform.procedures.app.variant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.domain.variant.Variant;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.variant.VariantStore;

/** The cases (trường hợp) of procedures: looked up by version and day, defined and ended by who configures the catalogue. */
@Component(service = Variants.class)
public final class Variants {
    private final Database database;
    private final AuditTrail audit;
    private final VariantStore store = new VariantStore();

    @Activate
    public Variants(@Reference Database database, @Reference AuditTrail audit, @Reference ProcedureTables tables) {
        this(database, audit);
    }

    /** For tests: the tables are there. */
    public Variants(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** The cases of the procedure with this version that are in force on the day, by key; none for most procedures. */
    public List<Variant> of(long versionId, LocalDate day) {
        return database.read(
                handle -> store.codeOf(handle, versionId).map(code -> store.of(handle, code)).orElse(List.of()).stream()
                        .filter(variant -> variant.validOn(day))
                        .toList());
    }

    /** The cases of the procedure with this code that are in force on the day, by key. */
    public List<Variant> inForce(String code, LocalDate day) {
        return all(code).stream().filter(variant -> variant.validOn(day)).toList();
    }

    /** Every case that the procedure has or had. */
    public List<Variant> all(String code) {
        return database.read(handle -> store.of(handle, code));
    }

    /** The case that a dossier came in under, in force or not. */
    public Optional<Variant> find(long id) {
        return database.read(handle -> store.find(handle, id));
    }

    /**
     * Defines a case from its first day on. An open one under the same key ends the day before.
     *
     * @param seen the id of the open one that the author saw; 0 for none
     * @throws StaleRecordException when another one is open now
     */
    public long define(Variant variant, long seen, Changing by) {
        return database.write(transaction -> {
            Optional<Variant> open = open(transaction, variant);
            long present = open.map(Variant::id).orElse(0L);
            if (present != seen) {
                throw new StaleRecordException("variant " + variant.key() + " of " + variant.code(), seen);
            }
            open.ifPresent(before ->
                    store.end(transaction, before.id(), variant.validFrom().minusDays(1)));
            long id = store.insert(transaction, variant);
            audit.record(
                    transaction,
                    by.audit()
                            .entry("procedures.define-variant", "procedure", variant.code(), detail(variant, id))
                            .because(variant.legalBasis()));
            return id;
        });
    }

    /**
     * Ends an open case; its last day is {@code last}.
     *
     * @throws StaleRecordException when it is not open any more
     */
    public void end(Variant variant, LocalDate last, Changing by) {
        database.write(transaction -> {
            if (!store.end(transaction, variant.id(), last)) {
                throw new StaleRecordException("variant " + variant.key() + " of " + variant.code(), variant.id());
            }
            audit.record(
                    transaction,
                    by.audit()
                            .entry(
                                    "procedures.end-variant",
                                    "procedure",
                                    variant.code(),
                                    detail(variant, variant.id())));
            return variant;
        });
    }

    private Optional<Variant> open(Handle transaction, Variant wanted) {
        return store.of(transaction, wanted.code()).stream()
                .filter(variant ->
                        variant.key().equals(wanted.key()) && variant.validTo().isEmpty())
                .findFirst();
    }

    private static String detail(Variant variant, long id) {
        return "{\"variant\":\"" + variant.key() + "\",\"id\":" + id + "}";
    }
}
