package vn.kientao.itests.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kientao.itests.product.ProductFiles;

/**
 * Who gets what: route, place and role → outcome. An outcome is the status of the answer; {@code sign-in} for the way to
 * the sign-in page; {@code may} for a changing request that was let in by permission and stopped for want of its token;
 * {@link #UNTRIED} for nothing.
 */
final class Matrix {
    static final String UNTRIED = "";

    private final List<String> roles;
    private final Map<String, List<String>> lines = new TreeMap<>();

    Matrix(List<String> roles) {
        this.roles = List.copyOf(roles);
    }

    static Path file() {
        return ProductFiles.root().resolve("itests/src/test/resources/security/matrix.csv");
    }

    /** Whether the table is to be written anew. */
    static boolean wanted() {
        return "write".equals(System.getProperty("kientao.matrix"));
    }

    static Matrix read() {
        try {
            List<String> text = Files.readAllLines(file());
            Matrix matrix = new Matrix(cells(text.get(0), 1));
            text.stream().skip(1).forEach(line -> matrix.put(line.split(",")[0], cells(line, 1)));
            return matrix;
        } catch (IOException e) {
            throw new UncheckedIOException("no matrix of expectations", e);
        }
    }

    private static List<String> cells(String line, int from) {
        return Stream.of(line.split(",", -1)).skip(from).toList();
    }

    void put(String line, List<String> outcomes) {
        if (outcomes.size() != roles.size()) {
            throw new IllegalArgumentException(line + ": " + outcomes.size() + " outcomes (expected: " + roles + ")");
        }
        if (lines.put(line, outcomes) != null) {
            throw new IllegalArgumentException(line + " stands twice in the matrix");
        }
    }

    void write() {
        try {
            List<String> text = new ArrayList<>();
            text.add("route," + String.join(",", roles));
            lines.forEach((line, outcomes) -> text.add(line + "," + String.join(",", outcomes)));
            Files.createDirectories(file().getParent());
            Files.write(file(), text);
        } catch (IOException e) {
            throw new UncheckedIOException("the matrix could not be written", e);
        }
    }

    /** How many cells were tried. */
    long size() {
        return lines.values().stream()
                .flatMap(List::stream)
                .filter(outcome -> !outcome.equals(UNTRIED))
                .count();
    }

    Map<String, List<String>> lines() {
        return lines;
    }

    /** Each cell that was tried and is not what this matrix expects, and each line that only one of them has. */
    List<String> differences(Matrix seen) {
        List<String> differences = new ArrayList<>();
        if (!roles.equals(seen.roles)) {
            differences.add("roles are " + seen.roles + " (expected: " + roles + ")");
            return differences;
        }
        seen.lines.forEach((line, outcomes) -> differences.addAll(differences(line, outcomes)));
        lines.keySet().stream()
                .filter(line -> !seen.lines.containsKey(line))
                .map(line -> line + " is expected, but the product has no such route")
                .forEach(differences::add);
        return differences;
    }

    private List<String> differences(String line, List<String> outcomes) {
        List<String> expected = lines.get(line);
        if (expected == null) {
            return List.of(line + " is not in the matrix");
        }
        return Stream.iterate(0, i -> i + 1)
                .limit(roles.size())
                .filter(i -> !outcomes.get(i).equals(UNTRIED))
                .filter(i -> !expected.get(i).equals(outcomes.get(i)))
                .map(i ->
                        line + " for " + roles.get(i) + ": " + outcomes.get(i) + " (expected: " + expected.get(i) + ")")
                .collect(Collectors.toList());
    }
}
