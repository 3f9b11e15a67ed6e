package vn.kientao.platform.kernel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Release;
import vn.kientao.platform.api.module.ReleaseGate;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.Router.Lease;
import vn.kientao.platform.api.module.Router.Routing;
import vn.kientao.platform.api.module.Served;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.CalendarDay;
import vn.kientao.platform.kernel.rollout.Gates;
import vn.kientao.platform.kernel.rollout.Policy;
import vn.kientao.platform.testing.RecordingAuditTrail;

/** A kernel in a real framework on a real database: one run of the platform, from start to stop or crash. */
final class TestPlatform implements AutoCloseable {
    static final ModuleId SAMPLE = new ModuleId("sample");
    static final Actor ADMIN = Actor.system("test");

    /** As in the product. */
    static final Duration PATIENT = Duration.ofSeconds(30);

    /** For tests that wait until patience ends; long enough for a busy machine to start a release that is well. */
    static final Duration IMPATIENT = Duration.ofSeconds(5);

    /** How long a test waits for what must happen, on a machine that has much else to do. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final String SHARED = String.join(
            ",",
            "org.slf4j;version=2.0.17",
            "org.osgi.service.component;version=1.5",
            "org.osgi.service.component.runtime;version=1.5",
            "org.osgi.service.component.runtime.dto;version=1.5",
            "org.osgi.util.promise;version=1.3",
            "org.osgi.util.function;version=1.2",
            "vn.kientao.platform.api.data;version=1.0",
            "vn.kientao.platform.api.module;version=1.0",
            "vn.kientao.platform.api.security;version=1.0",
            "vn.kientao.platform.api.text;version=1.0");

    private final Path folder;
    private final Framework framework;
    private final Parts parts;
    /** What the administrator has decided; quick to conclude, so that tests need not wait. */
    volatile Policy policy = new Policy(
            Policy.Approval.NONE,
            List.of(),
            new Policy.Limits(20, 0.02, 2.0, Duration.ZERO, Duration.ofMillis(200)),
            true);

    final RecordingGate gate = new RecordingGate();
    final RecordingAuditTrail audit = new RecordingAuditTrail();

    /** Starts on {@code folder}, where artifacts, framework cache and shipped modules stand. */
    TestPlatform(Path folder, Database database, Migrations migrations) {
        this(folder, database, migrations, "main", PATIENT);
    }

    TestPlatform(Path folder, Database database, Migrations migrations, String node, Duration patience) {
        this(folder, database, migrations, node, patience, Clock.systemUTC(), true, 0);
    }

    /** One that takes signed modules only, as the product does. */
    static TestPlatform strict(Path folder, Database database, Migrations migrations, Clock clock) {
        return new TestPlatform(folder, database, migrations, "main", PATIENT, clock, false, 0);
    }

    /** One that leaves a change off after three crashes, as the product does. */
    static TestPlatform careful(Path folder, Database database, Migrations migrations, Clock clock) {
        return new TestPlatform(folder, database, migrations, "main", PATIENT, clock, true, 3);
    }

    private TestPlatform(
            Path folder,
            Database database,
            Migrations migrations,
            String node,
            Duration patience,
            Clock clock,
            boolean development,
            int crashes) {
        this.folder = folder;
        this.framework = framework(folder.resolve("cache-" + node));
        BundleContext context = framework.getBundleContext();
        Gates gates = new Gates(patience);
        gates.add(gate, Map.of());
        KernelSettings settings = new KernelSettings(
                folder.resolve("artifacts-" + node),
                Optional.of(shipped(folder)),
                node,
                patience,
                false,
                crashes,
                development);
        Surroundings around = new Surroundings(
                context,
                database,
                migrations,
                audit,
                new TwoAgencies(),
                day -> new CalendarDay(day, CalendarDay.Kind.WORKING, LocalText.same("")),
                context.getService(context.getServiceReference(ServiceComponentRuntime.class)),
                Optional::empty,
                List::of,
                () -> policy,
                clock);
        this.parts = new Parts(around, settings, gates);
        parts.open();
    }

    Parts parts() {
        return parts;
    }

    /** The folder of modules that travel with the platform. */
    static Path shipped(Path folder) {
        try {
            return Files.createDirectories(folder.resolve("modules"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rolls a jar out and waits for the end. */
    RolloutStatus rollOut(ModuleJar jar) {
        return await(parts.control().rollOut(jar.stream(), ADMIN));
    }

    RolloutStatus rollOut(byte[] jar) {
        return await(parts.control().rollOut(new ByteArrayInputStream(jar), ADMIN));
    }

    RolloutStatus rollBack() {
        return await(parts.control().rollBack(SAMPLE, ADMIN));
    }

    RolloutStatus await(long rollout) {
        try {
            return parts.control().await(rollout, LONGEST.toSeconds());
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What the release of the sample that serves the agency answers; {@code off}, {@code away}, {@code unknown} else. */
    String ask(String agency) {
        return ask(SAMPLE, agency);
    }

    @SuppressWarnings("unchecked")
    String ask(ModuleId module, String agency) {
        Routing routing = parts.router().route(module, agency);
        if (routing instanceof Routing.Serving serving) {
            try (Lease lease = serving.lease()) {
                Supplier<String> greeting =
                        lease.release().services(Supplier.class).get(0);
                return greeting.get();
            }
        }
        if (routing instanceof Routing.Off) {
            return "off";
        }
        return routing instanceof Routing.Away ? "away" : "unknown";
    }

    /** One request of the agency, which is told to have taken 2 ms, or so many times as long. */
    void serve(String agency, int status, int slower) {
        if (parts.router().route(SAMPLE, agency) instanceof Routing.Serving serving) {
            try (Lease lease = serving.lease()) {
                lease.served(served(agency, status, slower));
            }
        }
    }

    /** As {@link #serve}, of whichever agency the version serves; nothing when it serves none. */
    void serveWith(String version, int status, int slower) {
        for (String agency : List.of("stp", "snv")) {
            if (parts.router().route(SAMPLE, agency) instanceof Routing.Serving serving) {
                try (Lease lease = serving.lease()) {
                    if (lease.release().id().version().equals(new Version(version))) {
                        lease.served(served(agency, status, slower));
                    }
                }
            }
        }
    }

    private static Served served(String agency, int status, int slower) {
        return new Served(agency, "GET /", status, slower * 2_000_000L, 1_000, 1_000);
    }

    /** Bundles of modules that are in the framework now. */
    List<Bundle> moduleBundles() {
        return Arrays.stream(framework.getBundleContext().getBundles())
                .filter(bundle -> bundle.getLocation().startsWith("kientao:"))
                .toList();
    }

    static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + LONGEST);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        parts.close();
        stop();
    }

    /** Goes down as after a {@code kill}: nothing says that it was stopped. */
    void crash() {
        Path starts = folder.resolve("starts");
        try {
            List<String> before = Files.readAllLines(starts);
            close();
            Files.write(starts, before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        try {
            framework.stop();
            framework.waitForStop(3_000);
        } catch (BundleException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Framework framework(Path cache) {
        try {
            Framework framework = new FrameworkFactory()
                    .newFramework(Map.of(
                            "org.osgi.framework.storage", cache.toString(),
                            "org.osgi.framework.bsnversion", "multiple",
                            "org.osgi.framework.system.packages.extra", SHARED,
                            "felix.bootdelegation.implicit", "false",
                            "felix.log.level", "1"));
            framework.start();
            BundleContext context = framework.getBundleContext();
            if (context.getServiceReference(ServiceComponentRuntime.class) == null) {
                context.installBundle(scr().toUri().toString()).start();
            }
            return framework;
        } catch (BundleException e) {
            throw new AssertionError(e);
        }
    }

    private static Path scr() {
        return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().startsWith("org.apache.felix.scr-"))
                .findFirst()
                .orElseThrow();
    }

    /** Admits what it is told to, and remembers. */
    static final class RecordingGate implements ReleaseGate {
        final List<Version> admitted = new CopyOnWriteArrayList<>();
        final List<Version> forgotten = new CopyOnWriteArrayList<>();
        volatile Optional<LocalText> refusal = Optional.empty();

        @Override
        public void admit(Release release) {
            admitted.add(release.manifest().version());
            refusal.ifPresent(reason -> {
                throw new ReleaseRefusedException(reason);
            });
        }

        @Override
        public void forget(Release release) {
            forgotten.add(release.manifest().version());
        }
    }

    /** A register with the agencies {@code stp} and {@code snv}. */
    private static final class TwoAgencies implements Agencies {
        @Override
        public Optional<Agency> find(String code) {
            return all().stream().filter(agency -> agency.code().equals(code)).findFirst();
        }

        @Override
        public List<Agency> on(LocalDate day) {
            return all();
        }

        @Override
        public List<Agency> all() {
            return List.of(agency("snv"), agency("stp"));
        }

        private static Agency agency(String code) {
            return new Agency(
                    code,
                    LocalText.same(code),
                    "department",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }
    }
}
