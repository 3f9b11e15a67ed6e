package vn.kientao.platform.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.security.AccountRefusedException;
import vn.kientao.platform.api.text.Texts;

/** What all our commands have in common: a language, a form for programs, and errors of one line. */
abstract class Answer implements Action {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Option(name = "--lang", description = "Language of the output: vi or en")
    @Nullable
    String language;

    @Option(name = "--json", description = "Print JSON, for programs")
    boolean json;

    @Option(name = "--no-format", description = "Print tables without lines")
    boolean noFormat;

    @Reference
    Session session;

    @Override
    public final @Nullable Object execute() throws Exception {
        try {
            answer();
            return null;
        } catch (ReleaseRefusedException e) {
            throw new CommandFailedException(words().get(e.reason()), e);
        } catch (AccountRefusedException e) {
            throw new CommandFailedException(words().get(e.reason()), e);
        }
    }

    /** Does what was asked. */
    abstract void answer() throws Exception;

    Texts words() {
        return Words.in(language);
    }

    PrintStream out() {
        return session.getConsole();
    }

    String say(String key, Object... arguments) {
        return words().get(key, arguments);
    }

    ModuleId moduleId(String id) throws CommandFailedException {
        try {
            return new ModuleId(id);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(say("shell.unknown-module", id), e);
        }
    }

    Version version(String words) throws CommandFailedException {
        try {
            return Version.parseVersion(words);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(say("shell.no-version", words), e);
        }
    }

    void printJson(Object value) throws JsonProcessingException {
        out().println(JSON.writeValueAsString(value));
    }

    /**
     * The one argument among {@code words}. Options may follow it, which the shell itself would take for more arguments.
     */
    String argument(List<String> words) throws CommandFailedException {
        return arguments(words, 1).get(0);
    }

    /** As many arguments as there must be, with options between and after them. */
    List<String> arguments(List<String> words, int count) throws CommandFailedException {
        List<String> arguments = new ArrayList<>();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (!word.startsWith("--")) {
                arguments.add(word);
            } else if (!option(word, rest)) {
                throw new CommandFailedException(say("shell.unknown-option", word));
            }
        }
        if (arguments.size() != count) {
            throw new CommandFailedException(
                    say("shell.argument-count", String.valueOf(count), String.join(" ", arguments)));
        }
        return arguments;
    }

    /** Takes an option that stands after the argument, and its value from {@code rest}; false when it is unknown. */
    boolean option(String word, Iterator<String> rest) {
        switch (word) {
            case "--json" -> json = true;
            case "--no-format" -> noFormat = true;
            case "--lang" -> language = rest.hasNext() ? rest.next() : language;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A table whose headings stand under {@code shell.<subject>.<column>}. */
    ShellTable table(String subject, List<String> columns) {
        ShellTable table = new ShellTable();
        columns.forEach(column -> table.column(say("shell." + subject + "." + column)));
        return table.emptyTableText(say("shell." + subject + ".none"));
    }

    void print(ShellTable table) {
        table.print(out(), !noFormat);
    }
}
