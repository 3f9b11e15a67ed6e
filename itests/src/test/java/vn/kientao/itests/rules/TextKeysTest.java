package vn.kientao.itests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody reads a raw text key: each that a bundle's code or template names in full has words in both languages. */
class TextKeysTest {
    private static final Path BUNDLES = Path.of("../bundles");
    private static final Path TEXTS = Path.of("src/main/resources/OSGI-INF/l10n");
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:text|get)\\(\\s*\"([a-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)+)\"\\s*[,)]");

    static List<Path> bundlesWithTexts() throws IOException {
        try (Stream<Path> files =
                Files.find(BUNDLES, 3, (path, attributes) -> Files.isDirectory(path.resolve(TEXTS)))) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundlesWithTexts")
    void everyNamedKeyHasWordsInBothLanguages(Path bundle) throws IOException {
        Properties vietnamese = properties(bundle, "texts.properties");
        Properties english = properties(bundle, "texts_en.properties");
        assertThat(english.keySet()).isEqualTo(vietnamese.keySet());

        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(bundle.resolve("src/main"))) {
            for (Path file : files.filter(TextKeysTest::namesTexts).toList()) {
                Matcher named = NAMED.matcher(Files.readString(file));
                while (named.find()) {
                    if (!vietnamese.containsKey(named.group(1))) {
                        missing.add(named.group(1) + " in " + file.getFileName());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** A straight apostrophe is shown in a text alone and is swallowed where words are put into it; ’ is what it is always. */
    @ParameterizedTest
    @MethodSource("bundlesWithTexts")
    void apostrophesAreThoseOfPrint(Path bundle) throws IOException {
        for (String language : List.of("texts.properties", "texts_en.properties")) {
            Properties texts = properties(bundle, language);
            assertThat(texts.stringPropertyNames())
                    .as(language)
                    .noneMatch(key -> texts.getProperty(key).contains("'"));
        }
    }

    private static boolean namesTexts(Path file) {
        return file.toString().endsWith(".java") || file.toString().endsWith(".jte");
    }

    private static Properties properties(Path bundle, String name) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(bundle.resolve(TEXTS).resolve(name))) {
            texts.load(in);
        }
        return texts;
    }
}
