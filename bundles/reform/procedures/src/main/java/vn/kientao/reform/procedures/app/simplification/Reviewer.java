package vn.kientao.reform.procedures.app.simplification;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;
import vn.kientao.platform.api.security.AuditEntry;

/**
 * Who works on a review, for which agency and when.
 *
 * @param agency code of the agency
 * @param account the account id
 * @param name that person's name
 * @param approves whether that person may decide on proposals
 * @param at in the time of Viet Nam
 * @param onceKey what makes a repetition harmless
 * @param audit makes the entry of the audit trail
 */
public record Reviewer(
        String agency,
        String account,
        String name,
        boolean approves,
        LocalDateTime at,
        Optional<String> onceKey,
        Audit audit) {
    public Reviewer {
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
