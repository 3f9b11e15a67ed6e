package vn.kientao.reform.steering.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a record as the audit trail keeps them. */
public record Facts(Map<String, String> fields) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Facts {
        fields = new LinkedHashMap<>(fields);
    }

    public String json() {
        return json(fields);
    }

    /** Those that {@code other} says otherwise. */
    public String unlike(Facts other) {
        Map<String, String> own = new LinkedHashMap<>(fields);
        own.entrySet().removeAll(other.fields.entrySet());
        return json(own);
    }

    private static String json(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words cannot be written as JSON", e);
        }
    }
}
