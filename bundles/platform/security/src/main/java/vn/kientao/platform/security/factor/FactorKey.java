package vn.kientao.platform.security.factor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import vn.kientao.platform.security.domain.Secrets;

/**
 * Finds the key under which secrets of second factors lie in the database: in the environment variable
 * {@code KIENTAO_FACTOR_KEY} (32 bytes in Base64), else in the file {@code factor.key} of the data folder, which only the
 * platform's user may read and which is made when it is missing. Several nodes share one key by the variable.
 */
final class FactorKey {
    static final String VARIABLE = "KIENTAO_FACTOR_KEY";
    static final String FILE = "factor.key";

    private FactorKey() {}

    /**
     * @param given what the environment says; empty when it says nothing
     * @throws IllegalStateException when the key is not 32 bytes in Base64; the key itself is not named
     */
    static byte[] find(String given, Path data) {
        if (!given.isBlank()) {
            return decoded(given, VARIABLE);
        }
        Path file = data.resolve(FILE);
        try {
            make(file);
            return decoded(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The file is closed to others before the first byte stands in it. */
    private static void make(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, ownersOnly());
        } catch (FileAlreadyExistsException e) {
            return;
        }
        String key = Base64.getEncoder().encodeToString(Secrets.bytes(SecretBox.KEY_BYTES));
        Files.writeString(file, key, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    private static FileAttribute<?>[] ownersOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static byte[] decoded(String text, String where) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == SecretBox.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the key in " + where + " is not Base64", e);
        }
        throw new IllegalStateException("the key in " + where + " has not " + SecretBox.KEY_BYTES + " bytes");
    }
}
