package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.api.security.Permission.ANYONE;
import static vn.kientao.platform.web.door.FakeRelease.READ;
import static vn.kientao.platform.web.door.FakeRelease.WRITE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Routes;

class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    enum Kind {
        LAND,
        BIRTH
    }

    record Part(String name, int copies) {}

    record Thing(
            LocalText title,
            Kind kind,
            LocalDate due,
            Optional<Long> fee,
            List<Part> parts,
            Map<String, Boolean> ticks,
            Optional<Thing> parent) {}

    @BeforeEach
    void serve() {
        door.serve(new ModuleRoutes() {
            @Override
            public void staff(Routes routes) {
                routes.get("/things", READ, request -> Reply.page("T", out -> {}));
                routes.post("/things", WRITE, request -> Reply.seeOther("/")).uploads(10);
            }

            @Override
            public void api(Routes routes) {
                routes.get("/things/{code}", READ, request -> Reply.json("x"))
                        .summary("layout.help")
                        .query("q", "after")
                        .returns(Thing.class)
                        .versioned();
                routes.put("/things/{code}", WRITE, request -> Reply.json("x"))
                        .accepts(Part.class)
                        .versioned();
                routes.post("/files", WRITE, request -> Reply.json("x")).uploads(10);
            }

            @Override
            public void openApi(Routes routes) {
                routes.get("/", ANYONE, request -> Reply.json("x"));
            }
        });
    }

    private JsonNode document(String query) {
        try {
            return new ObjectMapper()
                    .readTree(door.get("/api/openapi.json" + query).body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON", e);
        }
    }

    @Test
    void describesEveryLiveRouteWithItsPermission() {
        JsonNode paths = document("").path("paths");

        assertThat(paths.at("/~1{agency}~1trial~1things/post/x-kientao-permission")
                        .asText())
                .isEqualTo("trial.write");
        assertThat(paths.has("/api/v1/{agency}/trial/things/{code}")).isTrue();
        assertThat(paths.has("/api/v1/public/trial")).isTrue();
        assertThat(paths.has("/drafts/{place}/{module}/{form}")).isTrue();
        assertThat(paths.has("/api/openapi.json")).isTrue();
    }

    @Test
    void tellsWhereFilesAreTaken() {
        for (String path : new String[] {"~1api~1v1~1{agency}~1trial~1files", "~1{agency}~1trial~1things"}) {
            assertThat(document("")
                            .at("/paths/" + path + "/post/requestBody/content")
                            .has("multipart/form-data"))
                    .as(path)
                    .isTrue();
        }
    }

    @Test
    void speaksTheReadersLanguage() {
        String summary = "/paths/~1api~1v1~1{agency}~1trial~1things~1{code}/get/summary";

        assertThat(document("").at(summary).asText()).isEqualTo("Trợ giúp");
        assertThat(document("?lang=en").at(summary).asText()).isEqualTo("Help");
    }

    @Test
    void describesRecordsByTheirComponents() {
        JsonNode thing = document("").at("/components/schemas/trial.Thing");

        assertThat(thing.at("/properties/title/$ref").asText()).isEqualTo("#/components/schemas/trial.LocalText");
        assertThat(thing.at("/properties/kind/enum").toString()).isEqualTo("[\"LAND\",\"BIRTH\"]");
        assertThat(thing.at("/properties/due/format").asText()).isEqualTo("date");
        assertThat(thing.at("/properties/fee/format").asText()).isEqualTo("int64");
        assertThat(thing.at("/properties/parts/items/$ref").asText()).isEqualTo("#/components/schemas/trial.Part");
        assertThat(thing.at("/properties/ticks/additionalProperties/type").asText())
                .isEqualTo("boolean");
        assertThat(thing.at("/required").toString()).isEqualTo("[\"title\",\"kind\",\"due\",\"parts\",\"ticks\"]");
    }

    /** The rules of OpenAPI 3.1 that a document of this kind can break. */
    @Test
    void keepsTheStructureOfOpenApi31() {
        JsonNode document = document("");
        Set<String> ids = new HashSet<>();

        assertThat(document.path("openapi").asText()).startsWith("3.1.");
        assertThat(document.at("/info/title").asText()).isNotBlank();
        assertThat(document.at("/info/version").asText()).isNotBlank();
        document.path("paths").properties().forEach(path -> {
            assertThat(path.getKey()).startsWith("/");
            path.getValue().properties().forEach(method -> {
                assertThat(METHODS).contains(method.getKey());
                JsonNode operation = method.getValue();
                assertThat(ids.add(operation.path("operationId").asText()))
                        .as("own operationId")
                        .isTrue();
                checkResponses(operation.path("responses"));
                checkPathParameters(path.getKey(), operation.path("parameters"));
            });
        });
        document.at("/components/schemas")
                .fieldNames()
                .forEachRemaining(name -> assertThat(name).matches("[A-Za-z0-9._-]+"));
        checkReferences(document, document);
    }

    private static void checkResponses(JsonNode responses) {
        assertThat(responses.isEmpty()).isFalse();
        responses.properties().forEach(response -> {
            assertThat(response.getKey()).matches("[1-5][0-9]{2}|default");
            assertThat(response.getValue().has("description")
                            || response.getValue().has("$ref"))
                    .isTrue();
        });
    }

    private static void checkPathParameters(String path, JsonNode parameters) {
        Set<String> inPath = new HashSet<>();
        Matcher braces = Pattern.compile("\\{([^}]+)}").matcher(path);
        while (braces.find()) {
            inPath.add(braces.group(1));
        }
        Set<String> declared = new HashSet<>();
        parameters.forEach(parameter -> {
            assertThat(parameter.has("schema")).isTrue();
            if (parameter.path("in").asText().equals("path")) {
                assertThat(parameter.path("required").asBoolean()).isTrue();
                declared.add(parameter.path("name").asText());
            }
        });
        assertThat(declared).as(path).isEqualTo(inPath);
    }

    private static void checkReferences(JsonNode document, JsonNode node) {
        if (node.path("$ref").isTextual()) {
            String pointer = node.path("$ref").asText().substring(1);
            assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
        }
        node.forEach(child -> checkReferences(document, child));
    }

    @Test
    void namesTheHeadersByWhichProgramsKeepFromOverwriting() {
        JsonNode thing = document("?lang=en").at("/paths/~1api~1v1~1{agency}~1trial~1things~1{code}");

        assertThat(thing.at("/get/responses/200/headers/ETag/description").asText())
                .startsWith("The version of the record");
        assertThat(thing.at("/get/responses").has("304")).isTrue();
        assertThat(thing.at("/get/parameters").findValuesAsText("name")).contains("If-None-Match");
        assertThat(thing.at("/put/parameters").findValuesAsText("name")).contains("If-Match");
        assertThat(thing.at("/put/responses").has("412")).isTrue();
        assertThat(thing.at("/put/responses").has("428")).isTrue();
    }
}
