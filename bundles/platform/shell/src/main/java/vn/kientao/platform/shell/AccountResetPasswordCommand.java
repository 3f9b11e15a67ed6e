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

/** Gives an account a new one-time password. */
@Service
@Command(
        scope = "account",
        name = "reset-password",
        description = "Gives an account a new one-time password",
        detailedDescription = "classpath:help/account-reset-password.txt")
public final class AccountResetPasswordCommand extends Answer {

    @Argument(name = "LOGIN", description = "Login of the account", required = true, multiValued = true)
    @Completion(Logins.class)
    private List<String> arguments;

    @Reference
    private AccountControl accounts;

    @Override
    void answer() throws Exception {
        String login = argument(arguments);
        String secret = accounts.reset(login, Actor.system("shell"));
        if (json) {
            printJson(Map.of("login", login, "secret", secret));
        } else {
            out().println(say("shell.account.secret", login, secret));
        }
    }
}
