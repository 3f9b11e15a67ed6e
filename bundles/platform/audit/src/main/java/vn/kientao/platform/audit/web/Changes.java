package vn.kientao.platform.audit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts what stood before and what stands after side by side, field by field. */
final class Changes {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Changes() {}

    static List<AuditEntryModel.Change> between(String before, String after) {
        Map<String, String> was = fields(before);
        Map<String, String> is = fields(after);
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        List<AuditEntryModel.Change> changes = new ArrayList<>();
        for (String name : names) {
            String old = was.getOrDefault(name, "");
            String now = is.getOrDefault(name, "");
            if (!old.equals(now)) {
                changes.add(new AuditEntryModel.Change(name, old, now));
            }
        }
        return List.copyOf(changes);
    }

    /** The fields of a JSON object; anything else stands as one field without a name. */
    static Map<String, String> fields(String json) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (json.isEmpty()) {
            return fields;
        }
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node.isObject()) {
                node.properties().forEach(each -> fields.put(each.getKey(), text(each.getValue())));
                return fields;
            }
        } catch (JsonProcessingException e) {
            // Written as plain text; shown as it is.
        }
        fields.put("–", json);
        return fields;
    }

    /** The fields as a JSON object. */
    static String json(Map<String, String> fields) {
        return MAPPER.valueToTree(fields).toString();
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
