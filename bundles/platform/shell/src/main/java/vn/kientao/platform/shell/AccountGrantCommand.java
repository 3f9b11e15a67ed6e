package vn.kientao.platform.shell;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.security.AccountControl;
import vn.kientao.platform.api.security.AccountControl.PostRequest;
import vn.kientao.platform.api.security.Actor;

/** Gives an account a post. */
@Service
@Command(
        scope = "account",
        name = "grant",
        description = "Gives an account a post",
        detailedDescription = "classpath:help/account-grant.txt")
public final class AccountGrantCommand extends Answer {

    @Argument(
            name = "LOGIN ROLE",
            description = "Login of the account and id of the role",
            required = true,
            multiValued = true)
    @Completion(Logins.class)
    private List<String> arguments;

    @Option(name = "--agency", description = "Agency code; everywhere when it is missing")
    @Completion(AgencyCodes.class)
    private String agency = "";

    @Option(name = "--unit", description = "Unit of the agency")
    private String unit = "";

    @Option(name = "--from", description = "First day, such as 2026-11-23; today when it is missing")
    private String from = "";

    @Option(name = "--to", description = "Last day")
    private String to = "";

    @Reference
    private AccountControl accounts;

    @Override
    void answer() throws Exception {
        List<String> words = arguments(arguments, 2);
        String login = words.get(0);
        PostRequest post = new PostRequest(
                words.get(1),
                Optional.of(agency).filter(code -> !code.isEmpty()),
                unit,
                from.isEmpty() ? Optional.empty() : Optional.of(Days.of(this, from)),
                to.isEmpty() ? Optional.empty() : Optional.of(Days.of(this, to)));
        accounts.grant(login, post, Actor.system("shell"));
        if (json) {
            printJson(Map.of("login", login, "role", post.role(), "agency", agency));
        } else {
            out().println(say("shell.account.granted", login, post.role(), agency.isEmpty() ? "*" : agency));
        }
    }

    @Override
    boolean option(String word, Iterator<String> rest) {
        if (!rest.hasNext()) {
            return super.option(word, rest);
        }
        switch (word) {
            case "--agency" -> agency = rest.next();
            case "--unit" -> unit = rest.next();
            case "--from" -> from = rest.next();
            case "--to" -> to = rest.next();
            default -> {
                return super.option(word, rest);
            }
        }
        return true;
    }
}
