package vn.kientao.platform.api.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import org.osgi.framework.Bundle;

/** Where the migration scripts of a schema come from. */
@FunctionalInterface
public interface MigrationScripts {

    /** The scripts in {@code folder} ({@code db/expand} or {@code db/contract}), sorted by name; empty when there are none. */
    List<Script> in(String folder);

    /** The scripts that travel in a bundle. */
    static MigrationScripts of(Bundle bundle) {
        return folder -> {
            Enumeration<URL> entries = bundle.findEntries(folder, "*.sql", false);
            List<Script> scripts = new ArrayList<>();
            for (URL url : entries == null ? List.<URL>of() : Collections.list(entries)) {
                scripts.add(Script.read(url));
            }
            scripts.sort(Comparator.comparing(Script::name));
            return List.copyOf(scripts);
        };
    }

    /** One script: its file name and its statements. */
    record Script(String name, String sql) {

        static Script read(URL url) {
            String path = url.getPath();
            try (InputStream in = url.openStream()) {
                return new Script(
                        path.substring(path.lastIndexOf('/') + 1),
                        new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read migration " + path, e);
            }
        }
    }
}
