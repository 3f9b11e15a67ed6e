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

/** Takes away the lost second factors of an account. */
@Service
@Command(
        scope = "account",
        name = "remove-factors",
        description = "Takes away the lost second factors of an account",
        detailedDescription = "classpath:help/account-remove-factors.txt")
public final class AccountRemoveFactorsCommand extends Answer {

    @Argument(name = "LOGIN", description = "Login of the account", required = true, multiValued = true)
    @Completion(Logins.class)
    private List<String> arguments;

    @Reference
    private AccountControl accounts;

    @Override
    void answer() throws Exception {
        String login = argument(arguments);
        accounts.removeFactors(login, Actor.system("shell"));
        if (json) {
            printJson(Map.of("login", login, "factors", 0));
        } else {
            out().println(say("shell.account.factors-removed", login));
        }
    }
}
