package vn.kientao.reform.procedures.app.dossierimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.DossierFilter;
import vn.kientao.reform.procedures.app.dossier.DossierView;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;

/**
 * How long 100,000 rows take to be tried and taken over, on each database, against the plainest way of keeping the same
 * dossiers: their rows copied by batches of 1,000 prepared inserts into the one table, without events and facts, in the
 * same run. While the import runs, one reader asks for pages of the list and one writer receives dossiers, as before it.
 * Not part of the default run: {@code mvn -pl bundles/reform/procedures test -Dtest=DossierImportBenchmark
 * -DargLine=-Xmx256m}; {@code -Dkientao.import.rows} makes it smaller.
 */
@OnEachDatabase("procedures")
class DossierImportBenchmark {
    private static final int ROWS = Integer.getInteger("kientao.import.rows", 100_000);
    private static final int ALONE_MILLIS = 5_000;

    private final Database database;
    private final DossierImportFixture fixture;

    DossierImportBenchmark(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DossierImportFixture(database, migrations);
    }

    @Test
    void takesOverAHundredThousandRows() throws Exception {
        measured(OldFile.of(2_000), SheetFormat.CSV, "warm-up");
        Others before = new Others();
        before.run(() -> pause(ALONE_MILLIS));
        Others during = new Others();
        OldFile file = OldFile.from(10_000, ROWS);
        byte[] csv = file.bytes(SheetFormat.CSV);
        byte[] xlsx = file.bytes(SheetFormat.XLSX);
        long[] tried = new long[1];
        during.run(() -> tried[0] = fixture.tried(csv, "so.csv").id());
        Others committing = new Others();
        DossierImport shown = fixture.imports.find(tried[0], DeskFixture.AGENCY).orElseThrow();
        committing.run(() -> fixture.takenOver(shown));
        long began = System.nanoTime();
        fixture.imports.undo(fixture.again(shown), "lan");
        fixture.jobs.run(fixture.job);
        System.out.printf("%s: undone in %.1f s%n", database.dialect(), seconds(began));
        measured(xlsx, SheetFormat.XLSX);
        System.out.printf(
                "%s: others p99 alone read %.1f write %.1f ms; while tried %.1f, %.1f; while taken over %.1f, %.1f%n",
                database.dialect(),
                before.read(),
                before.write(),
                during.read(),
                during.write(),
                committing.read(),
                committing.write());
        System.out.printf("%s: reference %.1f s%n", database.dialect(), reference());
        assertThat(fixture.desk.dossiers.count(
                        DeskFixture.AGENCY, DossierFilter.of(DossierView.FINISHED), DeskFixture.RECEIVED))
                .isPositive();
    }

    private void measured(OldFile file, SheetFormat format, String what) {
        long began = System.nanoTime();
        DossierImport tried = fixture.tried(file, format);
        fixture.takenOver(tried);
        System.out.printf("%s %s: %.1f s%n", database.dialect(), what, seconds(began));
    }

    private void measured(byte[] file, SheetFormat format) {
        long began = System.nanoTime();
        DossierImport tried = fixture.tried(file, format.fileName("so"));
        double trying = seconds(began);
        DossierImport done = fixture.takenOver(tried);
        System.out.printf(
                "%s %s: %d rows, %d KB, tried in %.1f s, tried and taken over in %.1f s, heap of %d MB%n",
                database.dialect(),
                format,
                done.fresh(),
                file.length / 1024,
                trying,
                seconds(began),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** The same dossiers once more, by plain batches. */
    private double reference() {
        List<Map<String, Object>> some = database.read(handle -> handle.createQuery(
                        "SELECT * FROM procedures.dossier WHERE id > 5000000000 FETCH FIRST 1000 ROWS ONLY")
                .mapToMap()
                .list());
        List<String> columns = new ArrayList<>(some.get(0).keySet());
        String sql = "INSERT INTO procedures.dossier (" + String.join(", ", columns) + ") VALUES (:"
                + String.join(", :", columns) + ")";
        long began = System.nanoTime();
        for (int batch = 0; batch < ROWS / 1000; batch++) {
            int number = batch;
            database.write(handle -> {
                PreparedBatch inserts = handle.prepareBatch(sql);
                for (int row = 0; row < some.size(); row++) {
                    long id = 8_000_000_000L + number * 1000L + row;
                    some.get(row).forEach(inserts::bind);
                    inserts.bind("id", id)
                            .bind("code", "REF-" + id)
                            .bind("unit_id", "REF" + number)
                            .bind("day_number", 1_000_000 + row)
                            .bind("list_key", id)
                            .add();
                }
                return inserts.execute().length;
            });
        }
        return seconds(began);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Somebody who looks at the list and somebody who receives dossiers, one after the other without much rest. */
    private final class Others {
        private final List<Long> reads = new ArrayList<>();
        private final List<Long> writes = new ArrayList<>();

        void run(Runnable work) throws Exception {
            AtomicBoolean end = new AtomicBoolean();
            ExecutorService people = Executors.newFixedThreadPool(2);
            Future<?> reader = people.submit(() -> repeat(
                    end,
                    reads,
                    () -> fixture.desk.dossiers.page(
                            DeskFixture.AGENCY,
                            DossierFilter.of(DossierView.OPEN),
                            DeskFixture.RECEIVED,
                            Optional.empty(),
                            25)));
            Future<?> writer =
                    people.submit(() -> repeat(end, writes, () -> fixture.desk.receive(DeskFixture.RECEIVED)));
            long began = System.nanoTime();
            try {
                work.run();
            } finally {
                end.set(true);
                people.shutdown();
            }
            System.out.printf("%s: worked %.1f s%n", database.dialect(), seconds(began));
            reader.get();
            writer.get();
        }

        double read() {
            return p99(reads);
        }

        double write() {
            return p99(writes);
        }

        private void repeat(AtomicBoolean end, List<Long> times, Runnable work) {
            while (!end.get()) {
                long began = System.nanoTime();
                work.run();
                times.add(System.nanoTime() - began);
                pause(10);
            }
        }

        private static double p99(List<Long> times) {
            long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e6;
        }
    }
}
