package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.kientao.platform.api.data.Backups;
import vn.kientao.platform.api.data.Backups.Backup;
import vn.kientao.platform.api.text.Formats;

/** Which backups there are. */
@Service
@Command(
        scope = "backup",
        name = "list",
        description = "Lists the backups, newest first",
        detailedDescription = "classpath:help/backup-list.txt")
public final class BackupListCommand extends Answer {

    @Reference
    private Backups backups;

    @Override
    void answer() throws Exception {
        List<Backup> all = backups.all();
        if (json) {
            printJson(all.stream().map(BackupJson::of).toList());
            return;
        }
        ShellTable table = table("backup", List.of("name", "at", "by", "reason", "rows", "size"));
        for (Backup backup : all) {
            table.addRow()
                    .addContent(
                            backup.name(),
                            Formats.time(backup.at()),
                            backup.account(),
                            backup.reason(),
                            backup.rows(),
                            BackupJson.megabytes(backup));
        }
        print(table);
    }
}
