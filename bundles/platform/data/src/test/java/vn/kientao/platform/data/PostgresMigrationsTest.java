package vn.kientao.platform.data;

class PostgresMigrationsTest extends MigrationsContract {
    private final DataSettings settings = PostgresServer.shared().freshDatabase();

    @Override
    Engine open() {
        return Engine.open(settings);
    }
}
