package vn.kientao.platform.data;

import java.nio.file.Path;

/** Fresh databases for tests in the packages below. */
public final class TestEngines {
    private TestEngines() {}

    public static DataSettings h2(Path folder) {
        return Settings.h2(folder);
    }

    public static DataSettings postgres() {
        return PostgresServer.shared().freshDatabase();
    }

    public static Engine open(DataSettings settings, OpeningStep step) {
        return EngineComponent.open(settings, step);
    }
}
