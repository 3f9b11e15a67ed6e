package vn.kientao.itests.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A route of the running product, as its own description tells.
 *
 * @param takesFiles whether forms with files may be sent to it
 */
record KnownRoute(String method, String address, String permission, boolean takesFiles) {

    static List<KnownRoute> of(Caller anybody) {
        try {
            JsonNode paths = new ObjectMapper()
                    .readTree(anybody.get("/api/openapi.json").body())
                    .path("paths");
            List<KnownRoute> routes = new ArrayList<>();
            for (Map.Entry<String, JsonNode> path : paths.properties()) {
                for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                    routes.add(new KnownRoute(
                            method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            method.getValue().path("x-kientao-permission").asText(),
                            method.getValue().toString().contains("multipart/form-data")));
                }
            }
            routes.sort(Comparator.comparing(KnownRoute::address).thenComparing(KnownRoute::method));
            return routes;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the description of the routes cannot be read", e);
        }
    }

    boolean safe() {
        return method.equals("GET");
    }

    boolean ofAgency() {
        return address.contains("{agency}");
    }

    /** Whether the address names an object beside the agency. */
    boolean ofObject() {
        return address.replace("{agency}", "").contains("{");
    }

    @Override
    public String toString() {
        return method + " " + address;
    }
}
