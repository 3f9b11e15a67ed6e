package vn.kientao.platform.kernel.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import vn.kientao.platform.api.data.MigrationScripts;
import vn.kientao.platform.api.data.MigrationScripts.Script;

/** The migration scripts in a module jar that is not installed yet. */
public final class JarScripts {

    private JarScripts() {}

    /** The scripts in {@code jar}, read when they are asked for. */
    public static MigrationScripts of(Path jar) {
        return folder -> in(jar, folder + "/");
    }

    private static List<Script> in(Path jar, String folder) {
        List<Script> scripts = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (name.startsWith(folder) && name.endsWith(".sql") && name.indexOf('/', folder.length()) < 0) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        scripts.add(new Script(name.substring(folder.length()), sql));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
        scripts.sort(Comparator.comparing(Script::name));
        return List.copyOf(scripts);
    }
}
