package vn.kientao.platform.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.kientao.platform.api.security.AuditControl.Recorded;
import vn.kientao.platform.api.text.Formats;

/** Lists entries of the audit trail. */
@Service
@Command(
        scope = "audit",
        name = "list",
        description = "Lists entries of the audit trail, newest first",
        detailedDescription = "classpath:help/audit-list.txt")
public final class AuditListCommand extends AuditSearch {
    private static final int MOST = 200;

    @Option(name = "--below", description = "Sequence below which the list begins")
    private long below;

    @Override
    void answer() throws Exception {
        List<Recorded> found = trail.list(search(), below > 0 ? Optional.of(below) : Optional.empty(), MOST);
        if (json) {
            printJson(found.stream().map(AuditEntryJson::of).toList());
            return;
        }
        ShellTable table = table("audit", List.of("sequence", "at", "account", "agency", "action", "object"));
        for (Recorded one : found) {
            table.addRow()
                    .addContent(
                            one.sequence(),
                            Formats.time(one.at()),
                            one.entry().account(),
                            one.entry().agency().orElse(""),
                            one.entry().action(),
                            (one.entry().objectType() + " " + one.entry().objectId()).strip());
        }
        print(table);
    }
}
