package vn.kientao.platform.audit.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import vn.kientao.platform.audit.chain.MacKey;

/** The key of this node in {@code audit.key} of the data folder: made at the first start, readable by its owner only. */
final class KeyFile {
    private static final int BYTES = 32;

    private KeyFile() {}

    static MacKey in(Path folder) {
        Path file = folder.resolve("audit.key");
        try {
            if (!Files.exists(file)) {
                create(folder, file);
            }
            return new MacKey(HexFormat.of()
                    .parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key of the audit trail " + file, e);
        }
    }

    private static void create(Path folder, Path file) throws IOException {
        Files.createDirectories(folder);
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Path draft = folder.resolve("audit.key.new");
        Files.deleteIfExists(draft);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(draft, HexFormat.of().formatHex(secret) + "\n", StandardCharsets.US_ASCII);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
