package vn.kientao.platform.directory.app;

import vn.kientao.platform.api.security.AuditEntry;

/** Makes the audit entries of one request. */
@FunctionalInterface
public interface Trace {
    AuditEntry entry(String action, String objectType, String objectId, String detail);
}
