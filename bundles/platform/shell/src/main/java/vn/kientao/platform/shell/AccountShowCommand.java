package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.kientao.platform.api.security.AccountControl;
import vn.kientao.platform.api.security.AccountControl.AccountStatus;
import vn.kientao.platform.api.security.AccountControl.PostStatus;
import vn.kientao.platform.api.text.Formats;

/** Shows an account and its posts. */
@Service
@Command(
        scope = "account",
        name = "show",
        description = "Shows an account and its posts",
        detailedDescription = "classpath:help/account-show.txt")
public final class AccountShowCommand extends Answer {

    @Argument(name = "LOGIN", description = "Login of the account", required = true, multiValued = true)
    @Completion(Logins.class)
    private List<String> arguments;

    @Reference
    private AccountControl accounts;

    @Override
    void answer() throws Exception {
        String login = argument(arguments);
        AccountStatus account =
                accounts.find(login).orElseThrow(() -> new CommandFailedException(say("shell.account.unknown", login)));
        if (json) {
            printJson(AccountJson.of(account));
            return;
        }
        out().println(say(
                "shell.account.line",
                account.login(),
                account.name(),
                say("shell.account.state." + account.state()),
                String.valueOf(account.sessions())));
        ShellTable table = table("post", List.of("id", "role", "agency", "unit", "from", "to", "state"));
        for (PostStatus post : account.posts()) {
            table.addRow()
                    .addContent(
                            post.id(),
                            post.role(),
                            post.agency().orElse("*"),
                            post.unit(),
                            Formats.date(post.from()),
                            post.to().map(Formats::date).orElse(""),
                            say("shell.post.state." + post.state()));
        }
        print(table);
    }
}
