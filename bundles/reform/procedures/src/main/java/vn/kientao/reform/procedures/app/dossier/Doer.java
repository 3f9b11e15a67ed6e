package vn.kientao.reform.procedures.app.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;
import vn.kientao.platform.api.security.AuditEntry;

/**
 * Who does something to a dossier, where and when.
 *
 * @param agency code of the agency for which it is done
 * @param account the account id
 * @param name that person's name as shown on screen
 * @param at local time in Viet Nam
 * @param onceKey what makes a repetition harmless
 * @param audit makes the entry of the audit trail
 */
public record Doer(
        String agency, String account, String name, LocalDateTime at, Optional<String> onceKey, Audit audit) {

    public Doer {
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
        requireNonNull(name, "name");
        requireNonNull(at, "at");
        requireNonNull(onceKey, "onceKey");
        requireNonNull(audit, "audit");
    }

    /** Makes an entry of the audit trail for what is being done. */
    @FunctionalInterface
    public interface Audit {
        AuditEntry entry(String action, String objectType, String objectId, String detail);
    }
}
