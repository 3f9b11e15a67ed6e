package vn.kientao.platform.shell;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.security.AuditControl;
import vn.kientao.platform.api.security.AuditControl.Recorded;

/** Shows one entry of the audit trail with all its fields. */
@Service
@Command(
        scope = "audit",
        name = "show",
        description = "Shows an entry of the audit trail",
        detailedDescription = "classpath:help/audit-show.txt")
public final class AuditShowCommand extends Answer {

    @Argument(name = "SEQUENCE", description = "Sequence of the entry", required = true, multiValued = true)
    private List<String> arguments;

    @Reference
    private AuditControl trail;

    @Override
    void answer() throws Exception {
        String typed = argument(arguments);
        long sequence = typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
        Recorded found =
                trail.find(sequence).orElseThrow(() -> new CommandFailedException(say("shell.audit.unknown", typed)));
        Map<String, Object> fields = AuditEntryJson.of(found);
        if (json) {
            printJson(fields);
            return;
        }
        fields.forEach((name, value) -> {
            if (!value.toString().isEmpty()) {
                out().println(say("shell.audit.field." + name) + ": " + value);
            }
        });
    }
}
