package vn.kientao.platform.data;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2MigrationsTest extends MigrationsContract {
    @TempDir
    Path folder;

    @Override
    Engine open() {
        return Engine.open(Settings.h2(folder));
    }
}
