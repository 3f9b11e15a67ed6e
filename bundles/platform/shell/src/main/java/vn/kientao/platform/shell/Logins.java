package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.kientao.platform.api.security.AccountControl;
import vn.kientao.platform.api.security.AccountControl.AccountStatus;

/** Completes the login of an account. */
@Service
public final class Logins implements Completer {
    private static final int MOST = 200;

    @Reference
    private AccountControl accounts;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> logins =
                accounts.list("", "", MOST).stream().map(AccountStatus::login).toList();
        return new StringsCompleter(logins).complete(session, line, candidates);
    }
}
