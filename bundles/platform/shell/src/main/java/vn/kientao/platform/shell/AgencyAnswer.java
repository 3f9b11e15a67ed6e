package vn.kientao.platform.shell;

import java.util.Iterator;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.jspecify.annotations.Nullable;

/** Commands about one agency, named by {@code --agency} before or after the argument. */
abstract class AgencyAnswer extends Answer {

    @Option(name = "--agency", description = "Agency code")
    @Completion(AgencyCodes.class)
    @Nullable
    private String code;

    /** The agency that was named. */
    String agency() throws CommandFailedException {
        String named = code;
        if (named == null) {
            throw new CommandFailedException(say("shell.no-agency"));
        }
        return named;
    }

    @Override
    boolean option(String word, Iterator<String> rest) {
        if (word.equals("--agency") && rest.hasNext()) {
            code = rest.next();
            return true;
        }
        return super.option(word, rest);
    }
}
