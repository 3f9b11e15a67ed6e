package vn.kientao.platform.repository.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A folder of the server: a disk, a stick, a share. */
public final class FolderLocation implements Location {
    private final Path folder;

    public FolderLocation(Path folder) {
        this.folder = folder;
    }

    @Override
    public void copy(String path, Path target, long mostBytes) throws IOException {
        Path root = folder.toRealPath();
        Path file = root.resolve(path).toRealPath();
        if (!file.startsWith(root) || !Files.isRegularFile(file)) {
            throw new NoSuchFileException(root.resolve(path).toString());
        }
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            long copied = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                copied += read;
                if (copied > mostBytes) {
                    throw new TooLargeException(path, mostBytes);
                }
                out.write(buffer, 0, read);
            }
        }
    }
}
