package vn.kientao.platform.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.kientao.platform.api.module.PublisherKey;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.module.Publishers.HeldBack;

/** What {@code --json} prints of publishers; names stay as they are, because programs read them. */
final class PublisherJson {

    private PublisherJson() {}

    static Map<String, Object> all(Publishers publishers) {
        Map<String, String> pins = new LinkedHashMap<>();
        publishers.pins().forEach((module, publisher) -> pins.put(module.value(), publisher));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("keys", publishers.keys().stream().map(PublisherJson::key).toList());
        json.put("pins", pins);
        json.put("development", publishers.development());
        return json;
    }

    static Map<String, Object> key(PublisherKey key) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fingerprint", key.fingerprint());
        json.put("publisher", key.publisher());
        json.put("algorithm", key.algorithm());
        json.put("notBefore", key.notBefore().toString());
        json.put("notAfter", key.notAfter().toString());
        json.put("addedAt", key.addedAt().toString());
        json.put("addedBy", key.addedBy());
        key.revokedAt().ifPresent(at -> json.put("revokedAt", at.toString()));
        key.revocation().ifPresent(reason -> json.put("revocation", reason));
        return json;
    }

    static Map<String, Object> heldBack(HeldBack held) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("module", held.module().value());
        json.put("version", held.version().toString());
        json.put("reason", held.reason());
        json.put("at", held.at().toString());
        json.put("by", held.by());
        return json;
    }
}
