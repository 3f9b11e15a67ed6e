package vn.kientao.platform.kernel;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/**
 * What the kernel is told from outside, by system properties.
 *
 * @param artifacts folder for copies of module jars ({@code kientao.data}{@code /artifacts}, else below Karaf's data)
 * @param shipped folder with the jars that travel with the platform ({@code kientao.modules}, else {@code modules} in
 *     Karaf's home)
 * @param node this process among others on the same database ({@code kientao.node})
 * @param patience how long starting, trying and draining a release may take, each ({@code kientao.patience} seconds)
 * @param leakCheck whether to look for retired releases that stay in memory ({@code kientao.leakcheck})
 * @param crashes how many crashes soon after a change make the platform start without it ({@code kientao.safemode}; 0 for
 *     never)
 * @param development whether unsigned modules are taken ({@code kientao.development})
 */
public record KernelSettings(
        Path artifacts,
        Optional<Path> shipped,
        String node,
        Duration patience,
        boolean leakCheck,
        int crashes,
        boolean development) {

    public KernelSettings {
        requireNonNull(artifacts, "artifacts");
        requireNonNull(shipped, "shipped");
        requireNonNull(node, "node");
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience " + patience + " (expected: more than nothing)");
        }
    }

    /** Where the platform remembers its starts and stops. */
    Path starts() {
        return artifacts.resolveSibling("starts");
    }

    static KernelSettings of(BundleContext context) {
        Optional<Path> home = value(context, "karaf.home").map(Path::of);
        Path data = value(context, "kientao.data")
                .map(Path::of)
                .or(() -> value(context, "karaf.data").map(folder -> Path.of(folder, "kientao")))
                .orElse(Path.of("data", "kientao"));
        return new KernelSettings(
                data.resolve("artifacts"),
                value(context, "kientao.modules").map(Path::of).or(() -> home.map(folder -> folder.resolve("modules"))),
                value(context, "kientao.node").orElse("main"),
                Duration.ofSeconds(
                        value(context, "kientao.patience").map(Long::parseLong).orElse(30L)),
                value(context, "kientao.leakcheck").map(Boolean::parseBoolean).orElse(false),
                value(context, "kientao.safemode").map(Integer::parseInt).orElse(3),
                value(context, "kientao.development").map(Boolean::parseBoolean).orElse(false));
    }

    private static Optional<String> value(BundleContext context, String name) {
        return Optional.ofNullable(context.getProperty(name)).filter(words -> !words.isBlank());
    }
}
