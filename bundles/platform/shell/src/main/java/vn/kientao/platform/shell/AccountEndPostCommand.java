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
import vn.kientao.platform.api.security.Actor;

/** Ends a post of an account. */
@Service
@Command(
        scope = "account",
        name = "end-post",
        description = "Ends a post of an account",
        detailedDescription = "classpath:help/account-end-post.txt")
public final class AccountEndPostCommand extends Answer {

    @Argument(
            name = "LOGIN POST",
            description = "Login of the account and number of the post",
            required = true,
            multiValued = true)
    @Completion(Logins.class)
    private List<String> arguments;

    @Option(name = "--last", description = "Last day, such as 2026-12-31; at once when it is missing")
    private String last = "";

    @Reference
    private AccountControl accounts;

    @Override
    void answer() throws Exception {
        List<String> words = arguments(arguments, 2);
        String login = words.get(0);
        String post = words.get(1);
        if (!post.matches("[0-9]{1,18}")) {
            throw new CommandFailedException(say("shell.account.no-post", post));
        }
        accounts.endPost(
                login,
                Long.parseLong(post),
                last.isEmpty() ? Optional.empty() : Optional.of(Days.of(this, last)),
                Actor.system("shell"));
        if (json) {
            printJson(Map.of("login", login, "post", post, "ended", true));
        } else {
            out().println(say("shell.account.post-ended", post, login));
        }
    }

    @Override
    boolean option(String word, Iterator<String> rest) {
        if (word.equals("--last") && rest.hasNext()) {
            last = rest.next();
            return true;
        }
        return super.option(word, rest);
    }
}
