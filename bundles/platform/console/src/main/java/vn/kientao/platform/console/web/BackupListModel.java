package vn.kientao.platform.console.web;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.web.Page;

/**
 * The backups, newest first.
 *
 * @param present whether the room that makes them is there
 * @param running the job that takes one now
 * @param failed why the last one failed
 */
public record BackupListModel(Page page, boolean present, List<Row> rows, Optional<Running> running, String failed) {

    public BackupListModel {
        rows = List.copyOf(rows);
    }

    /** A backup. */
    public record Row(
            String name,
            String at,
            String who,
            String reason,
            String size,
            String rows,
            String schemas,
            String sha256) {}

    /** A backup that is being taken. */
    public record Running(String url, long percent, String doing) {}
}
