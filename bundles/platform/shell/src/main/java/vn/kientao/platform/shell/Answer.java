package vn.kientao.platform.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseRefusedException;
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

    void printJson(Object value) throws JsonProcessingException {
        out().println(JSON.writeValueAsString(value));
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
