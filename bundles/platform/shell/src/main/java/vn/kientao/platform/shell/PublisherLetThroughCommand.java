package vn.kientao.platform.shell;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.security.Actor;

/** Takes a version off the list. */
@Service
@Command(
        scope = "publisher",
        name = "let-through",
        description = "Takes a version off the list of those that are held back",
        detailedDescription = "classpath:help/publisher-let-through.txt")
public final class PublisherLetThroughCommand extends Answer {

    @Argument(index = 0, name = "MODULE", description = "Module id", required = true)
    @Completion(ModuleIds.class)
    private String id;

    @Argument(
            index = 1,
            name = "VERSION",
            description = "Version as it stands on the list",
            required = true,
            multiValued = true)
    private List<String> rest;

    @Reference
    private Publishers publishers;

    @Override
    void answer() throws Exception {
        Version version = version(argument(rest));
        publishers.letThrough(moduleId(id), version, Actor.system("shell"));
        if (json) {
            printJson(Map.of("module", id, "version", version.toString(), "heldBack", false));
        } else {
            out().println(say("shell.let-through", id, version));
        }
    }
}
