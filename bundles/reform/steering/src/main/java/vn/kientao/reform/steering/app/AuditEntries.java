package vn.kientao.reform.steering.app;

import vn.kientao.platform.api.security.AuditEntry;

/** What the audit trail says about a record whose code is known only once it is written. */
public final class AuditEntries {
    private AuditEntries() {}

    /** The entry with the record's code and a detail, as JSON. */
    public static AuditEntry about(AuditEntry entry, String code, String detail) {
        return new AuditEntry(
                entry.account(),
                entry.agency(),
                entry.module(),
                entry.action(),
                entry.objectType(),
                code,
                detail,
                entry.requestId(),
                entry.before(),
                entry.after(),
                entry.reason());
    }
}
