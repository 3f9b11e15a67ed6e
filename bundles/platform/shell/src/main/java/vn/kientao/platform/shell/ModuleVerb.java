package vn.kientao.platform.shell;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.shell.ModuleCommand;
import vn.kientao.platform.api.text.LocalText;

/**
 * A verb of a module, under its own name in the shell. Knows the name only: whichever release serves at the moment of the
 * call runs it.
 */
final class ModuleVerb implements Command {
    private final String name;
    private final LocalText help;
    private final Extensions extensions;

    ModuleVerb(String name, LocalText help, Extensions extensions) {
        this.name = requireNonNull(name, "name");
        this.help = requireNonNull(help, "help");
        this.extensions = requireNonNull(extensions, "extensions");
    }

    @Override
    public String getScope() {
        return name.substring(0, name.indexOf(':'));
    }

    @Override
    public String getName() {
        return name.substring(name.indexOf(':') + 1);
    }

    @Override
    public String getDescription() {
        return Words.in(null).get(help);
    }

    @Override
    public @Nullable Completer getCompleter(boolean scoped) {
        return null;
    }

    @Override
    public @Nullable Parser getParser() {
        return null;
    }

    @Override
    public @Nullable Object execute(Session session, List<Object> arguments) throws Exception {
        List<String> words = arguments.stream().map(String::valueOf).toList();
        Outcome outcome = extensions.everywhere(ModuleCommand.class, command -> run(command, words, session)).stream()
                .filter(Outcome::mine)
                .findFirst()
                .orElseThrow(() -> new CommandFailedException(Words.in(null).get("shell.verb.away", name)));
        if (outcome.failure().isPresent()) {
            Exception failure = outcome.failure().get();
            throw new CommandFailedException(line(failure), failure);
        }
        return null;
    }

    private Outcome run(ModuleCommand command, List<String> words, Session session) {
        if (!command.name().equals(name)) {
            return new Outcome(false, Optional.empty());
        }
        try {
            command.run(words, session.getConsole(), Actor.system("shell"));
            return new Outcome(true, Optional.empty());
        } catch (RuntimeException e) {
            return new Outcome(true, Optional.of(e));
        }
    }

    private static String line(Exception failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? Words.in(null).get("shell.verb.failed") : message;
    }

    /** Whether the command was the one asked for, and what went wrong. */
    private record Outcome(boolean mine, Optional<Exception> failure) {}
}
