package vn.kientao.platform.shell;

import java.util.Iterator;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Throws the data of an uninstalled module away, after an export. */
@Service
@Command(
        scope = "module",
        name = "purge",
        description = "Throws the data of an uninstalled module away, after an export",
        detailedDescription = "classpath:help/module-purge.txt")
public final class ModulePurgeCommand extends RolloutAnswer {

    @Argument(name = "ID", description = "Module id", required = true, multiValued = true)
    private List<String> arguments;

    @Option(name = "--typed", description = "The module id once more, to confirm")
    @Nullable
    private String typed;

    @Override
    void answer() throws Exception {
        String id = argument(arguments);
        String confirmed = typed;
        if (confirmed == null) {
            throw new CommandFailedException(say("shell.no-typed", id));
        }
        follow(control.purge(moduleId(id), confirmed, SHELL));
    }

    @Override
    boolean option(String word, Iterator<String> rest) {
        if (word.equals("--typed") && rest.hasNext()) {
            typed = rest.next();
            return true;
        }
        return super.option(word, rest);
    }
}
