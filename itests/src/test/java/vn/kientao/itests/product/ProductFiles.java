package vn.kientao.itests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where things are in the source tree, and what is done with files. */
public final class ProductFiles {

    private ProductFiles() {}

    /** The root of the source tree: the build tells, and from an editor it is the folder that has {@code features}. */
    public static Path root() {
        String told = System.getProperty("kientao.root");
        Path folder = Path.of(told == null ? "" : told).toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("karaf-distribution"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "No source tree above " + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder;
    }

    /** Where tests may write. */
    public static Path target() {
        return root().resolve("itests/target");
    }

    /** The assembled product. */
    public static Path archive() {
        return only(root().resolve("karaf-distribution/target"), "kientao-distribution-", ".tar.gz");
    }

    /** The built jar of a module, for example {@code procedures}. */
    public static Path module(String id) {
        return only(root().resolve("bundles/reform").resolve(id).resolve("target"), "vn.kientao.reform." + id, ".jar");
    }

    /** What a file says; nothing when there is none. */
    public static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    /** The last lines of a text. */
    public static String tail(String text, int lines) {
        List<String> all = text.lines().toList();
        return all.stream().skip(Math.max(0, all.size() - lines)).collect(Collectors.joining("\n"));
    }

    /** Unpacks the archive into a new folder. */
    static void unpack(Path home) throws IOException {
        Files.createDirectories(home);
        run(List.of("tar", "-xzf", archive().toString(), "-C", home.toString(), "--strip-components", "1"));
    }

    /** Copies a folder with everything in it to where nothing is yet. */
    static void copy(Path from, Path to) throws IOException {
        run(List.of("cp", "-a", from.toString(), to.toString()));
    }

    static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(command + " ended with " + code + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while running " + command, e);
        }
    }

    static void delete(Path folder) throws IOException {
        deleteAllBut(folder, List.of());
    }

    static void deleteAllBut(Path folder, List<String> kept) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> keep = kept.stream().map(folder::resolve).toList();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> doomed = files.sorted(Comparator.reverseOrder())
                    .filter(file -> keep.stream().noneMatch(other -> file.startsWith(other) || other.startsWith(file)))
                    .toList();
            for (Path file : doomed) {
                Files.deleteIfExists(file);
            }
        }
        if (keep.isEmpty()) {
            Files.deleteIfExists(folder);
        }
    }

    private static Path only(Path folder, String start, String end) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(start) && name.endsWith(end);
                    })
                    .toList();
            if (found.size() != 1) {
                throw new IllegalStateException(
                        folder + " holds " + found + " (expected: one " + start + "…" + end + ")");
            }
            return found.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is built in " + folder + " yet: mvn -DskipTests package", e);
        }
    }
}
