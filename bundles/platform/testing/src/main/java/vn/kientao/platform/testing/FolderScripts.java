package vn.kientao.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.kientao.platform.api.data.MigrationScripts;

/**
 * Migration scripts read from a folder of the source tree.
 *
 * @param resources the folder that holds {@code db/expand} and {@code db/contract}
 */
public record FolderScripts(Path resources) implements MigrationScripts {

    /** The scripts of the module under test. */
    public static FolderScripts ofModule() {
        return new FolderScripts(Path.of("src/main/resources"));
    }

    @Override
    public List<Script> in(String folder) {
        Path place = resources.resolve(folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            List<Script> scripts = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".sql")).toList()) {
                scripts.add(new Script(file.getFileName().toString(), Files.readString(file)));
            }
            scripts.sort(Comparator.comparing(Script::name));
            return List.copyOf(scripts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the scripts in " + place, e);
        }
    }
}
