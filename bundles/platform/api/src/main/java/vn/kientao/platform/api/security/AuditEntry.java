package vn.kientao.platform.api.security;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One line of the audit trail (nhật ký thao tác).
 *
 * @param account who: {@link Actor#account()}
 * @param agency code of the agency it happened in; empty for the platform itself
 * @param module id of the module, or the platform room ({@code kernel}, {@code security})
 * @param action {@code <module>.<verb>}, such as {@code procedures.receive}
 * @param objectType what was changed, such as {@code dossier}
 * @param objectId its id
 * @param detail what changed, as JSON without personal data beyond what the object holds; may be empty
 * @param requestId ties the entry to the log and the error page
 */
public record AuditEntry(
        String account,
        Optional<String> agency,
        String module,
        String action,
        String objectType,
        String objectId,
        String detail,
        String requestId) {

    public AuditEntry {
        requireNonNull(account, "account");
        requireNonNull(agency, "agency");
        requireNonNull(module, "module");
        requireNonNull(action, "action");
        requireNonNull(objectType, "objectType");
        requireNonNull(objectId, "objectId");
        requireNonNull(detail, "detail");
        requireNonNull(requestId, "requestId");
    }
}
