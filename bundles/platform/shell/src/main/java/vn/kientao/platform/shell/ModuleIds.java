package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.kientao.platform.api.module.Modules;

/** Completes the id of an installed module. */
@Service
public final class ModuleIds implements Completer {

    @Reference
    private Modules modules;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids =
                modules.all().stream().map(module -> module.id().value()).toList();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
