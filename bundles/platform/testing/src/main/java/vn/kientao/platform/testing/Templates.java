package vn.kientao.platform.testing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import vn.kientao.platform.api.data.Database.Dialect;
import vn.kientao.platform.data.DataSettings;
import vn.kientao.platform.data.Engine;
import vn.kientao.platform.data.FlywayMigrations;

/** Migrates each set of schemas once a JVM and hands out copies: much faster than migrating for every test. */
final class Templates {
    private static final Map<Key, DataSettings> TEMPLATES = new HashMap<>();
    private static final AtomicInteger COPIES = new AtomicInteger();

    private record Key(Dialect dialect, List<TestDatabase.Schema> schemas) {}

    private Templates() {}

    static synchronized DataSettings copy(Dialect dialect, List<TestDatabase.Schema> schemas) {
        DataSettings template = TEMPLATES.computeIfAbsent(new Key(dialect, schemas), Templates::migrated);
        String name = "copy" + COPIES.incrementAndGet();
        return dialect == Dialect.H2
                ? H2Folder.copy(template, name)
                : PostgresServer.shared().copy(template, name);
    }

    /** A copy has hundreds of files, and there is one for each test: each goes before it has reached the disk. */
    static void remove(Dialect dialect, DataSettings copy) {
        if (dialect == Dialect.H2) {
            H2Folder.remove(copy);
        } else {
            PostgresServer.shared().remove(copy);
        }
    }

    private static DataSettings migrated(Key key) {
        String name = "migrated" + (TEMPLATES.size() + 1);
        DataSettings settings = key.dialect() == Dialect.H2
                ? H2Folder.settings(name)
                : PostgresServer.shared().empty(name);
        try (Engine engine = Engine.open(settings)) {
            FlywayMigrations migrations = FlywayMigrations.of(engine);
            for (TestDatabase.Schema schema : key.schemas()) {
                migrations.expand(schema.name(), new FolderScripts(schema.resources()));
            }
        }
        return settings;
    }

    /** One folder a JVM, deleted at its end. */
    private static final class H2Folder {
        private static final Path FOLDER = create();

        static DataSettings settings(String name) {
            return new DataSettings("jdbc:h2:file:" + FOLDER.resolve(name).resolve("db"), "", "", 4, 2);
        }

        static DataSettings copy(DataSettings template, String name) {
            Path from = folder(template);
            Path to = FOLDER.resolve(name);
            try (Stream<Path> files = Files.list(from)) {
                Files.createDirectories(to);
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot copy " + from, e);
            }
            return settings(name);
        }

        static void remove(DataSettings copy) {
            delete(folder(copy));
        }

        private static Path folder(DataSettings settings) {
            return requireNonNull(
                    Path.of(settings.url().substring("jdbc:h2:file:".length())).getParent());
        }

        private static Path create() {
            try {
                Path folder = Files.createTempDirectory("kientao-test-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot create a folder for test databases", e);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + folder, e);
            }
        }
    }
}
