package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;

/** Completes the code of an agency. */
@Service
public final class AgencyCodes implements Completer {

    @Reference
    private Agencies agencies;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> codes = agencies.all().stream().map(Agency::code).toList();
        return new StringsCompleter(codes).complete(session, line, candidates);
    }
}
