package vn.kientao.platform.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import vn.kientao.platform.api.data.DatabaseException;

/**
 * The password of the embedded database's administrator: random, kept in a file beside the database that only its owner
 * may read. Nothing but the committer signs in with it.
 */
final class AdminSecret {
    private static final int BYTES = 24;

    private AdminSecret() {}

    /** Reads the secret, or makes one for a database that does not exist yet. */
    static String readOrCreate(Path secret, Path database) throws IOException {
        if (Files.exists(secret)) {
            return Files.readString(secret, StandardCharsets.US_ASCII).strip();
        }
        if (Files.exists(database)) {
            throw new DatabaseException("the database " + database + " cannot be opened without its secret " + secret
                    + " (expected: both files are moved and restored together)");
        }
        String made = random();
        Path draft = secret.resolveSibling(secret.getFileName() + ".new");
        Files.deleteIfExists(draft);
        createForOwner(draft);
        Files.writeString(draft, made + "\n", StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, secret, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    /** A password nobody can guess. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void createForOwner(Path file) throws IOException {
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
