package vn.kientao.platform.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.data.DataSettings;
import vn.kientao.platform.data.Engine;
import vn.kientao.platform.data.FlywayMigrations;
import vn.kientao.platform.data.JdbiDatabase;
import vn.kientao.platform.data.TurnDataSource;

/**
 * A real database for a test, with the discipline of the product, fresh for each test method and migrated from the
 * module's own scripts. To run a test class on both engines, see {@link OnEachDatabase}; to use one:
 *
 * <pre>
 * &#64;RegisterExtension
 * final TestDatabase store = TestDatabase.h2("procedures");
 * </pre>
 *
 * <p>A constructor or method of the test may also ask for a {@link Database}, {@link Migrations}, {@link DataSource} or
 * the {@code TestDatabase} itself as a parameter.
 */
public final class TestDatabase implements AfterEachCallback, ParameterResolver {
    private final Database.Dialect dialect;
    private final List<Schema> schemas;
    private @Nullable DataSettings settings;
    private @Nullable Open open;

    /** A schema and the resources folder that holds its {@code db/expand}. */
    record Schema(String name, Path resources) {}

    private record Open(Engine engine, Database database, DataSource connections) {}

    private TestDatabase(Database.Dialect dialect, List<Schema> schemas) {
        this.dialect = dialect;
        this.schemas = schemas;
    }

    /** An empty database. */
    public static TestDatabase of(Database.Dialect dialect) {
        return new TestDatabase(dialect, List.of());
    }

    /** The embedded database with {@code schema} migrated from {@code src/main/resources} of the module under test. */
    public static TestDatabase h2(String schema) {
        return of(Database.Dialect.H2).with(schema);
    }

    /** The same with the scripts below {@code resources}. */
    public static TestDatabase h2(String schema, Path resources) {
        return of(Database.Dialect.H2).with(schema, resources);
    }

    /** As {@link #h2(String)}, on a PostgreSQL server that is started once for all tests. */
    public static TestDatabase postgres(String schema) {
        return of(Database.Dialect.POSTGRESQL).with(schema);
    }

    /** The same with one more schema, migrated from {@code src/main/resources}. */
    public TestDatabase with(String schema) {
        return with(schema, Path.of("src/main/resources"));
    }

    /** The same with one more schema, migrated from {@code resources}. */
    public TestDatabase with(String schema, Path resources) {
        List<Schema> more = new ArrayList<>(schemas);
        more.add(new Schema(schema, resources));
        return new TestDatabase(dialect, List.copyOf(more));
    }

    public Database database() {
        return open().database();
    }

    public Migrations migrations() {
        return FlywayMigrations.of(open().engine());
    }

    /** Plain connections whose writes obey the discipline, for libraries with SQL of their own. */
    public DataSource dataSource() {
        return open().connections();
    }

    /** Closes the database and opens it again, as a restart of the platform does. Ask for {@link #database} again. */
    public void restart() {
        close();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
        DataSettings copy = settings;
        settings = null;
        if (copy != null) {
            Templates.remove(dialect, copy);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Database.class
                || type == Migrations.class
                || type == DataSource.class
                || type == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Database.class) {
            return database();
        }
        if (type == Migrations.class) {
            return migrations();
        }
        return type == DataSource.class ? dataSource() : this;
    }

    private synchronized Open open() {
        Open now = open;
        if (now == null) {
            DataSettings where = settings == null ? Templates.copy(dialect, schemas) : settings;
            Engine engine = Engine.open(where);
            now = new Open(engine, JdbiDatabase.of(engine), TurnDataSource.of(engine));
            settings = where;
            open = now;
        }
        return now;
    }

    private synchronized void close() {
        Open now = open;
        open = null;
        if (now != null) {
            now.engine().close();
        }
    }
}
