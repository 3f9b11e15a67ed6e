package vn.kientao.platform.privacy.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** What an audit entry says beside its object, as JSON. */
final class Detail {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Detail() {}

    static String of(Map<String, ?> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of words is always JSON", e);
        }
    }
}
