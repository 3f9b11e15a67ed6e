package vn.kientao.platform.api.security;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One line of the audit trail (nhật ký thao tác). Where from, through which release and in whose place it was done is
 * taken from the {@link Circumstances} when it is recorded.
 *
 * @param account who: {@link Actor#account()}
 * @param agency code of the agency it happened in; empty for the platform itself
 * @param module id of the module, or the platform room ({@code kernel}, {@code security})
 * @param action {@code <module>.<verb>}, such as {@code procedures.receive}
 * @param objectType what was changed, such as {@code dossier}
 * @param objectId its id
 * @param detail what changed, as JSON without personal data beyond what the object holds; may be empty
 * @param requestId ties the entry to the log and the error page; empty stands for that of the circumstances
 * @param before the object before the change, as a JSON object of the changed fields; may be empty
 * @param after the same fields after the change; may be empty
 * @param reason why, in the words of whoever did it; may be empty
 */
public record AuditEntry(
        String account,
        Optional<String> agency,
        String module,
        String action,
        String objectType,
        String objectId,
        String detail,
        String requestId,
        String before,
        String after,
        String reason) {

    public AuditEntry {
        requireNonNull(account, "account");
        requireNonNull(agency, "agency");
        requireNonNull(module, "module");
        requireNonNull(action, "action");
        requireNonNull(objectType, "objectType");
        requireNonNull(objectId, "objectId");
        requireNonNull(detail, "detail");
        requireNonNull(requestId, "requestId");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(reason, "reason");
    }

    public AuditEntry(
            String account,
            Optional<String> agency,
            String module,
            String action,
            String objectType,
            String objectId,
            String detail,
            String requestId) {
        this(account, agency, module, action, objectType, objectId, detail, requestId, "", "", "");
    }

    /** The same with the changed fields before and after, each a JSON object. */
    public AuditEntry changing(String was, String is) {
        return new AuditEntry(
                account, agency, module, action, objectType, objectId, detail, requestId, was, is, reason);
    }

    /** The same with the reason. */
    public AuditEntry because(String why) {
        return new AuditEntry(
                account, agency, module, action, objectType, objectId, detail, requestId, before, after, why);
    }
}
