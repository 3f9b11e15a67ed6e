package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Forgets a source of modules. */
@Service
@Command(
        scope = "repository",
        name = "remove",
        description = "Forgets a source of modules",
        detailedDescription = "classpath:help/repository-remove.txt")
public final class RepositoryRemoveCommand extends RepositoryAnswer {

    @Argument(name = "NAME", description = "Name of the source", required = true, multiValued = true)
    private List<String> arguments;

    @Override
    void act() throws Exception {
        String name = argument(arguments);
        if (repositories.sources().stream().noneMatch(source -> source.name().equals(name))) {
            throw new CommandFailedException(say("shell.source.unknown", name));
        }
        repositories.remove(name, SHELL);
        out().println(say("shell.source.removed", name));
    }
}
