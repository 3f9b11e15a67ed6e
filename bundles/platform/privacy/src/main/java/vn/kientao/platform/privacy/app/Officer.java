package vn.kientao.platform.privacy.app;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Request;

/**
 * Who takes a step, and when.
 *
 * @param at in the time of Viet Nam
 */
public record Officer(String agency, String account, LocalDateTime at, Audits audit) {

    /** Makes the audit entry of the request that is being served. */
    @FunctionalInterface
    public interface Audits {
        AuditEntry entry(String action, String objectType, String objectId, String detail);
    }

    public Officer {
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
        requireNonNull(at, "at");
        requireNonNull(audit, "audit");
    }

    /** Whoever acts in this request, in this agency. */
    public static Officer of(Request request, String agency) {
        return new Officer(
                agency,
                request.actor().account(),
                LocalDateTime.ofInstant(request.now(), Formats.ZONE).withNano(0),
                request::audit);
    }
}
