package vn.kientao.reform.procedures.app.citizen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.domain.citizen.Prefill;
import vn.kientao.reform.procedures.domain.citizen.Seal;
import vn.kientao.reform.procedures.domain.citizen.SecretCode;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.citizen.PrefillFileTables;
import vn.kientao.reform.procedures.store.citizen.PrefillStore;

/**
 * Forms filled in at home. The consent that people give promises deletion after {@link #KEPT_DAYS} days; until then only
 * the code opens a form, for its owner and for the officer who is shown it.
 */
@Component(service = Prefills.class)
public final class Prefills {
    /** How long a form is kept, in days. */
    public static final int KEPT_DAYS = 7;

    private static final Logger log = LoggerFactory.getLogger(Prefills.class);

    private final Database database;
    private final AuditTrail audit;
    private final ObjectMapper json = new ObjectMapper();
    private final SecureRandom random = new SecureRandom();
    private final PrefillStore store = new PrefillStore();
    private final PrefillFileTables attached = new PrefillFileTables();

    @Activate
    public Prefills(@Reference Database database, @Reference AuditTrail audit, @Reference ProcedureTables tables) {
        this.database = database;
        this.audit = audit;
    }

    /** Keeps a form without files. */
    public Optional<SecretCode> keep(
            String procedure, Map<String, String> values, LocalDateTime at, Optional<String> onceKey) {
        return keep(procedure, values, at, onceKey, Optional.empty());
    }

    /**
     * Keeps a form and gives out its code; empty when the same form was sent before.
     *
     * @param files the code under which {@link PrefillFiles} keeps what was attached; the form gets the same
     */
    public Optional<SecretCode> keep(
            String procedure,
            Map<String, String> values,
            LocalDateTime at,
            Optional<String> onceKey,
            Optional<SecretCode> files) {
        SecretCode code = files.orElseGet(() -> SecretCode.next(random));
        PrefillStore.Row row = new PrefillStore.Row(
                0, procedure, Seal.close(code, written(values), random), at, at.plusDays(KEPT_DAYS));
        String lookup = code.lookup();
        boolean kept = database.write(transaction -> {
            boolean fresh = store.insert(transaction, lookup, row, onceKey);
            if (fresh && files.isPresent()) {
                attached.belong(transaction, lookup);
            }
            return fresh;
        });
        return kept ? Optional.of(code) : Optional.empty();
    }

    /** Opens a form for an officer, and writes down that it was opened. */
    public Optional<Prefill> recall(SecretCode code, LocalDateTime now, Audit entry) {
        String lookup = code.lookup();
        return database.write(transaction -> store.find(transaction, lookup, now)
                .map(row -> {
                    audit.record(transaction, entry.of("" + row.id()));
                    return new Prefill(
                            row.id(),
                            row.procedure(),
                            read(Seal.open(code, row.sealed())),
                            row.madeAt(),
                            row.expiresAt());
                }));
    }

    /** Deletes a form and its files at once, because its owner says so; false when there is none. */
    public boolean delete(SecretCode code) {
        String lookup = code.lookup();
        return database.write(transaction -> store.delete(transaction, lookup));
    }

    /** Deletes every form whose days are over, with its files. */
    public int deleteExpired(LocalDateTime now) {
        int deleted = database.write(transaction -> store.deleteExpired(transaction, now));
        if (deleted > 0) {
            log.info("Deleted {} forms filled in at home", deleted);
        }
        return deleted;
    }

    private String written(Map<String, String> values) {
        ObjectNode node = json.createObjectNode();
        values.forEach(node::put);
        return node.toString();
    }

    private Map<String, String> read(String text) {
        try {
            Map<String, String> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> field : json.readTree(text).properties()) {
                values.put(field.getKey(), field.getValue().asText());
            }
            return values;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a form filled in at home cannot be read", e);
        }
    }

    /** Makes the entry of the audit trail for the form with an id. */
    @FunctionalInterface
    public interface Audit {
        AuditEntry of(String id);
    }
}
