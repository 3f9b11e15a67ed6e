package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.module.Repositories.Source;

/** Adds a source of modules. */
@Service
@Command(
        scope = "repository",
        name = "add",
        description = "Adds a folder or an address that offers modules",
        detailedDescription = "classpath:help/repository-add.txt")
public final class RepositoryAddCommand extends RepositoryAnswer {

    @Argument(
            name = "NAME LOCATION",
            description = "Name of the source, and a folder or address",
            required = true,
            multiValued = true)
    private List<String> arguments;

    @Override
    void act() throws Exception {
        List<String> given = arguments(arguments, 2);
        Source source = repositories.add(given.get(0), given.get(1), SHELL);
        if (json) {
            printJson(json(source));
        } else {
            out().println(say("shell.source.added-done", source.name(), source.location()));
        }
    }
}
