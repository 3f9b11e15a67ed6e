package vn.kientao.platform.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path FOLDER = Path.of("src/main/resources/OSGI-INF/l10n");
    private static final Pattern KEY = Pattern.compile("\\.text\\(\"([a-z0-9.-]+)\"|texts\\.get\\(\"([a-z0-9.-]+)\"");

    private static Properties read(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(FOLDER.resolve(file))) {
            texts.load(in);
        }
        return texts;
    }

    @Test
    void areThereInBothLanguagesWithTheSameArguments() throws IOException {
        Properties vietnamese = read("texts.properties");
        Properties english = read("texts_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(vietnamese.stringPropertyNames());
        for (String key : vietnamese.stringPropertyNames()) {
            assertThat(arguments(english.getProperty(key))).as(key).isEqualTo(arguments(vietnamese.getProperty(key)));
        }
    }

    private static int arguments(String text) {
        String plural = text.replaceAll("\\{\\d\\|[^|{}]*\\|([^|{}]*)}", "$1");
        return new MessageFormat(plural.replace("'", "''")).getFormatsByArgumentIndex().length;
    }

    @Test
    void areWrittenInNfcWithoutLoneApostrophesBesideArguments() throws IOException {
        for (String file : Set.of("texts.properties", "texts_en.properties")) {
            Properties texts = read(file);
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                        .as(key)
                        .isTrue();
                if (text.contains("{0}")) {
                    assertThat(text.replace("''", "")).as(key).doesNotContain("'");
                }
            }
        }
    }

    @Test
    void areThereForEveryKeyInTheTemplates() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher found = KEY.matcher(Files.readString(template));
                while (found.find()) {
                    keys.add(found.group(1) == null ? found.group(2) : found.group(1));
                }
            }
        }
        assertThat(keys).hasSizeGreaterThan(20);
        assertThat(read("texts.properties").stringPropertyNames()).containsAll(keys);
    }
}
