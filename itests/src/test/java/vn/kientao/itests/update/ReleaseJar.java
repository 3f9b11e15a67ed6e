package vn.kientao.itests.update;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import vn.kientao.itests.product.ProductFiles;

/** Other releases of a module, made from the built one by changing headers and adding entries. */
final class ReleaseJar {
    private final Manifest manifest;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private ReleaseJar(Manifest manifest) {
        this.manifest = manifest;
    }

    /** The built jar of module {@code id} as version {@code version}. */
    static ReleaseJar of(String id, String version) {
        try (JarFile built = new JarFile(ProductFiles.module(id).toFile())) {
            ReleaseJar jar = new ReleaseJar(built.getManifest());
            for (JarEntry entry : Collections.list(built.entries())) {
                if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    try (InputStream in = built.getInputStream(entry)) {
                        jar.entries.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
            return jar.header("Bundle-Version", version);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the built jar of " + id, e);
        }
    }

    ReleaseJar header(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    /** Adds {@code value} to a header that is a list. */
    ReleaseJar also(String name, String value) {
        String before = manifest.getMainAttributes().getValue(name);
        return header(name, before == null ? value : before + "," + value);
    }

    ReleaseJar entry(String path, String text) {
        entries.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds the compiled class of a fixture of these tests. */
    ReleaseJar fixture(Class<?> fixture) {
        String path = fixture.getName().replace('.', '/') + ".class";
        try (InputStream in = fixture.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            entries.put(path, in.readAllBytes());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Adds a Declarative Services component: {@code body} stands between the component's tags. */
    ReleaseJar component(Class<?> implementation, String body) {
        String path = "OSGI-INF/fixture-" + implementation.getSimpleName() + ".xml";
        entry(path, """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s" immediate="true">
                  <implementation class="%1$s"/>
                  %2$s
                </scr:component>
                """.formatted(implementation.getName(), body));
        return fixture(implementation).also("Service-Component", path);
    }

    /** Writes the jar below {@code itests/target/releases}. */
    Path write() {
        Attributes main = manifest.getMainAttributes();
        String name = main.getValue("Kientao-Module") + "-" + main.getValue("Bundle-Version") + ".jar";
        try {
            Path folder = Files.createDirectories(ProductFiles.target().resolve("releases"));
            Path file = folder.resolve(name);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    jar.putNextEntry(new ZipEntry(entry.getKey()));
                    jar.write(entry.getValue());
                    jar.closeEntry();
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                bytes.writeTo(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write release " + name, e);
        }
    }
}
