package vn.kientao.platform.kernel;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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

    static KernelSettings of(FrameworkProperties properties) {
        Optional<Path> home = properties.value("karaf.home").map(Path::of);
        Path data = properties
                .value("kientao.data")
                .map(Path::of)
                .or(() -> properties.value("karaf.data").map(folder -> Path.of(folder, "kientao")))
                .orElse(Path.of("data", "kientao"));
        return new KernelSettings(
                data.resolve("artifacts"),
                properties
                        .value("kientao.modules")
                        .map(Path::of)
                        .or(() -> home.map(folder -> folder.resolve("modules"))),
                properties.value("kientao.node").orElse("main"),
                Duration.ofSeconds(properties.number("kientao.patience", 30)),
                properties.flag("kientao.leakcheck"),
                properties.number("kientao.safemode", 3),
                properties.flag("kientao.development"));
    }
}
