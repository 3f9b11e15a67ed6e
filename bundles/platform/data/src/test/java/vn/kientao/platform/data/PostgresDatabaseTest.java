package vn.kientao.platform.data;

import org.junit.jupiter.api.BeforeEach;

class PostgresDatabaseTest extends DatabaseContract {
    private DataSettings settings;

    @BeforeEach
    @Override
    void migrate() {
        settings = PostgresServer.shared().freshDatabase();
        super.migrate();
    }

    @Override
    Engine open() {
        return Engine.open(settings);
    }
}
