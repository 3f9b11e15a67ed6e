package vn.kientao.itests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.kientao.itests.product.ProductFiles;

/**
 * No name is given twice in the whole product: a second {@code CREATE … IF NOT EXISTS} of a name does nothing and says
 * nothing, and a message of the database names a constraint without its schema.
 */
class NamesTest {
    private static final Pattern TABLE = Pattern.compile("^CREATE TABLE (?:IF NOT EXISTS )?([A-Z0-9_.]+)");
    private static final Pattern INDEX = Pattern.compile("^CREATE (?:UNIQUE )?INDEX (?:IF NOT EXISTS )?([A-Z0-9_]+)");
    private static final Pattern CONSTRAINT = Pattern.compile("CONSTRAINT ([A-Z0-9_]+)");
    private static final Pattern PERMISSION = Pattern.compile("(?m)^\\s*([a-z]+[.][a-z.-]+);\\s*roles=");

    /** Made before this rule, in two schemas. */
    private static final List<String> OLD = List.of("PUBLICATION_PK");

    @Test
    void tablesIndexesAndConstraintsHaveNamesOfTheirOwn() throws IOException {
        Map<String, List<String>> made = new TreeMap<>();
        for (Path file : files("src/main/resources/db/expand", ".sql")) {
            SqlScript script = SqlScript.of(ProductFiles.root().relativize(file).toString(), Files.readString(file));
            for (String statement : script.statements()) {
                note(TABLE, statement, script.name(), made);
                note(INDEX, statement, script.name(), made);
                note(CONSTRAINT, statement, script.name(), made);
            }
        }
        assertThat(made).hasSizeGreaterThan(300);
        OLD.forEach(made::remove);
        assertThat(twice(made)).isEmpty();
    }

    @Test
    void permissionsAreDeclaredOnce() throws IOException {
        Map<String, List<String>> made = new TreeMap<>();
        for (Path file : files("", "bnd.bnd")) {
            note(
                    PERMISSION,
                    Files.readString(file),
                    ProductFiles.root().relativize(file).toString(),
                    made);
        }
        assertThat(made).hasSizeGreaterThan(15);
        assertThat(twice(made)).isEmpty();
    }

    private static void note(Pattern pattern, String text, String where, Map<String, List<String>> made) {
        Matcher name = pattern.matcher(text);
        while (name.find()) {
            made.computeIfAbsent(name.group(1), key -> new ArrayList<>()).add(where);
        }
    }

    private static List<String> twice(Map<String, List<String>> made) {
        return made.entrySet().stream()
                .filter(name -> name.getValue().size() > 1)
                .map(name -> name.getKey() + " is made by " + name.getValue())
                .toList();
    }

    private static List<Path> files(String folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(ProductFiles.root().resolve("bundles"), 12)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .filter(file ->
                            file.toString().contains(folder) && !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }
}
