package vn.kientao.platform.repository.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Small module jars for tests. */
public final class Jars {
    private Jars() {}

    public static byte[] module(String id, String version) {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-Version", version);
        headers.putValue("Kientao-Module", id);
        headers.putValue("Kientao-Name", "vi=\"Phân hệ " + id + "\", en=\"Module " + id + "\"");
        headers.putValue("Kientao-Api", "[1.0,2)");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            add(jar, "META-INF/CHANGELOG.md", """
                    ## %s - 2026-11-01
                    ### Mới
                    - In phiếu hàng loạt.
                    ## 0.9.0
                    - Bản đầu.
                    """.formatted(version));
            add(jar, "META-INF/CHANGELOG_en.md", "## " + version + "\n- Prints many slips at once.\n");
            add(jar, "META-INF/screenshots/list.png", "png");
            add(jar, "words.txt", id + " " + version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Path write(Path folder, String id, String version) throws IOException {
        Files.createDirectories(folder);
        return Files.write(folder.resolve(id + "-" + version + ".jar"), module(id, version));
    }

    private static void add(JarOutputStream jar, String name, String content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
    }
}
