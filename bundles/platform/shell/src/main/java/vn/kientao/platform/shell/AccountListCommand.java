package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.kientao.platform.api.security.AccountControl;
import vn.kientao.platform.api.security.AccountControl.AccountStatus;

/** Lists accounts. */
@Service
@Command(
        scope = "account",
        name = "list",
        description = "Lists accounts",
        detailedDescription = "classpath:help/account-list.txt")
public final class AccountListCommand extends Answer {
    private static final int MOST = 200;

    @Option(name = "--search", description = "Part of login or name")
    private String words = "";

    @Option(name = "--after", description = "Login after which the list begins")
    private String after = "";

    @Reference
    private AccountControl accounts;

    @Override
    void answer() throws Exception {
        List<AccountStatus> found = accounts.list(words, after, MOST);
        if (json) {
            printJson(found.stream().map(AccountJson::of).toList());
            return;
        }
        ShellTable table = table("account", List.of("login", "name", "posts", "state"));
        for (AccountStatus account : found) {
            table.addRow()
                    .addContent(
                            account.login(),
                            account.name(),
                            AccountJson.held(account),
                            say("shell.account.state." + account.state()));
        }
        print(table);
    }
}
