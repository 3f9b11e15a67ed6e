package vn.kientao.platform.data;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.MigrateOutput;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.MigrationException;
import vn.kientao.platform.api.data.MigrationScripts;
import vn.kientao.platform.api.data.Migrations;

/**
 * Runs the scripts of a schema. Expand and contract keep histories of their own, so that the contract of an older
 * release never waits for the expand of a newer one.
 */
@Component
public final class FlywayMigrations implements Migrations {
    private static final Logger log = LoggerFactory.getLogger(FlywayMigrations.class);
    private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final Engine engine;

    @Activate
    public FlywayMigrations(@Reference EngineComponent component) {
        this(component.engine());
    }

    public FlywayMigrations(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<String> expand(String schema, MigrationScripts scripts) {
        return run(schema, Step.EXPAND, scripts);
    }

    @Override
    public List<String> contract(String schema, MigrationScripts scripts) {
        return run(schema, Step.CONTRACT, scripts);
    }

    @Override
    public List<String> pendingExpand(String schema, MigrationScripts scripts) {
        return pending(schema, Step.EXPAND, scripts);
    }

    @Override
    public boolean contractPending(String schema, MigrationScripts scripts) {
        return !pending(schema, Step.CONTRACT, scripts).isEmpty();
    }

    private List<String> run(String schema, Step step, MigrationScripts scripts) {
        if (pending(schema, step, scripts).isEmpty()) {
            return List.of();
        }
        WriteTurns.Turn turn = engine.turns().take();
        try {
            engine.prepareSchema(schema);
            forgetFailure(schema, step);
            List<String> ran = withFlyway(schema, step, scripts, FlywayMigrations::migrate);
            log.info("Migrated schema {}: {}", schema, ran);
            return ran;
        } finally {
            turn.committed();
            turn.giveBack();
        }
    }

    private List<String> pending(String schema, Step step, MigrationScripts scripts) {
        return withFlyway(
                schema,
                step,
                scripts,
                flyway -> Arrays.stream(flyway.info().pending())
                        .map(MigrationInfo::getScript)
                        .toList());
    }

    private static List<String> migrate(Flyway flyway) {
        return flyway.migrate().migrations.stream()
                .map(FlywayMigrations::script)
                .toList();
    }

    private static String script(MigrateOutput output) {
        return output.filepath;
    }

    /** A script that failed is tried again from its beginning; what it did before is the script's own business. */
    private void forgetFailure(String schema, Step step) {
        Jdbi jdbi = Jdbi.create(engine.writers());
        jdbi.useHandle(handle -> {
            boolean known = handle.createQuery("""
                            SELECT COUNT(*)
                              FROM information_schema.tables
                             WHERE table_schema = ? AND table_name = ?
                            """)
                            .bind(0, schema)
                            .bind(1, step.history)
                            .mapTo(Long.class)
                            .one()
                    > 0;
            if (known) {
                handle.execute("DELETE FROM " + schema + "." + step.history + " WHERE success = FALSE");
            }
        });
    }

    private <T> T withFlyway(String schema, Step step, MigrationScripts scripts, Function<Flyway, T> task) {
        requireSchemaName(schema);
        List<MigrationScripts.Script> found = scripts.in(step.folder);
        ClassLoader own = FlywayMigrations.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(own);
        try {
            return task.apply(Flyway.configure(own)
                    .loggers("slf4j")
                    .dataSource(engine.writers())
                    .schemas(schema)
                    .defaultSchema(schema)
                    .createSchemas(false)
                    .table(step.history)
                    .locations(new String[0])
                    .resourceProvider(new ScriptResources(found))
                    .javaMigrationClassProvider(List::of)
                    .ignoreMigrationPatterns("*:missing", "*:future")
                    .validateMigrationNaming(true)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load());
        } catch (FlywayException e) {
            throw failed(schema, found, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static MigrationException failed(String schema, List<MigrationScripts.Script> scripts, FlywayException e) {
        String message = String.valueOf(e.getMessage());
        String script = scripts.stream()
                .map(MigrationScripts.Script::name)
                .filter(message::contains)
                .findFirst()
                .orElse("");
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new MigrationException(
                script, "migration " + script + " of schema " + schema + " failed: " + cause.getMessage(), e);
    }

    private static void requireSchemaName(String schema) {
        if (!SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException("schema '" + schema + "' (expected: " + SCHEMA + ")");
        }
    }

    private enum Step {
        EXPAND("db/expand", "migration_expand"),
        CONTRACT("db/contract", "migration_contract");

        private final String folder;
        private final String history;

        Step(String folder, String history) {
            this.folder = folder;
            this.history = history;
        }
    }
}
