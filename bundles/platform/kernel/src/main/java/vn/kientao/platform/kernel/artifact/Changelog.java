package vn.kientao.platform.kernel.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.module.Plan.Changes;

/**
 * Reads what a module says has changed, version by version, from {@code META-INF/CHANGELOG.md} in its jar.
 *
 * <pre>
 * ## 1.2.0 - 2026-11-01
 * ### Không tương thích
 * - Mã hồ sơ cũ không còn tra được.
 * ### Mới
 * - In phiếu hàng loạt.
 * </pre>
 *
 * <p>A section whose heading says <i>Không tương thích</i> or <i>Breaking</i> holds what people must know first.
 */
public final class Changelog {
    private static final Logger log = LoggerFactory.getLogger(Changelog.class);
    private static final String ENTRY = "META-INF/CHANGELOG.md";
    private static final int MOST_BYTES = 256 * 1024;
    private static final Pattern HEADING = Pattern.compile(
            "##\\s*\\[?([0-9]+(?:\\.[0-9]+){0,2}(?:\\.[A-Za-z0-9_-]+)?)]?(?:\\s*[-–(]\\s*([0-9/.-]+)\\)?)?\\s*");

    private Changelog() {}

    /**
     * What the versions after {@code from}, up to {@code to}, have changed, newest first.
     *
     * @param from the live version; empty for the whole of {@code to} alone
     */
    public static List<Changes> between(Path jar, Optional<Version> from, Version to) {
        return parse(read(jar)).stream()
                .filter(changes -> changes.version().compareTo(to) <= 0)
                .filter(changes -> from.isPresent()
                        ? changes.version().compareTo(from.get()) > 0
                        : changes.version().equals(to))
                .sorted(Comparator.comparing(Changes::version).reversed())
                .toList();
    }

    static List<Changes> parse(String text) {
        List<Changes> all = new ArrayList<>();
        Optional<Matcher> version = Optional.empty();
        List<String> breaking = new ArrayList<>();
        List<String> others = new ArrayList<>();
        boolean first = false;
        for (String line : text.lines().map(String::strip).toList()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                version.ifPresent(before -> all.add(changes(before, breaking, others)));
                version = Optional.of(heading);
                breaking.clear();
                others.clear();
                first = false;
            } else if (line.startsWith("###")) {
                String words = line.toLowerCase(Locale.ROOT);
                first = words.contains("không tương thích") || words.contains("breaking");
            } else if (line.startsWith("- ") || line.startsWith("* ")) {
                (first ? breaking : others).add(line.substring(2).strip());
            }
        }
        version.ifPresent(last -> all.add(changes(last, breaking, others)));
        return all;
    }

    private static Changes changes(Matcher heading, List<String> breaking, List<String> others) {
        return new Changes(
                Version.parseVersion(heading.group(1)), Optional.ofNullable(heading.group(2)), breaking, others);
    }

    private static String read(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(ENTRY);
            if (entry == null) {
                return "";
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            log.warn("Cannot read the changelog of {}", jar, e);
            return "";
        }
    }
}
