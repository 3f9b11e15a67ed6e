package vn.kientao.platform.data.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Changes a backup the way nobody should. */
final class ZipTool {
    private ZipTool() {}

    /**
     * Writes a copy beside the file in which one entry is changed.
     *
     * @param hashes whether the manifest's hash is made to fit
     */
    static Path rewrite(Path file, String entry, UnaryOperator<String> change, boolean hashes) throws IOException {
        Path copy = Files.createTempFile(file.getParent(), "changed-", ".zip");
        try (ZipFile zip = new ZipFile(file.toFile());
                OutputStream out = Files.newOutputStream(copy);
                ZipOutputStream changed = new ZipOutputStream(out)) {
            String before = text(zip, entry);
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new AssertionError("nothing changed in " + before);
            }
            for (ZipEntry each : Collections.list(zip.entries())) {
                String content = text(zip, each.getName());
                if (each.getName().equals(entry)) {
                    content = after;
                } else if (hashes && each.getName().equals(Manifest.ENTRY)) {
                    content = content.replace(sha256(before), sha256(after));
                }
                changed.putNextEntry(new ZipEntry(each.getName()));
                changed.write(content.getBytes(StandardCharsets.UTF_8));
                changed.closeEntry();
            }
        }
        return copy;
    }

    private static String text(ZipFile zip, String entry) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(ZipParts.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
