package vn.kientao.platform.security.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.security.AuditEntry;

/** The audit trail in {@code security.audit}; rows are added and never changed. */
public final class AuditRepository {

    public void add(Handle handle, AuditEntry entry, Instant at) {
        handle.createUpdate("""
                INSERT INTO security.audit (at, account, agency, module, action, object_type, object_id, detail,
                                            request_id)
                VALUES (:at, :account, :agency, :module, :action, :objectType, :objectId, :detail, :requestId)
                """)
                .bind("at", SecurityStore.utc(at))
                .bind("account", entry.account())
                .bind("agency", entry.agency().orElse(""))
                .bind("module", entry.module())
                .bind("action", entry.action())
                .bind("objectType", entry.objectType())
                .bind("objectId", entry.objectId())
                .bind("detail", entry.detail())
                .bind("requestId", entry.requestId())
                .execute();
    }
}
