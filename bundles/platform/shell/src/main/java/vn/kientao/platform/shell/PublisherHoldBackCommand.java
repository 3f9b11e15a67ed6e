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

/** Refuses a version and all older ones. */
@Service
@Command(
        scope = "publisher",
        name = "hold-back",
        description = "Refuses a version of a module, and all older ones",
        detailedDescription = "classpath:help/publisher-hold-back.txt")
public final class PublisherHoldBackCommand extends ReasonAnswer {

    @Argument(index = 0, name = "MODULE", description = "Module id", required = true)
    @Completion(ModuleIds.class)
    private String id;

    @Argument(
            index = 1,
            name = "VERSION",
            description = "Newest version that is refused",
            required = true,
            multiValued = true)
    private List<String> rest;

    @Reference
    private Publishers publishers;

    @Override
    void answer() throws Exception {
        Version version = version(argument(rest));
        publishers.holdBack(moduleId(id), version, reason(), Actor.system("shell"));
        if (json) {
            printJson(Map.of("module", id, "version", version.toString(), "heldBack", true));
        } else {
            out().println(say("shell.held-back", id, version));
        }
    }
}
