package vn.kientao.platform.data.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.kientao.platform.api.text.Formats;

/**
 * The folder of backups. A file appears in it when it is complete and on the disk, with its SHA-256 in a file beside it;
 * only the platform's own account of the operating system may read either.
 */
final class BackupFolder {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(Formats.ZONE);
    private static final Pattern NAME = Pattern.compile("kientao-[a-z0-9_-]{1,80}\\.zip");
    private static final Pattern AGAIN = Pattern.compile("(kientao-.*[0-9]{8}-[0-9]{6})(?:-([0-9]{2}))?\\.zip");
    private static final String UNFINISHED = ".part";
    private static final int BUFFER = 1 << 16;

    private final Path folder;

    BackupFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes the content of a backup. */
    @FunctionalInterface
    interface Content<E extends Exception> {
        void to(OutputStream out) throws IOException, E;
    }

    /**
     * Writes a file and puts it in place.
     *
     * @param kind stands in the name; empty for an ordinary backup
     */
    <E extends Exception> Path write(String kind, Instant at, Content<E> content) throws IOException, E {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "kientao-", UNFINISHED, ownerOnly());
        try {
            String sha256 = write(draft, content);
            Path file = free(kind, at);
            writeSide(file, sha256);
            move(draft, file);
            return file;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The files, newest first. */
    List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> NAME.matcher(name(file)).matches())
                    .sorted(Comparator.comparing(BackupFolder::stamp)
                            .thenComparing(BackupFolder::name)
                            .reversed())
                    .toList();
        }
    }

    /** The file of this name, which may not be there. */
    Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("backup '" + name + "' (expected: " + NAME + ")");
        }
        return folder.resolve(name);
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** What {@code sha256sum} said of the file when it was written; empty when nobody knows. */
    static String sha256(Path file) throws IOException {
        Path side = side(file);
        if (!Files.exists(side)) {
            return "";
        }
        String line = Files.readString(side, StandardCharsets.UTF_8);
        return line.contains(" ") ? line.substring(0, line.indexOf(' ')) : line.strip();
    }

    static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(side(file));
    }

    /** Throws away what a crash left half written. */
    void tidy() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path draft :
                    all.filter(file -> name(file).endsWith(UNFINISHED)).toList()) {
                Files.delete(draft);
            }
        }
    }

    private static <E extends Exception> String write(Path draft, Content<E> content) throws IOException, E {
        MessageDigest digest = ZipParts.sha256();
        try (OutputStream out =
                new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(draft), digest), BUFFER)) {
            content.to(out);
        }
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void writeSide(Path file, String sha256) throws IOException {
        Path side = side(file);
        Files.createFile(side, ownerOnly(file));
        Files.writeString(side, sha256 + "  " + name(file) + "\n");
    }

    private void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(folder + " cannot move files within itself", e);
        }
        forceFolder();
    }

    /** A name is in the folder for good when the folder itself is on the disk; Windows does that by itself. */
    private void forceFolder() throws IOException {
        if (posix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** A name that sorts after those of the same second. */
    private Path free(String kind, Instant at) throws IOException {
        String name = "kientao-" + (kind.isEmpty() ? "" : kind + "-") + STAMP.format(at);
        int last = 0;
        for (Path file : files()) {
            Matcher same = AGAIN.matcher(name(file));
            if (same.matches() && same.group(1).equals(name)) {
                last = Math.max(last, same.group(2) == null ? 1 : Integer.parseInt(same.group(2)));
            }
        }
        return folder.resolve(last == 0 ? name + ".zip" : "%s-%02d.zip".formatted(name, last + 1));
    }

    /** The part of the name that tells the time, which sorts as time does. */
    private static String stamp(Path file) {
        return name(file)
                .replaceFirst("^kientao-(?:.*-)?(?=[0-9]{8}-[0-9]{6})", "")
                .replace(".zip", "");
    }

    private FileAttribute<?>[] ownerOnly() throws IOException {
        return ownerOnly(folder.resolve("any"));
    }

    private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !posix(folder)) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)};
    }

    private static boolean posix(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }

    private static Path side(Path file) {
        return file.resolveSibling(name(file) + ".sha256");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
