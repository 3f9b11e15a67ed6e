package vn.kientao.platform.shell;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import vn.kientao.platform.api.data.Backups.Backup;

/** A backup for programs, and its size for people. */
final class BackupJson {
    private static final double MEGABYTE = 1_000_000;

    private BackupJson() {}

    static Map<String, Object> of(Backup backup) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", backup.name());
        json.put("file", backup.file().toString());
        json.put("at", backup.at().toString());
        json.put("by", backup.account());
        json.put("reason", backup.reason());
        json.put("schemas", backup.schemas());
        json.put("rows", backup.rows());
        json.put("bytes", backup.bytes());
        json.put("sha256", backup.sha256());
        return json;
    }

    static String megabytes(Backup backup) {
        return String.format(Locale.ROOT, "%.1f MB", backup.bytes() / MEGABYTE);
    }
}
