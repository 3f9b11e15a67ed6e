package vn.kientao.platform.shell;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.security.Actor;

/** Switches a module off for one agency. */
@Service
@Command(
        scope = "module",
        name = "disable",
        description = "Switches a module off for one agency; others do not notice",
        detailedDescription = "classpath:help/module-disable.txt")
public final class ModuleDisableCommand extends AgencyAnswer {

    @Argument(name = "ID", description = "Module id", required = true, multiValued = true)
    @Completion(ModuleIds.class)
    private List<String> arguments;

    @Reference
    private ModuleControl control;

    @Override
    void answer() throws Exception {
        String id = argument(arguments);
        String agency = agency();
        control.disable(moduleId(id), agency, Actor.system("shell"));
        if (json) {
            printJson(Map.of("module", id, "agency", agency, "enabled", false));
        } else {
            out().println(say("shell.disabled", id, agency));
        }
    }
}
