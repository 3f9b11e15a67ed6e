package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.kientao.platform.api.data.Backups;

/** Completes the names of backups. */
@Service
public final class BackupNames implements Completer {

    @Reference
    private Backups backups;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names = backups.all().stream().map(Backups.Backup::name).toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
