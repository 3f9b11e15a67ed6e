package vn.kientao.platform.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.module.ModuleId;

/** Writes an offline bundle. */
@Service
@Command(
        scope = "repository",
        name = "export",
        description = "Writes the modules that serve into an offline bundle",
        detailedDescription = "classpath:help/repository-export.txt")
public final class RepositoryExportCommand extends RepositoryAnswer {

    @Argument(
            name = "FILE",
            description = "Path of the bundle to write, on the server",
            required = true,
            multiValued = true)
    private List<String> arguments;

    @Option(
            name = "--module",
            description = "A module to export; all that serve when none is named",
            multiValued = true)
    private List<String> modules = new ArrayList<>();

    @Override
    void act() throws Exception {
        Path file = FilePaths.path(argument(arguments));
        Set<ModuleId> chosen = new HashSet<>();
        for (String id : modules) {
            chosen.add(moduleId(id));
        }
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                repositories.exportBundle(out, chosen, SHELL);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailedException(say("shell.source.unwritable", file), e);
        } finally {
            Files.deleteIfExists(draft);
        }
        out().println(say("shell.source.exported", file));
    }

    @Override
    boolean option(String word, Iterator<String> rest) {
        if (word.equals("--module") && rest.hasNext()) {
            modules.add(rest.next());
            return true;
        }
        return super.option(word, rest);
    }
}
