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

/** Creates an account and prints its one-time password. */
@Service
@Command(
        scope = "account",
        name = "create",
        description = "Creates an account and prints its one-time password",
        detailedDescription = "classpath:help/account-create.txt")
public final class AccountCreateCommand extends Answer {

    @Argument(name = "LOGIN NAME", description = "Login and name of the person", required = true, multiValued = true)
    @Completion(Logins.class)
    private List<String> arguments;

    @Reference
    private AccountControl accounts;

    @Override
    void answer() throws Exception {
        List<String> words = arguments(arguments, 2);
        String login = words.get(0);
        String secret = accounts.create(login, words.get(1), Actor.system("shell"));
        if (json) {
            printJson(Map.of("login", login, "secret", secret));
        } else {
            out().println(say("shell.account.secret", login, secret));
        }
    }
}
