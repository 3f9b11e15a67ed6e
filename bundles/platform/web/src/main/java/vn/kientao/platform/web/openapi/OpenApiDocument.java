package vn.kientao.platform.web.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Sessions;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.web.reply.JsonProblem;
import vn.kientao.platform.web.route.CompiledRoute;
import vn.kientao.platform.web.route.Zone;

/** Writes routes down as an OpenAPI 3.1 document. */
final class OpenApiDocument {
    private static final Map<String, Object> PROBLEM = Map.of("$ref", "#/components/responses/Problem");

    private final Locale locale;
    private final Texts words;
    private final Schemas schemas = new Schemas();
    private final Map<String, Map<String, Object>> paths = new TreeMap<>();

    /** @param words the platform's own texts in the reader's language */
    OpenApiDocument(Texts words) {
        this.words = words;
        this.locale = words.locale();
    }

    void add(CompiledRoute route) {
        paths.computeIfAbsent(address(route), path -> new TreeMap<>())
                .put(route.method().toLowerCase(Locale.ROOT), operation(route));
    }

    Map<String, Object> build(String version) {
        Map<String, Object> problem = schemas.of(JsonProblem.class, "platform");
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("schemas", schemas.named());
        components.put(
                "responses",
                Map.of("Problem", answer(words.get("openapi.problem"), "application/problem+json", problem)));
        components.put(
                "securitySchemes",
                Map.of("session", Map.of("type", "apiKey", "in", "cookie", "name", Sessions.COOKIE)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", words.get("layout.product"),
                        "version", version,
                        "description", words.get("openapi.description")));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("paths", paths);
        document.put("components", components);
        return document;
    }

    private static String address(CompiledRoute route) {
        String path = route.path().equals("/") && route.zone() != Zone.PLATFORM ? "" : route.path();
        String module = route.owner().id();
        return switch (route.zone()) {
            case STAFF -> "/{agency}/" + module + path;
            case OPEN -> "/public/" + module + path;
            case API -> "/api/v1/{agency}/" + module + path;
            case OPEN_API -> "/api/v1/public/" + module + path;
            case PLATFORM -> path;
        };
    }

    private Map<String, Object> operation(CompiledRoute route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", operationId(route));
        operation.put("tags", List.of(route.owner().id()));
        route.summary()
                .map(key -> route.owner().texts().in(locale).get(key))
                .ifPresent(summary -> operation.put("summary", summary));
        operation.put("x-kientao-permission", route.permission().name());
        if (!route.permission().equals(Permission.ANYONE)) {
            operation.put("security", List.of(Map.of("session", List.of())));
        }
        List<Object> parameters = parameters(route);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        body(route).ifPresent(body -> operation.put("requestBody", body));
        operation.put("responses", responses(route));
        return operation;
    }

    /** Method and address as one word: {@code get_api_v1_agency_procedures_dossiers}. */
    private static String operationId(CompiledRoute route) {
        String address =
                route.method().toLowerCase(Locale.ROOT) + "_" + address(route).substring(1);
        return address.replaceAll("[{}]", "").replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", "");
    }

    private static List<Object> parameters(CompiledRoute route) {
        List<Object> parameters = new ArrayList<>();
        if (route.zone().ofAgency()) {
            parameters.add(parameter("agency", "path", true));
        }
        route.names().forEach(name -> parameters.add(parameter(name, "path", true)));
        route.query().forEach(name -> parameters.add(parameter(name, "query", false)));
        if (route.isVersioned()) {
            boolean looks = route.method().equals("GET");
            parameters.add(parameter(looks ? "If-None-Match" : "If-Match", "header", !looks));
        }
        return parameters;
    }

    private static Map<String, Object> parameter(String name, String place, boolean required) {
        return Map.of("name", name, "in", place, "required", required, "schema", Map.of("type", "string"));
    }

    private Optional<Map<String, Object>> body(CompiledRoute route) {
        if (route.accepts().isPresent()) {
            Map<String, Object> schema =
                    schemas.of(route.accepts().get(), route.owner().id());
            return Optional.of(Map.of("required", true, "content", content("application/json", schema)));
        }
        boolean takesFiles = route.mostUploadBytes() > 0;
        if (route.method().equals("GET") || route.method().equals("DELETE") || (route.forPrograms() && !takesFiles)) {
            return Optional.empty();
        }
        String type = takesFiles ? "multipart/form-data" : "application/x-www-form-urlencoded";
        return Optional.of(Map.of("content", content(type, Map.of("type", "object"))));
    }

    private Map<String, Object> responses(CompiledRoute route) {
        Map<String, Object> responses = new LinkedHashMap<>();
        Map<String, Object> expected = expected(route);
        responses.put("200", route.isVersioned() ? tagged(expected) : expected);
        if (route.isVersioned() && route.method().equals("GET")) {
            responses.put("304", Map.of("description", words.get("openapi.known")));
        } else if (route.isVersioned()) {
            responses.put("412", PROBLEM);
            responses.put("428", PROBLEM);
        }
        responses.put("default", PROBLEM);
        return responses;
    }

    private Map<String, Object> expected(CompiledRoute route) {
        if (route.returns().isPresent()) {
            Map<String, Object> schema =
                    schemas.of(route.returns().get(), route.owner().id());
            return answer(words.get("openapi.answer"), "application/json", schema);
        }
        return route.forPrograms()
                ? answer(words.get("openapi.answer"), "application/json", Map.of())
                : answer(words.get("openapi.page"), "text/html", Map.of("type", "string"));
    }

    private Map<String, Object> tagged(Map<String, Object> answer) {
        Map<String, Object> tagged = new LinkedHashMap<>(answer);
        tagged.put(
                "headers",
                Map.of("ETag", Map.of("description", words.get("openapi.tag"), "schema", Map.of("type", "string"))));
        return tagged;
    }

    private static Map<String, Object> answer(String description, String type, Map<String, Object> schema) {
        return Map.of("description", description, "content", content(type, schema));
    }

    private static Map<String, Object> content(String type, Map<String, Object> schema) {
        return Map.of(type, Map.of("schema", schema));
    }
}
