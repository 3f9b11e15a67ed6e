package vn.kientao.platform.kernel.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.store.QuarantineRepository.Held;

/**
 * A file that names the release suspected while memory runs short. Should the process die of it before anybody can
 * write to the database, the next start finds the name.
 */
final class Crumb {
    private static final Logger log = LoggerFactory.getLogger(Crumb.class);
    private static final int LINES = 5;

    private final Path file;
    private Optional<Cut> written = Optional.empty();

    Crumb(Path file) {
        this.file = file;
    }

    void drop(Cut cut, LocalText name) {
        if (written.filter(cut::equals).isPresent()) {
            return;
        }
        List<String> lines =
                List.of(cut.module().value(), cut.version().toString(), cut.sha256(), name.vi(), name.en());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
            written = Optional.of(cut);
        } catch (IOException e) {
            log.warn("Cannot note the suspect in {}", file, e);
        }
    }

    void remove() {
        if (written.isPresent()) {
            written = Optional.empty();
            delete();
        }
    }

    /** What the last run has left, once. */
    Optional<Held> pickUp(LocalText reason, Instant now) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() < LINES ? Optional.empty() : Optional.of(held(lines, reason, now));
        } catch (IOException | IllegalArgumentException e) {
            log.warn("Cannot read the suspect in {}", file, e);
            return Optional.empty();
        } finally {
            delete();
        }
    }

    private static Held held(List<String> lines, LocalText reason, Instant now) {
        Cut cut = new Cut(new ModuleId(lines.get(0)), Version.parseVersion(lines.get(1)), lines.get(2));
        return new Held(cut, new LocalText(lines.get(3), lines.get(4)), reason, now);
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("Cannot remove {}", file, e);
        }
    }
}
