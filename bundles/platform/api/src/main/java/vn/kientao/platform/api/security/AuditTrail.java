package vn.kientao.platform.api.security;

import org.jdbi.v3.core.Handle;
import org.osgi.annotation.versioning.ProviderType;

/** Writes the audit trail. */
@ProviderType
public interface AuditTrail {

    /** Adds the entry in the caller's transaction: the change and its entry are kept together or not at all. */
    void record(Handle transaction, AuditEntry entry);
}
