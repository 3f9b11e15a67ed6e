package vn.kientao.itests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.kientao.itests.product.ProductFiles;

/** Every package says what it is, and that nothing in it is null unless it says so. */
class PackagesTest {

    @Test
    void everyPackageIsExplainedAndNullMarked() throws IOException {
        List<Path> packages = packagesWithClasses();

        assertThat(packages).isNotEmpty();
        assertThat(packages).allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(Files.readString(info)).contains("/**", "@NullMarked");
        });
    }

    private static List<Path> packagesWithClasses() throws IOException {
        try (Stream<Path> files = Files.walk(ProductFiles.root().resolve("bundles"))) {
            return files.filter(file -> file.toString().contains("/src/main/java/")
                            && file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
