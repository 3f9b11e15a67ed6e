package vn.kientao.platform.kernel.rollout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.kernel.artifact.Artifact;
import vn.kientao.platform.kernel.artifact.Reception;

/** The module jars that travel with the platform. */
public final class Shipped {
    private static final Logger log = LoggerFactory.getLogger(Shipped.class);

    private final List<Artifact> artifacts;

    private Shipped(Collection<Artifact> artifacts) {
        this.artifacts = List.copyOf(artifacts);
    }

    /**
     * Looks into {@code folder}: the highest version of each module. A jar that is refused is named in the log.
     */
    public static Shipped in(Optional<Path> folder) {
        TreeMap<ModuleId, Artifact> newest = new TreeMap<>();
        for (Path jar : folder.map(Shipped::jars).orElse(List.of())) {
            read(jar).ifPresent(artifact -> newest.merge(artifact.module(), artifact, Shipped::higher));
        }
        return new Shipped(newest.values());
    }

    public Set<ModuleId> modules() {
        return artifacts.stream().map(Artifact::module).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a jar with this SHA-256 is among them. */
    public boolean contains(String sha256) {
        return artifacts.stream().anyMatch(artifact -> artifact.sha256().equals(sha256));
    }

    List<Artifact> artifacts() {
        return artifacts;
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            log.warn("There is no folder {} with modules", folder);
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            log.error("Cannot look into {}", folder, e);
            return List.of();
        }
    }

    private static Optional<Artifact> read(Path jar) {
        try {
            return Optional.of(Reception.shipped(jar));
        } catch (ReleaseRefusedException e) {
            log.error("{} is refused: {}", jar, e.reason().vi());
        } catch (IOException e) {
            log.error("Cannot read {}", jar, e);
        }
        return Optional.empty();
    }

    private static Artifact higher(Artifact a, Artifact b) {
        return Stream.of(a, b)
                .max(Comparator.comparing(artifact -> artifact.manifest().version()))
                .orElseThrow();
    }
}
