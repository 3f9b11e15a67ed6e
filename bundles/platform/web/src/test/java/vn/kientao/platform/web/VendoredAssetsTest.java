package vn.kientao.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Holds the files that browsers get to what was written down: their sums, their size, that they load nothing else. */
class VendoredAssetsTest {
    private static final int KILOBYTE = 1024;
    private static final Path ASSETS = assets();
    private static final Path VENDOR = ASSETS.resolve("vendor");
    private static final Path THIRD_PARTY = Path.of("../../../docs/THIRD-PARTY.md");
    private static final Pattern OUTSIDE = Pattern.compile("(?:https?:|wss?:|[\"'(])//[\\w.-]+[^\\s\"')]*");
    private static final Pattern NAMESPACE = Pattern.compile("http://www\\.w3\\.org/\\d{4}/(?:svg|xlink)");
    private static final Pattern LOCAL = Pattern.compile("url\\((?!\"?data:)\"?([^)\"]+)\"?\\)");

    @Test
    void keepsEveryVendoredFileAsItWasTaken() throws IOException {
        assertThat(sums(VENDOR)).isEqualTo(expectedSums());
    }

    @Test
    void namesEveryVendoredFileOnTheThirdPartyPage() throws IOException {
        assertThat(Files.readString(THIRD_PARTY))
                .contains(expectedSums().keySet())
                .contains(expectedSums().values());
    }

    @Test
    void carriesTheLicenceOfEveryVendoredPackage() throws IOException {
        try (Stream<Path> packages = Files.list(VENDOR)) {
            assertThat(packages.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(folder.resolve("LICENSE")).isNotEmptyFile());
        }
    }

    @Test
    void loadsNothingFromOutside() throws IOException {
        for (Path file : files(ASSETS, VendoredAssetsTest::isReadByBrowsers)) {
            assertThat(outsideAddresses(Files.readString(file)))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void findsAnAddressOutsideWhenThereIsOne() {
        assertThat(outsideAddresses("@import \"https://cdn.example/x.css\"; /* https://licence.example */"))
                .containsExactly("https://cdn.example/x.css");
        assertThat(outsideAddresses("src: url(//cdn.example/x.woff2)")).hasSize(1);
    }

    @Test
    void findsEveryFileThatTheStyleSheetNames() throws IOException {
        List<String> named = LOCAL.matcher(Files.readString(ASSETS.resolve("kientao.css")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(named)
                .hasSize(4)
                .allSatisfy(name -> assertThat(ASSETS.resolve(name)).exists());
    }

    @Test
    void staysWithinTheContentPolicy() throws IOException {
        assertThat(Files.readString(ASSETS.resolve("kientao.js")))
                .doesNotContain("eval(", "new Function", "innerHTML", "insertAdjacentHTML", "setAttribute(\"style\"");
    }

    @Test
    void keepsTheFirstViewOfAPublicPageBelowAHundredKilobytes() throws IOException {
        long styles = gzipped("vendor/bootstrap/bootstrap.min.css") + gzipped("kientao.css");
        long script = gzipped("kientao.js");
        long pictures = gzipped("vendor/bootstrap-icons/icons.svg") + gzipped("logo.svg") + gzipped("favicon.svg");
        long fonts = 0;
        for (Path font : files(VENDOR, file -> file.toString().endsWith(".woff2"))) {
            fonts += Files.size(font);
        }

        assertThat(styles + script + pictures + fonts)
                .as("styles %d, script %d, pictures %d, fonts %d bytes", styles, script, pictures, fonts)
                .isLessThanOrEqualTo(100 * KILOBYTE);
        assertThat(gzipped("kientao.css")).isLessThanOrEqualTo(12 * KILOBYTE);
        assertThat(script).isLessThanOrEqualTo(5 * KILOBYTE);
    }

    private static boolean isReadByBrowsers(Path file) {
        return Stream.of(".css", ".js", ".svg")
                .anyMatch(ending -> file.getFileName().toString().endsWith(ending));
    }

    private static List<String> outsideAddresses(String text) {
        String code = text.replaceAll("(?s)/\\*.*?\\*/", "");
        return OUTSIDE.matcher(NAMESPACE.matcher(code).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static long gzipped(String name) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            Files.copy(ASSETS.resolve(name), gzip);
        }
        return packed.size();
    }

    private static Map<String, String> expectedSums() throws IOException {
        var sums = new TreeMap<String, String>();
        for (String line : Files.readAllLines(VENDOR.resolve("SHA256SUMS"), UTF_8)) {
            String[] parts = line.split(" {2}", 2);
            sums.put(parts[1], parts[0]);
        }
        return sums;
    }

    private static Map<String, String> sums(Path folder) throws IOException {
        var sums = new TreeMap<String, String>();
        for (Path file : files(folder, path -> !path.endsWith("SHA256SUMS"))) {
            sums.put(folder.relativize(file).toString().replace('\\', '/'), sha256(Files.readAllBytes(file)));
        }
        return sums;
    }

    private static List<Path> files(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(wanted).toList();
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static Path assets() {
        try {
            return Path.of(VendoredAssetsTest.class
                            .getResource("/assets/kientao.css")
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path has no folder of assets", e);
        }
    }
}
