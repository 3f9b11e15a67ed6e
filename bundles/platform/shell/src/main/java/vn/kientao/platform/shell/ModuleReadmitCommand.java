package vn.kientao.platform.shell;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.module.Quarantines;
import vn.kientao.platform.api.security.Actor;

/** Lets a module serve again that was taken out of service. */
@Service
@Command(
        scope = "module",
        name = "readmit",
        description = "Lets a module serve again that is in quarantine",
        detailedDescription = "classpath:help/module-readmit.txt")
public final class ModuleReadmitCommand extends Answer {

    @Argument(name = "ID", description = "Module id", required = true, multiValued = true)
    @Completion(ModuleIds.class)
    private List<String> arguments;

    @Reference
    private Quarantines quarantines;

    @Override
    void answer() throws Exception {
        String id = argument(arguments);
        quarantines.lift(moduleId(id), Actor.system("shell"));
        if (json) {
            printJson(Map.of("module", id, "quarantined", false));
        } else {
            out().println(say("shell.readmitted", id));
        }
    }
}
