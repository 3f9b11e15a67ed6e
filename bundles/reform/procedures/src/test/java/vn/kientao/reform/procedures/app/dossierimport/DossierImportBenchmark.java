package vn.kientao.reform.procedures.app.dossierimport;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;

/**
 * How long 100,000 rows of 22 columns take on each database, from CSV and from XLSX, and what others feel of it. Not part of
 * the default run: {@code mvn -pl bundles/reform/procedures -am verify -Pfigures}, which gives the process 256 MB;
 * {@code -Dkientao.import.rows} makes it smaller.
 *
 * <p>Four things are told apart: the file is kept (what an upload waits for), tried (read, checked, kept for the decision),
 * taken over, and taken out again. Each is told twice: by the clock, and in seconds of CPU, of this process and of the
 * server, which a busy machine changes less. First the import is alone. Then one person reads the list and one receives
 * dossiers, each resting 10 ms after each, ten seconds before and ten seconds after the import and all through it; their p99
 * is told without and while it runs. The most heap is what was left after a collection at the worst moment.
 */
@OnEachDatabase("procedures")
class DossierImportBenchmark {
    private static final int ROWS = Integer.getInteger("kientao.import.rows", 100_000);
    private static final int WARM_UP = 5_000;
    private static final long ALONE_MILLIS = 10_000;

    private final Database database;
    private final DossierImportFixture fixture;
    private int first = 1;

    @TempDir
    private Path folder;

    DossierImportBenchmark(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DossierImportFixture(database, migrations);
    }

    @Test
    void takesOverAHundredThousandRows() throws Exception {
        say("%d rows, heap of %d MB, load average %.1f"
                .formatted(
                        ROWS,
                        Runtime.getRuntime().maxMemory() >> 20,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        undone(imported(SheetFormat.CSV, WARM_UP, "warm-up"));
        try (HeapWatch heap = HeapWatch.start()) {
            for (SheetFormat format : SheetFormat.values()) {
                undone(imported(format, ROWS, format.toString()));
            }
            say("most heap after a collection %d MB".formatted(heap.mostMegabytes()));
        }
        OthersAtWork without = new OthersAtWork(fixture.desk);
        OthersAtWork meanwhile = new OthersAtWork(fixture.desk);
        without.during(DossierImportBenchmark::waited);
        DossierImport done = meanwhile.during(() -> imported(SheetFormat.XLSX, ROWS, "beside others"));
        without.during(DossierImportBenchmark::waited);
        say("others, p99 without and while it runs: reads %.1f and %.1f ms, writes %.1f and %.1f ms"
                .formatted(without.reads(), meanwhile.reads(), without.writes(), meanwhile.writes()));
        assertThat(done.fresh()).isEqualTo(ROWS);
    }

    private DossierImport imported(SheetFormat format, int rows, String what) throws Exception {
        Path file = folder.resolve(format.fileName("so-cu"));
        try (OutputStream out = Files.newOutputStream(file)) {
            OldFile.writeBook(first, rows, format, out);
        }
        first += rows;
        DossierImport kept = timed(what + " kept", () -> kept(file));
        timed(what + " tried", () -> run(kept));
        fixture.imports.commit(kept, false, "lan");
        DossierImport done = timed(what + " taken over", () -> run(kept));
        assertThat(done.fresh()).isEqualTo(rows);
        return done;
    }

    private void undone(DossierImport done) throws Exception {
        fixture.imports.undo(done, "lan");
        timed(done.fileName() + " taken out again", () -> run(done));
    }

    private DossierImport kept(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String name = String.valueOf(file.getFileName());
            return fixture.imports.receive(in, name, Files.size(file), DeskFixture.AGENCY, "lan");
        }
    }

    private DossierImport run(DossierImport shown) {
        fixture.jobs.run(fixture.job);
        return fixture.again(shown);
    }

    private <T> T timed(String what, Callable<T> work) throws Exception {
        double cpu = cpu();
        long began = System.nanoTime();
        T result = work.call();
        long took = System.nanoTime() - began;
        say("%s in %.1f s, %.1f s of CPU".formatted(what, took / 1e9, cpu() - cpu));
        return result;
    }

    /** Seconds of CPU that this process and the server's connections to this database have had. */
    private double cpu() {
        double seconds =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
        if (database.dialect() == Database.Dialect.H2) {
            return seconds;
        }
        return seconds
                + database
                        .read(handle -> handle.createQuery(
                                        "SELECT pid FROM pg_stat_activity WHERE datname = CURRENT_DATABASE()")
                                .mapTo(Long.class)
                                .list())
                        .stream()
                        .flatMap(pid -> ProcessHandle.of(pid).stream())
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToDouble(spent -> spent.toMillis() / 1e3)
                        .sum();
    }

    private void say(String what) {
        System.out.printf("%s: %s%n", database.dialect(), what);
    }

    private static boolean waited() {
        try {
            Thread.sleep(ALONE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
