package vn.kientao.reform.steering.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import vn.kientao.platform.api.security.AuditEntry;

/** What the audit trail says about a record: its code, known only once it is written, and its facts. */
public final class AuditEntries {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditEntries() {}

    /** Facts as a JSON object, for what stood before a change and after it. */
    public static String json(Map<String, String> facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words cannot be written as JSON", e);
        }
    }

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
