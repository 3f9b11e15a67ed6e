package vn.kientao.platform.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.module.Repositories.Source;

/** Takes an offline bundle. */
@Service
@Command(
        scope = "repository",
        name = "import",
        description = "Takes an offline bundle as a source of modules",
        detailedDescription = "classpath:help/repository-import.txt")
public final class RepositoryImportCommand extends RepositoryAnswer {

    @Argument(name = "FILE", description = "Path of the bundle, on the server", required = true, multiValued = true)
    @Completion(FilePaths.class)
    private List<String> arguments;

    @Override
    void act() throws Exception {
        Path file = FilePaths.path(argument(arguments));
        if (!Files.isRegularFile(file)) {
            throw new CommandFailedException(say("shell.no-file", file));
        }
        Source source;
        try (InputStream in = Files.newInputStream(file)) {
            source = repositories.importBundle(in, SHELL);
        } catch (IOException e) {
            throw new CommandFailedException(say("shell.unreadable-file", file), e);
        }
        if (json) {
            printJson(json(source));
        } else {
            out().println(say("shell.source.added-done", source.name(), source.location()));
        }
    }
}
