package vn.kientao.platform.shell;

import java.util.Iterator;
import org.apache.karaf.shell.api.action.Option;
import org.jspecify.annotations.Nullable;

/** Commands that want to know why, by {@code --reason} before or after the argument. */
abstract class ReasonAnswer extends Answer {

    @Option(name = "--reason", description = "Why, for those who read it later")
    @Nullable
    private String why;

    /** The reason that was given. */
    String reason() throws CommandFailedException {
        String given = why;
        if (given == null) {
            throw new CommandFailedException(say("shell.no-reason"));
        }
        return given;
    }

    @Override
    boolean option(String word, Iterator<String> rest) {
        if (word.equals("--reason") && rest.hasNext()) {
            why = rest.next();
            return true;
        }
        return super.option(word, rest);
    }
}
