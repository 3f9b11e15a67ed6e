package vn.kientao.platform.shell;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.security.AccountControl;
import vn.kientao.platform.api.security.Actor;

/** Locks an account and ends its sessions. */
@Service
@Command(
        scope = "account",
        name = "disable",
        description = "Locks an account and ends its sessions",
        detailedDescription = "classpath:help/account-disable.txt")
public final class AccountDisableCommand extends Answer {

    @Argument(name = "LOGIN", description = "Login of the account", required = true, multiValued = true)
    @Completion(Logins.class)
    private List<String> arguments;

    @Reference
    private AccountControl accounts;

    @Override
    void answer() throws Exception {
        String login = argument(arguments);
        accounts.disable(login, true, Actor.system("shell"));
        if (json) {
            printJson(Map.of("login", login, "disabled", true));
        } else {
            out().println(say("shell.account.disabled", login));
        }
    }
}
