package vn.kientao.platform.repository.domain;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.text.LocalText;

/**
 * {@code catalogue.json}: which releases stand beside it. Its form is described in
 * {@code docs/administrators/repository.md}.
 *
 * @param format version of the form; this platform reads and writes {@link #FORMAT}
 * @param name what the source calls itself
 */
public record CatalogueFile(int format, @Nullable Words name, List<Entry> releases) {
    public static final String FILE = "catalogue.json";
    public static final int FORMAT = 1;
    /** The largest catalogue that is read, in bytes. */
    public static final int MOST_BYTES = 2 << 20;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    /** A path that stays below the catalogue, on every operating system. */
    private static final Pattern BELOW =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,120}(?:/[A-Za-z0-9_][A-Za-z0-9._+-]{0,120}){0,4}");

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public CatalogueFile {
        releases = List.copyOf(requireNonNullElse(releases, List.of()));
    }

    /**
     * Reads a catalogue.
     *
     * @throws IllegalArgumentException when it is none; the message says where
     */
    public static CatalogueFile read(byte[] json) {
        CatalogueFile file;
        try {
            file = JSON.readValue(json, CatalogueFile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from memory", e);
        }
        if (file.format() != FORMAT) {
            throw new IllegalArgumentException("format " + file.format() + " (expected: " + FORMAT + ")");
        }
        return file;
    }

    public byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a catalogue cannot be written", e);
        }
    }

    /** Whether {@code path} stays below the catalogue. */
    public static boolean below(String path) {
        return BELOW.matcher(path).matches();
    }

    /** A text in both languages. */
    public record Words(String vi, @Nullable String en) {
        public Words {
            requireNonNull(vi, "vi");
        }

        public static Words of(LocalText text) {
            return new Words(text.vi(), text.en());
        }

        public LocalText text() {
            return new LocalText(vi, en == null ? vi : en);
        }
    }

    /**
     * One release.
     *
     * @param file the jar, below the catalogue
     * @param sha256 of the jar, 64 lower-case hex digits
     * @param bytes size of the jar
     * @param api the platform API range of the release
     * @param publisher who signed it, in words; absent when unsigned
     * @param key SHA-256 of the signer's certificate; absent when unsigned
     * @param changelog one line an item
     * @param screenshots images, below the catalogue
     */
    public record Entry(
            String module,
            String version,
            Words name,
            @Nullable Words description,
            String file,
            String sha256,
            long bytes,
            String api,
            @Nullable String publisher,
            @Nullable String key,
            @Nullable Words changelog,
            @Nullable List<String> screenshots) {

        public Entry {
            requireNonNull(name, "name");
            requirePath(requireNonNull(file, "file"));
            if (!SHA256.matcher(requireNonNull(sha256, "sha256")).matches()) {
                throw new IllegalArgumentException("sha256 '" + sha256 + "' (expected: 64 of 0-9 and a-f)");
            }
            if (bytes < 1) {
                throw new IllegalArgumentException("bytes " + bytes + " of " + file + " (expected: at least 1)");
            }
            // Each refuses what is none.
            ModuleId unusedId = new ModuleId(requireNonNull(module, "module"));
            Version unusedVersion = Version.parseVersion(requireNonNull(version, "version"));
            VersionRange unusedRange = VersionRange.valueOf(requireNonNull(api, "api"));
            screenshots = screenshots == null ? List.of() : List.copyOf(screenshots);
            screenshots.forEach(Entry::requirePath);
        }

        public ModuleId id() {
            return new ModuleId(module);
        }

        public Version parsedVersion() {
            return Version.parseVersion(version);
        }

        public VersionRange apiRange() {
            return VersionRange.valueOf(api);
        }

        public List<String> images() {
            return screenshots == null ? List.of() : screenshots;
        }

        private static void requirePath(String path) {
            if (!below(path)) {
                throw new IllegalArgumentException("file '" + path + "' (expected: a path below the catalogue)");
            }
        }
    }
}
