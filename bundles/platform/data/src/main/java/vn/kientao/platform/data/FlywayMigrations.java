package vn.kientao.platform.data;

import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.MigrationException;
import vn.kientao.platform.api.data.MigrationScripts;
import vn.kientao.platform.api.data.MigrationScripts.Script;
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
            history(schema, step).forgetFailures();
            List<String> ran = migrate(schema, step, scripts.in(step.folder));
            log.info("Migrated schema {}: {}", schema, ran);
            return ran;
        } finally {
            turn.committed();
            turn.giveBack();
        }
    }

    private List<String> pending(String schema, Step step, MigrationScripts scripts) {
        return history(schema, step).pending(scripts.in(step.folder));
    }

    private MigrationHistory history(String schema, Step step) {
        requireSchemaName(schema);
        return new MigrationHistory(engine.writers(), schema, step.history);
    }

    private List<String> migrate(String schema, Step step, List<Script> scripts) {
        ClassLoader own = FlywayMigrations.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(own);
        try {
            return flyway(own, schema, step, scripts).migrate().migrations.stream()
                    .map(done -> done.filepath)
                    .toList();
        } catch (FlywayException e) {
            throw failed(schema, scripts, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Flyway flyway(ClassLoader own, String schema, Step step, List<Script> scripts) {
        return Flyway.configure(own)
                .loggers("slf4j")
                .dataSource(engine.writers())
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false)
                .table(step.history)
                .locations(new String[0])
                .resourceProvider(new ScriptResources(scripts))
                .javaMigrationClassProvider(List::of)
                .ignoreMigrationPatterns("*:missing", "*:future")
                .validateMigrationNaming(true)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    private static MigrationException failed(String schema, List<Script> scripts, FlywayException e) {
        String message = String.valueOf(e.getMessage());
        String script = scripts.stream()
                .map(Script::name)
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
