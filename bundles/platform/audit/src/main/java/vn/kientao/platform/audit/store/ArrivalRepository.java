package vn.kientao.platform.audit.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import vn.kientao.platform.audit.chain.Entry;

/** Entries on their way into the trail, in {@code audit.arrival}. */
public final class ArrivalRepository {

    public void add(Handle handle, Entry entry) {
        bound(handle.createUpdate("""
                INSERT INTO audit.arrival (at, account, acting_for, agency, address, module, module_release, action,
                                           object_type, object_id, detail, before_state, after_state, reason,
                                           request_id, key_id, mac)
                VALUES (:at, :account, :actingFor, :agency, :address, :module, :release, :action,
                        :objectType, :objectId, :detail, :before, :after, :reason,
                        :requestId, :keyId, :mac)
                """), entry).execute();
    }

    static <S extends SqlStatement<S>> S bound(S statement, Entry entry) {
        return statement
                .bind("at", AuditStore.utc(entry.at()))
                .bind("account", entry.account())
                .bind("actingFor", entry.actingFor())
                .bind("agency", entry.agency())
                .bind("address", entry.address())
                .bind("module", entry.module())
                .bind("release", entry.release())
                .bind("action", entry.action())
                .bind("objectType", entry.objectType())
                .bind("objectId", entry.objectId())
                .bind("detail", entry.detail())
                .bind("before", entry.before())
                .bind("after", entry.after())
                .bind("reason", entry.reason())
                .bind("requestId", entry.requestId())
                .bind("keyId", entry.keyId())
                .bind("mac", entry.mac());
    }
}
