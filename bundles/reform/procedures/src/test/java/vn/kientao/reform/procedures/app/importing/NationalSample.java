package vn.kientao.reform.procedures.app.importing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Real records of the national database, which stand outside the project: in the file that the system property
 * {@code kientao.national-sample} names, or in {@code ../shared/data} beside the project's root. A test that wants them
 * is skipped, with these words, when they are not there.
 */
final class NationalSample {

    private static final String PROPERTY = "kientao.national-sample";
    private static final String FILE = "shared/data/national-procedures-sample.jsonl";

    private NationalSample() {}

    static Path orSkip() {
        Optional<Path> file = candidates().filter(Files::isReadable).findFirst();
        assumeTrue(file.isPresent(), () -> "no sample of the national database: set -D" + PROPERTY + "=… to run this");
        return file.orElseThrow();
    }

    static List<ImportRow> rows(Path file) throws IOException {
        List<ImportRow> rows = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            new ImportReader().read(in, rows::add);
        }
        return rows;
    }

    private static Stream<Path> candidates() {
        Stream<Path> named = Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).stream();
        return Stream.concat(named, root().map(root -> root.resolveSibling(FILE)).stream());
    }

    /** The topmost folder above the working directory that has a pom.xml. */
    private static Optional<Path> root() {
        Path root = null;
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            root = Files.exists(folder.resolve("pom.xml")) ? folder : root;
        }
        return Optional.ofNullable(root);
    }
}
