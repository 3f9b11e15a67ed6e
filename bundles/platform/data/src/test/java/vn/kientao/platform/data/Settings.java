package vn.kientao.platform.data;

import java.nio.file.Path;

/** Settings for tests. */
final class Settings {
    private Settings() {}

    static DataSettings h2(Path folder) {
        return new DataSettings("jdbc:h2:file:" + folder.resolve("db/kientao"), "", "", 4, 2);
    }
}
