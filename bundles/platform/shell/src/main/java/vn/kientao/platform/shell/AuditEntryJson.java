package vn.kientao.platform.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.kientao.platform.api.security.AuditControl.Recorded;
import vn.kientao.platform.api.security.AuditEntry;

/** An entry of the audit trail as programs read it; the names are those of the REST door. */
final class AuditEntryJson {
    private AuditEntryJson() {}

    static Map<String, Object> of(Recorded one) {
        AuditEntry entry = one.entry();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sequence", one.sequence());
        json.put("at", one.at().toString());
        json.put("account", entry.account());
        json.put("actingFor", one.actingFor());
        json.put("agency", entry.agency().orElse(""));
        json.put("address", one.address());
        json.put("module", entry.module());
        json.put("release", one.release());
        json.put("action", entry.action());
        json.put("objectType", entry.objectType());
        json.put("objectId", entry.objectId());
        json.put("detail", entry.detail());
        json.put("before", entry.before());
        json.put("after", entry.after());
        json.put("reason", entry.reason());
        json.put("requestId", entry.requestId());
        json.put("hash", one.hash());
        return json;
    }
}
