package vn.kientao.platform.shell;

import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Writes a catalogue. */
@Service
@Command(
        scope = "repository",
        name = "index",
        description = "Writes the catalogue of a folder of module jars",
        detailedDescription = "classpath:help/repository-index.txt")
public final class RepositoryIndexCommand extends RepositoryAnswer {

    @Argument(name = "DIR", description = "Folder with module jars, on the server", required = true, multiValued = true)
    private List<String> arguments;

    @Override
    void act() throws Exception {
        Path folder = FilePaths.path(argument(arguments));
        int releases = repositories.index(folder);
        out().println(say("shell.source.indexed", releases, folder));
    }
}
