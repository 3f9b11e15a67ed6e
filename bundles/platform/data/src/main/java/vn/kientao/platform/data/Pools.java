package vn.kientao.platform.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Makes connection pools. */
final class Pools {
    /** A server may start after us. */
    private static final long LONGEST_FIRST_WAIT = TimeUnit.SECONDS.toMillis(60);

    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toMillis(20);

    private Pools() {}

    static HikariDataSource of(String name, DataSource source, int size, boolean readOnly) {
        return new HikariDataSource(config(name, source, size, readOnly));
    }

    /** Connections that begin with the statement {@code first}. */
    static HikariDataSource of(String name, DataSource source, int size, boolean readOnly, String first) {
        HikariConfig config = config(name, source, size, readOnly);
        config.setConnectionInitSql(first);
        return new HikariDataSource(config);
    }

    private static HikariConfig config(String name, DataSource source, int size, boolean readOnly) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("kientao-" + name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, 2));
        config.setReadOnly(readOnly);
        config.setAutoCommit(true);
        config.setConnectionTimeout(LONGEST_WAIT);
        config.setInitializationFailTimeout(LONGEST_FIRST_WAIT);
        return config;
    }
}
