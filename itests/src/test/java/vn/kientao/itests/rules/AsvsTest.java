package vn.kientao.itests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.kientao.itests.product.ProductFiles;

/** {@code docs/security/asvs.csv} answers every requirement of ASVS 5.0, levels 1 and 2, and names what exists. */
class AsvsTest {
    private static final int LEVEL_1 = 70;
    private static final int LEVEL_2 = 183;
    private static final Set<String> ANSWERS = Set.of("test", "document", "absent", "operator", "open");

    private final List<List<String>> rows = read();

    @Test
    void everyRequirementHasOneAnswer() {
        assertThat(rows).extracting(row -> row.get(0)).doesNotHaveDuplicates();
        assertThat(rows).extracting(row -> row.get(0)).allMatch(id -> id.matches("V[0-9]+(\\.[0-9]+){2}"));
        assertThat(rows).filteredOn(row -> row.get(1).equals("1")).hasSize(LEVEL_1);
        assertThat(rows).filteredOn(row -> row.get(1).equals("2")).hasSize(LEVEL_2);
        assertThat(rows).extracting(row -> row.get(2)).allMatch(ANSWERS::contains);
    }

    @Test
    void namedTestsAndDocumentsExist() throws IOException {
        Set<String> tests = tests();
        List<String> missing = new ArrayList<>();
        for (List<String> row : rows) {
            boolean exists = switch (row.get(2)) {
                case "test" -> tests.contains(row.get(3));
                case "document" -> Files.exists(ProductFiles.root().resolve(row.get(3)));
                default -> !row.get(4).isBlank();
            };
            if (!exists) {
                missing.add(row.get(0) + ": " + row.get(3));
            }
        }
        assertThat(missing).as("named and not there, or without a reason").isEmpty();
    }

    private static Set<String> tests() throws IOException {
        Set<String> tests = new HashSet<>();
        for (String folder : List.of("bundles", "itests")) {
            try (Stream<Path> files = Files.walk(ProductFiles.root().resolve(folder))) {
                tests.addAll(files.filter(file -> file.toString().contains("src/test/java"))
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .map(name -> name.substring(0, name.length() - ".java".length()))
                        .collect(Collectors.toSet()));
            }
        }
        return tests;
    }

    private static List<List<String>> read() {
        return ProductFiles.text(ProductFiles.root().resolve("docs/security/asvs.csv"))
                .lines()
                .skip(1)
                .map(AsvsTest::cells)
                .toList();
    }

    /** The last cell may be quoted, for its commas. */
    private static List<String> cells(String line) {
        return List.of(line.split(",", 5));
    }
}
