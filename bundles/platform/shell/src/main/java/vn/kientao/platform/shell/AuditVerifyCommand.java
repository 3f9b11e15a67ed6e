package vn.kientao.platform.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.security.AuditControl;
import vn.kientao.platform.api.security.AuditControl.Report;

/** Checks the chain of the audit trail and its anchors; fails when something is wrong with them. */
@Service
@Command(
        scope = "audit",
        name = "verify",
        description = "Verifies the audit trail",
        detailedDescription = "classpath:help/audit-verify.txt")
public final class AuditVerifyCommand extends Answer {

    @Reference
    private AuditControl trail;

    @Override
    void answer() throws Exception {
        Report report = trail.verify();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("whole", report.whole());
            answer.put("entries", report.entries());
            answer.put("anchors", report.anchors());
            answer.put("findings", report.findings().stream().map(Json::text).toList());
            printJson(answer);
            return;
        }
        report.findings().forEach(finding -> out().println(words().get(finding)));
        String counts = say("shell.audit.verified", report.entries(), report.anchors());
        if (!report.whole()) {
            throw new CommandFailedException(counts + " " + say("shell.audit.broken"));
        }
        out().println(counts + " " + say("shell.audit.whole"));
    }
}
