package vn.kientao.platform.data.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.data.Engine;
import vn.kientao.platform.data.EngineComponent;
import vn.kientao.platform.data.OpeningStep;

/**
 * Restores the backup that the system property {@code kientao.restore} names, before the database is anybody's. When that
 * fails the platform ends: the sentence stands in the log and, for the start script, in a file of the state folder.
 */
@Component
public final class RestoreAtStart implements OpeningStep {
    private static final Logger log = LoggerFactory.getLogger(RestoreAtStart.class);

    private final BundleContext context;
    private final Path folder;

    @Activate
    public RestoreAtStart(BundleContext context) {
        this.context = context;
        this.folder = EngineComponent.stateFolder(context);
    }

    @Override
    public void take(Engine engine) {
        String file = context.getProperty("kientao.restore");
        Restores restores = new Restores(engine, folder.resolve("restoring"));
        try {
            Files.deleteIfExists(failure());
            if (file != null && !file.isBlank()) {
                restores.restore(real(Path.of(file.strip())));
            } else {
                restores.requireFinished();
            }
        } catch (RestoreRefusedException e) {
            end(e);
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private void end(RestoreRefusedException why) {
        log.error("Restore refused: {}", why.getMessage());
        try {
            Files.createDirectories(folder);
            Files.writeString(failure(), why.getMessage() + "\n", StandardCharsets.UTF_8);
            context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).stop();
        } catch (IOException | BundleException e) {
            why.addSuppressed(e);
        }
    }

    /** The file itself, when a link was given: its name is what people know. */
    private static Path real(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    private Path failure() {
        return folder.resolve("restore-failed.txt");
    }
}
