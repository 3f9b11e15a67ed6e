package vn.kientao.platform.kernel;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/**
 * What the kernel is told from outside, by system properties.
 *
 * @param artifacts folder for copies of module jars ({@code kientao.data}{@code /artifacts})
 * @param shipped folder with the jars that travel with the platform ({@code kientao.modules})
 * @param node this process among others on the same database ({@code kientao.node})
 * @param patience how long starting, trying and draining a release may take, each ({@code kientao.patience} seconds)
 * @param leakCheck whether to look for retired releases that stay in memory ({@code kientao.leakcheck})
 */
public record KernelSettings(
        Path artifacts, Optional<Path> shipped, String node, Duration patience, boolean leakCheck) {

    public KernelSettings {
        requireNonNull(artifacts, "artifacts");
        requireNonNull(shipped, "shipped");
        requireNonNull(node, "node");
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience " + patience + " (expected: more than nothing)");
        }
    }

    static KernelSettings of(BundleContext context) {
        String data = value(context, "kientao.data").orElse("data/kientao");
        return new KernelSettings(
                Path.of(data, "artifacts"),
                value(context, "kientao.modules").map(Path::of),
                value(context, "kientao.node").orElse("main"),
                Duration.ofSeconds(
                        value(context, "kientao.patience").map(Long::parseLong).orElse(30L)),
                value(context, "kientao.leakcheck").map(Boolean::parseBoolean).orElse(false));
    }

    private static Optional<String> value(BundleContext context, String name) {
        return Optional.ofNullable(context.getProperty(name)).filter(words -> !words.isBlank());
    }
}
