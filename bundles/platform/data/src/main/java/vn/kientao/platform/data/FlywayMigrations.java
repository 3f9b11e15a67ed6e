package vn.kientao.platform.data;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    /** The schemas of the platform's own rooms. */
    private static final Set<String> PLATFORM = Set.of(
            "data",
            "migration",
            "kernel",
            "directory",
            "security",
            "jobs",
            "documents",
            "web",
            "console",
            "repository",
            "public");

    private final Engine engine;
    private final ScriptArchive archive;

    @Activate
    public FlywayMigrations(@Reference EngineComponent component) {
        this(component.engine());
    }

    private FlywayMigrations(Engine engine) {
        this.engine = engine;
        this.archive = new ScriptArchive(engine);
    }

    public static FlywayMigrations of(Engine engine) {
        return new FlywayMigrations(engine);
    }

    @Override
    public List<String> expand(String schema, MigrationScripts scripts) {
        return run(schema, MigrationKind.EXPAND, scripts);
    }

    @Override
    public List<String> contract(String schema, MigrationScripts scripts) {
        return run(schema, MigrationKind.CONTRACT, scripts);
    }

    @Override
    public List<String> pendingExpand(String schema, MigrationScripts scripts) {
        return pending(schema, MigrationKind.EXPAND, scripts);
    }

    @Override
    public boolean contractPending(String schema, MigrationScripts scripts) {
        return !pending(schema, MigrationKind.CONTRACT, scripts).isEmpty();
    }

    @Override
    public void drop(String schema) {
        requireSchemaName(schema);
        if (PLATFORM.contains(schema)) {
            throw new IllegalArgumentException("schema " + schema + " belongs to the platform (expected: a module's)");
        }
        alone(() -> {
            engine.dropSchema(schema);
            archive.forget(schema);
            log.info("Dropped schema {}", schema);
            return schema;
        });
    }

    /**
     * Runs scripts that a backup carries, in the schema they come from.
     *
     * @param scripts every script of this kind so far, those that ran already included
     * @throws MigrationException when a script fails
     */
    public void replay(String schema, MigrationKind kind, List<Script> scripts) {
        run(schema, kind, folder -> folder.equals(kind.folder()) ? scripts : List.of());
    }

    private List<String> run(String schema, MigrationKind kind, MigrationScripts scripts) {
        boolean pending = !pending(schema, kind, scripts).isEmpty();
        if (!pending && archived(schema, scripts)) {
            return List.of();
        }
        return alone(() -> {
            engine.prepareSchema(schema);
            try {
                return pending ? migrate(schema, kind, scripts) : List.of();
            } finally {
                archive(schema, scripts);
            }
        });
    }

    /** Runs {@code work} while nobody else writes and nobody counts on the tables. */
    private <T> T alone(Supplier<T> work) {
        engine.structure().writeLock().lock();
        try {
            WriteTurns.Turn turn = engine.turns().take();
            try {
                return work.get();
            } finally {
                turn.committed();
                turn.giveBack();
            }
        } finally {
            engine.structure().writeLock().unlock();
        }
    }

    /** Whether the texts of all that ran are kept; scripts that ran before there was an archive are not. */
    private boolean archived(String schema, MigrationScripts scripts) {
        return Stream.of(MigrationKind.values())
                .allMatch(kind -> archive.holds(schema, kind, ranOf(schema, kind, scripts.in(kind.folder()))));
    }

    private void archive(String schema, MigrationScripts scripts) {
        for (MigrationKind kind : MigrationKind.values()) {
            List<Script> offered = scripts.in(kind.folder());
            archive.keep(schema, kind, offered, ranOf(schema, kind, offered));
        }
    }

    private Set<String> ranOf(String schema, MigrationKind kind, List<Script> offered) {
        if (offered.isEmpty()) {
            return Set.of();
        }
        Set<String> ran = history(schema, kind).ran();
        return offered.stream().map(Script::name).filter(ran::contains).collect(Collectors.toSet());
    }

    private List<String> pending(String schema, MigrationKind kind, MigrationScripts scripts) {
        return history(schema, kind).pending(scripts.in(kind.folder()));
    }

    private MigrationHistory history(String schema, MigrationKind kind) {
        requireSchemaName(schema);
        return new MigrationHistory(engine.writers(), schema, kind.history());
    }

    private List<String> migrate(String schema, MigrationKind kind, MigrationScripts scripts) {
        history(schema, kind).forgetFailures();
        List<String> ran = migrate(schema, kind, scripts.in(kind.folder()));
        log.info("Migrated schema {}: {}", schema, ran);
        return ran;
    }

    private List<String> migrate(String schema, MigrationKind kind, List<Script> scripts) {
        ClassLoader own = FlywayMigrations.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(own);
        try {
            return flyway(own, schema, kind, scripts).migrate().migrations.stream()
                    .map(done -> done.filepath)
                    .toList();
        } catch (FlywayException e) {
            throw failed(schema, scripts, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Flyway flyway(ClassLoader own, String schema, MigrationKind kind, List<Script> scripts) {
        return Flyway.configure(own)
                .loggers("slf4j")
                .dataSource(engine.writers())
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false)
                .table(kind.history())
                .locations(new String[0])
                .resourceProvider(new ScriptResources(scripts, engine.dialect()))
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
}
