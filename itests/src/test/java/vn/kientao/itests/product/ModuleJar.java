package vn.kientao.itests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Makes releases out of a built module: the same jar under another version, with other headers, with entries added,
 * replaced or left out. Good ones to update to, and broken ones to be refused.
 */
public final class ModuleJar {

    private final Manifest manifest;
    private final Map<String, byte[]> entries;

    private ModuleJar(Manifest manifest, Map<String, byte[]> entries) {
        this.manifest = manifest;
        this.entries = entries;
    }

    /** The module as the build has left it, for example {@code ModuleJar.built("procedures")}. */
    public static ModuleJar built(String module) {
        return read(ProductFiles.module(module));
    }

    public static ModuleJar read(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Map<String, byte[]> entries = new LinkedHashMap<>();
            for (JarEntry entry : file.stream().toList()) {
                if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
                }
            }
            return new ModuleJar(new Manifest(file.getManifest()), entries);
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " could not be read", e);
        }
    }

    /** A module with nothing in it but what every module says of itself. */
    public static ModuleJar fresh(String module, String version) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return new ModuleJar(manifest, Map.of())
                .header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", "vn.kientao.trial." + module)
                .header("Bundle-Version", version)
                .header("Kientao-Module", module)
                .header("Kientao-Name", "vi=\"Phân hệ thử\", en=\"Trial module\"")
                .header("Kientao-Areas", "procedures")
                .header("Kientao-Api", "[1.0,2)");
    }

    public String header(String name) {
        return manifest.getMainAttributes().getValue(name);
    }

    /** The same as another release. */
    public ModuleJar version(String version) {
        return header("Bundle-Version", version);
    }

    public ModuleJar header(String name, String value) {
        Manifest changed = new Manifest(manifest);
        changed.getMainAttributes().put(new Attributes.Name(name), value);
        return new ModuleJar(changed, entries);
    }

    /** Adds {@code more} to a header that is a list, such as {@code Import-Package}. */
    public ModuleJar headerAlso(String name, String more) {
        String value = header(name);
        return header(name, value == null ? more : value + "," + more);
    }

    public ModuleJar with(String entry, byte[] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.put(entry, content.clone());
        return new ModuleJar(manifest, changed);
    }

    /** Adds a class of the tests, with the classes nested in it. */
    public ModuleJar with(Class<?> type) {
        String path = type.getName().replace('.', '/') + ".class";
        try (var in = type.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("No class file for " + type);
            }
            ModuleJar changed = with(path, in.readAllBytes());
            for (Class<?> nested : type.getDeclaredClasses()) {
                changed = changed.with(nested);
            }
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException(type + " could not be read", e);
        }
    }

    public ModuleJar without(String entry) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        if (changed.remove(entry) == null) {
            throw new IllegalArgumentException("No entry " + entry + " (there are: " + entries.keySet() + ")");
        }
        return new ModuleJar(manifest, changed);
    }

    /** Writes it; the bytes depend on nothing but the content. */
    public Path writeTo(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var out = new JarOutputStream(Files.newOutputStream(file))) {
                entry(out, JarFile.MANIFEST_NAME);
                manifest.write(out);
                for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                    entry(out, each.getKey());
                    out.write(each.getValue());
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written", e);
        }
    }

    private static void entry(JarOutputStream out, String name) throws IOException {
        var entry = new JarEntry(name);
        entry.setTime(0);
        out.putNextEntry(entry);
    }
}
