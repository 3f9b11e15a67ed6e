package vn.kientao.platform.shell;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import vn.kientao.platform.api.security.AuditControl;

/** What the commands that look entries of the audit trail up have in common: the filter. */
abstract class AuditSearch extends Answer {
    private static final List<String> OPTIONS = List.of(
            "--account", "--agency", "--module", "--action", "--type", "--object", "--from", "--until", "--search");

    @Option(name = "--account", description = "Id of the account, or system:...")
    private String account = "";

    @Option(name = "--agency", description = "Agency code")
    private String agency = "";

    @Option(name = "--module", description = "Module, or room of the platform")
    private String module = "";

    @Option(name = "--action", description = "Action, such as procedures.receive")
    private String action = "";

    @Option(name = "--type", description = "Kind of object")
    private String type = "";

    @Option(name = "--object", description = "Id of the object")
    private String object = "";

    @Option(name = "--from", description = "First day, such as 2026-11-23")
    private String from = "";

    @Option(name = "--until", description = "Last day")
    private String until = "";

    @Option(name = "--search", description = "Words in any field")
    private String words = "";

    private final Map<String, String> behind = new HashMap<>();

    @Reference
    AuditControl trail;

    AuditControl.Search search() throws CommandFailedException {
        return new AuditControl.Search(
                value("--account", account),
                value("--agency", agency),
                value("--module", module),
                value("--action", action),
                value("--type", type),
                value("--object", object),
                day(value("--from", from)),
                day(value("--until", until)),
                value("--search", words));
    }

    private String value(String option, String before) {
        return behind.getOrDefault(option, before);
    }

    private Optional<LocalDate> day(String typed) throws CommandFailedException {
        return typed.isEmpty() ? Optional.empty() : Optional.of(Days.of(this, typed));
    }

    @Override
    boolean option(String word, Iterator<String> rest) {
        if (OPTIONS.contains(word) && rest.hasNext()) {
            behind.put(word, rest.next());
            return true;
        }
        return super.option(word, rest);
    }
}
