package vn.kientao.reform.procedures.app.variant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.Formats;

/**
 * Who changes the catalogue, for which agency and when.
 *
 * @param agency code of the agency for which it is done
 * @param account the account id
 * @param name that person's name as shown on screen
 * @param audit makes the entry of the audit trail
 */
public record Changing(String agency, String account, String name, Instant at, Audit audit) {

    public Changing {
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
        requireNonNull(name, "name");
        requireNonNull(at, "at");
        requireNonNull(audit, "audit");
    }

    /** The day in Viet Nam. */
    public LocalDate today() {
        return LocalDate.ofInstant(at, Formats.ZONE);
    }

    /** Makes an entry of the audit trail for what is being done. */
    @FunctionalInterface
    public interface Audit {
        AuditEntry entry(String action, String objectType, String objectId, String detail);
    }
}
