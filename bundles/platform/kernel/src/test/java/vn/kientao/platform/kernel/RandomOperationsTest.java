package vn.kientao.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.kernel.TestPlatform.ADMIN;
import static vn.kientao.platform.kernel.TestPlatform.SAMPLE;
import static vn.kientao.platform.kernel.TestPlatform.eventually;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.testing.OnEachDatabase;

/**
 * Whatever an administrator does, in whatever order, modules stand as a simple model says, and another module never
 * notices. {@code -Doperations=1000} runs longer; {@code -Dseed=…} repeats a run.
 */
@OnEachDatabase("kernel")
class RandomOperationsTest {
    private static final Logger log = LoggerFactory.getLogger(RandomOperationsTest.class);
    private static final ModuleId BYSTANDER = new ModuleId("bystander");
    private static final int OPERATIONS = Integer.getInteger("operations", 40);

    @TempDir
    Path folder;

    private final Database database;
    private final Migrations migrations;
    private final ReadWriteLock up = new ReentrantReadWriteLock();
    private final AtomicBoolean asking = new AtomicBoolean(true);
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    private final Model model = new Model();
    private final Set<Thread> threadsBefore = workers();
    private volatile TestPlatform platform;

    RandomOperationsTest(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    @Test
    void modulesStandAsTheModelSaysAndNobodyElseNotices() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.printf("%d random operations with seed %d%n", OPERATIONS, seed);
        Random random = new Random(seed);
        platform = new TestPlatform(folder, database, migrations);
        platform.rollOut(ModuleJar.greeting("bystander", "7.0.0"));
        List<Thread> others = List.of(new Thread(this::keepAsking), new Thread(this::keepAsking));
        others.forEach(Thread::start);
        try {
            for (int i = 0; i < OPERATIONS; i++) {
                String did = operate(random);
                verify("operation " + i + ", " + did + ", seed " + seed);
            }
        } finally {
            asking.set(false);
            for (Thread other : others) {
                other.join();
            }
        }
        System.out.printf("%d requests to the bystander meanwhile, %d failed%n", asked.get(), failed.get());
        assertThat(failed).as("failed requests of %s, seed %s", asked, seed).hasValue(0);
        assertThat(asked.get()).isPositive();
        leavesNothingBehind();
    }

    private String operate(Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> update();
            case 3, 4 -> canary(random.nextBoolean() ? "stp" : "snv");
            case 5 -> promote();
            case 6 -> back();
            case 7 -> rollBack();
            case 8 -> turn(true, random.nextBoolean() ? "stp" : "snv");
            case 9 -> turn(false, random.nextBoolean() ? "stp" : "snv");
            case 10 -> restart();
            default -> uninstall();
        };
    }

    private String update() {
        String version = model.next();
        boolean allowed = attempt(() -> platform.await(
                platform.parts().control().rollOut(ModuleJar.greeting("sample", version).stream(), ADMIN)));
        assertThat(allowed).isEqualTo(model.canary().isEmpty());
        if (allowed) {
            model.serve(version);
        }
        return "update to " + version;
    }

    private String canary(String agency) {
        String version = model.next();
        boolean fresh = !model.installed();
        boolean allowed = attempt(() -> {
            long id = platform.parts()
                    .control()
                    .rollOut(
                            ModuleJar.greeting("sample", version).stream(),
                            Strategy.parse(agency, Duration.ZERO, false),
                            ADMIN);
            if (fresh) {
                platform.await(id);
            } else {
                model.rollout(id);
            }
        });
        assertThat(allowed).isEqualTo(model.canary().isEmpty());
        if (allowed && fresh) {
            model.serve(version);
        } else if (allowed) {
            waitForStages();
            model.canary(version, agency);
        }
        return "canary " + version + " for " + agency;
    }

    private String promote() {
        if (model.canary().isEmpty()) {
            return "nothing to promote";
        }
        platform.parts().control().promote(model.rollout(), ADMIN);
        platform.await(model.rollout());
        model.serve(model.canary());
        return "promote";
    }

    private String back() {
        if (model.canary().isEmpty()) {
            return "nothing to take back";
        }
        platform.parts().control().takeBack(model.rollout(), ADMIN);
        platform.await(model.rollout());
        model.takenBack();
        return "take back";
    }

    private String rollBack() {
        boolean allowed =
                attempt(() -> platform.await(platform.parts().control().rollBack(SAMPLE, ADMIN)));
        assertThat(allowed).as("roll back, %s", model).isEqualTo(model.mayRollBack());
        if (allowed) {
            model.rolledBack();
        }
        return "roll back";
    }

    private String turn(boolean on, String agency) {
        boolean allowed = attempt(() -> {
            if (on) {
                platform.parts().control().enable(SAMPLE, agency, ADMIN);
            } else {
                platform.parts().control().disable(SAMPLE, agency, ADMIN);
            }
        });
        assertThat(allowed).isEqualTo(model.installed());
        if (allowed) {
            model.turn(on, agency);
        }
        return (on ? "enable for " : "disable for ") + agency;
    }

    private String restart() {
        up.writeLock().lock();
        try {
            platform.close();
            platform = new TestPlatform(folder, database, migrations);
            eventually(() -> platform.ask(BYSTANDER, "stp").equals("7.0.0"));
        } finally {
            up.writeLock().unlock();
        }
        return "restart";
    }

    private String uninstall() {
        boolean allowed =
                attempt(() -> platform.await(platform.parts().control().uninstall(SAMPLE, ADMIN)));
        assertThat(allowed).isEqualTo(model.installed() && model.canary().isEmpty());
        if (allowed) {
            model.uninstalled();
        }
        return "uninstall";
    }

    private void waitForStages() {
        eventually(() -> platform.parts()
                .modules()
                .rollout(model.rollout())
                .filter(rollout -> !rollout.progress().agencies().isEmpty())
                .isPresent());
    }

    private static boolean attempt(Runnable operation) {
        try {
            operation.run();
            return true;
        } catch (ReleaseRefusedException e) {
            log.debug("Refused: {}", e.reason().en());
            return false;
        }
    }

    private void verify(String after) {
        for (String agency : List.of("stp", "snv")) {
            String expected = model.expected(agency);
            eventually(() -> platform.ask(agency).equals(expected));
            assertThat(platform.ask(agency)).as("%s after %s", agency, after).isEqualTo(expected);
        }
        eventually(() -> platform.moduleBundles().size() == model.bundles() + 1);
        for (Bundle bundle : platform.moduleBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (bundle.getSymbolicName().endsWith("sample") && wiring != null) {
                loaders.add(new WeakReference<>(wiring.getClassLoader()));
            }
        }
    }

    private void leavesNothingBehind() throws IOException {
        if (!model.canary().isEmpty()) {
            back();
        }
        if (model.installed()) {
            uninstall();
        }
        eventually(() -> platform.moduleBundles().size() == 1);
        try (Stream<Path> incoming = Files.list(folder.resolve("artifacts-main").resolve("incoming"))) {
            assertThat(incoming).isEmpty();
        }
        eventually(() -> workers().stream().allMatch(threadsBefore::contains));
        platform.close();
        eventually(() -> {
            System.gc();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            return loaders.stream().allMatch(loader -> loader.get() == null);
        });
    }

    /** Threads on which the kernel tries modules; tests before this one may have left some that hang. */
    private static Set<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("kientao-(start|warm|gate|probe|remove)-.*"))
                .collect(Collectors.toSet());
    }

    private void keepAsking() {
        while (asking.get()) {
            up.readLock().lock();
            try {
                asked.incrementAndGet();
                if (!platform.ask(BYSTANDER, "stp").equals("7.0.0")) {
                    failed.incrementAndGet();
                }
            } finally {
                up.readLock().unlock();
            }
            LockSupport.parkNanos(200_000);
        }
    }
}
