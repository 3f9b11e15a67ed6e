package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.data.Backups;
import vn.kientao.platform.api.data.Backups.Backup;
import vn.kientao.platform.api.security.Actor;

/** Throws a backup away. */
@Service
@Command(
        scope = "backup",
        name = "delete",
        description = "Deletes a backup",
        detailedDescription = "classpath:help/backup-delete.txt")
public final class BackupDeleteCommand extends Answer {

    @Argument(name = "NAME", description = "Name of the backup", required = true, multiValued = true)
    @Completion(BackupNames.class)
    private List<String> arguments;

    @Reference
    private Backups backups;

    @Override
    void answer() throws Exception {
        String name = argument(arguments);
        Backup backup =
                backups.find(name).orElseThrow(() -> new CommandFailedException(say("shell.backup.unknown", name)));
        backups.delete(name, Actor.system("shell").account());
        if (json) {
            printJson(BackupJson.of(backup));
        } else {
            out().println(say("shell.backup.deleted", name));
        }
    }
}
