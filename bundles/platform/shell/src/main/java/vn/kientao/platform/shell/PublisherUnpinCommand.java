package vn.kientao.platform.shell;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.security.Actor;

/** Lets another publisher deliver a module. */
@Service
@Command(
        scope = "publisher",
        name = "unpin",
        description = "Lets the next signed release of a module decide anew whose it is",
        detailedDescription = "classpath:help/publisher-unpin.txt")
public final class PublisherUnpinCommand extends Answer {

    @Argument(name = "MODULE", description = "Module id", required = true, multiValued = true)
    @Completion(ModuleIds.class)
    private List<String> arguments;

    @Reference
    private Publishers publishers;

    @Override
    void answer() throws Exception {
        String id = argument(arguments);
        publishers.unpin(moduleId(id), Actor.system("shell"));
        if (json) {
            printJson(Map.of("module", id, "pinned", false));
        } else {
            out().println(say("shell.unpinned", id));
        }
    }
}
