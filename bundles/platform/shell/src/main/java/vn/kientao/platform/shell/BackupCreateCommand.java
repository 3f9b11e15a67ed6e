package vn.kientao.platform.shell;

import java.util.Iterator;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.data.Backups;
import vn.kientao.platform.api.data.Backups.Backup;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.security.Actor;

/** Takes a backup of the whole platform while people work. */
@Service
@Command(
        scope = "backup",
        name = "create",
        description = "Backs the whole platform up into one file",
        detailedDescription = "classpath:help/backup-create.txt")
public final class BackupCreateCommand extends Answer {
    private static final int SHOW_EVERY = 10;

    @Option(name = "--reason", description = "Why, in words")
    @Nullable
    private String reason;

    @Reference
    private Backups backups;

    @Override
    void answer() throws Exception {
        String why = reason == null || reason.isBlank() ? say("shell.backup.by-hand") : reason.strip();
        Backup backup;
        try {
            backup = backups.create(why, Actor.system("shell").account(), this::show);
        } catch (DatabaseException e) {
            throw new CommandFailedException(say("shell.backup.failed", String.valueOf(e.getMessage())), e);
        }
        if (json) {
            printJson(BackupJson.of(backup));
        } else {
            out().println(say("shell.backup.created", backup.file(), backup.rows(), BackupJson.megabytes(backup)));
        }
    }

    @Override
    boolean option(String word, Iterator<String> rest) {
        if (word.equals("--reason") && rest.hasNext()) {
            reason = rest.next();
            return true;
        }
        return super.option(word, rest);
    }

    private void show(long done, long total, String table) {
        if (!json && total > 0 && done % SHOW_EVERY == 0) {
            out().println("  " + say("shell.backup.progress", done, total, table));
        }
    }
}
