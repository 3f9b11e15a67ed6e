package vn.kientao.reform.procedures.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.report.Months;
import vn.kientao.reform.procedures.store.PlanRows;
import vn.kientao.reform.procedures.store.dossier.ManyDossiers;
import vn.kientao.reform.procedures.web.dossier.ManyPages.Shown;

/**
 * How long the desk's pages take at different numbers of dossiers, on each database, called through their routes by one
 * person, warm: median and 99th percentile, the ratio of the largest number's to the smallest's, and the rows that all
 * statements of the page read. All numbers take turns, call by call, so that a busy machine slows them alike. The lists of
 * the largest number must read no more than twice what they show. The table comes out as Markdown, with the smallest
 * question to the same databases as the reference. Not part of the default run:
 * {@code mvn -pl bundles/reform/procedures test -Dtest=DossierPagesBenchmark -DargLine=-Xmx1g};
 * {@code -Dkientao.pages.sizes=1000,100000} and {@code -Dkientao.pages.calls=200} make it shorter.
 */
@OnEachDatabase("procedures")
class DossierPagesBenchmark {
    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("kientao.pages.sizes", "1000,100000,1000000")
                            .split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int CALLS = Integer.getInteger("kientao.pages.calls", 1_000);
    private static final int WARM_UPS = 200;
    private static final double SLOW_MILLIS = 20;
    private static final int FEWEST_CALLS = 20;
    /** Of fewer dossiers PostgreSQL rather reads all that an agency has running than goes to them one by one. */
    private static final int PLANNED = 50_000;

    private final Database.Dialect dialect;

    DossierPagesBenchmark(Database database) {
        dialect = database.dialect();
    }

    @Test
    void staysAsFastHoweverManyDossiersThereAre() {
        List<TestDatabase> stores = new ArrayList<>();
        List<ManyPages> sizes = new ArrayList<>();
        try {
            for (int size : SIZES) {
                TestDatabase store = TestDatabase.of(dialect).with("procedures");
                stores.add(store);
                long began = System.nanoTime();
                ManyDossiers.fill(store.database(), size);
                double written = (System.nanoTime() - began) / 1e9;
                Months.keep(store.database(), ManyDossiers.NOW);
                System.out.printf(
                        Locale.ROOT,
                        "%s: %,d dossiers written in %.0f s, their months counted in %.1f s%n",
                        dialect,
                        size,
                        written,
                        (System.nanoTime() - began) / 1e9 - written);
                sizes.add(new ManyPages(store.database(), store.migrations()));
            }
            compare(sizes);
        } finally {
            stores.forEach(TestDatabase::restart);
        }
    }

    private static void compare(List<ManyPages> sizes) {
        System.out.println(
                "| page" + SIZES.stream().map("| p50, p99 of %,d"::formatted).collect(Collectors.joining(" "))
                        + " | ratio p50, p99 | rows read | of the list |");
        System.out.println("|---" + "|---".repeat(SIZES.size() + 3) + "|");
        List<List<Shown>> shown = sizes.stream().map(ManyPages::all).toList();
        for (int page = 0; page < shown.get(0).size(); page++) {
            int number = page;
            compare(sizes, shown.stream().map(pages -> pages.get(number)).toList());
        }
    }

    private static void compare(List<ManyPages> sizes, List<Shown> page) {
        List<double[]> times = times(page);
        List<List<PlanRows.Read>> reads = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            reads.add(sizes.get(i).reads(page.get(i)));
        }
        double[] first = times.get(0);
        double[] last = times.get(times.size() - 1);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f, %.1f | %s | %s |%n",
                page.get(0).name(),
                times.stream()
                        .map(one -> "%.2f, %.2f".formatted(part(one, 0.5), part(one, 0.99)))
                        .collect(Collectors.joining(" | ")),
                part(last, 0.5) / part(first, 0.5),
                part(last, 0.99) / part(first, 0.99),
                sums(reads, read -> true),
                sums(reads, PlanRows.Read::ofList));
        long most = page.get(0).most();
        if (most > 0 && SIZES.get(SIZES.size() - 1) >= PLANNED) {
            reads.get(reads.size() - 1).stream()
                    .filter(PlanRows.Read::ofList)
                    .forEach(read -> assertThat(read.rows())
                            .as("rows read by the list of '%s': %s", page.get(0).name(), read.plan())
                            .isLessThanOrEqualTo(most));
        }
    }

    private static String sums(List<List<PlanRows.Read>> reads, Predicate<PlanRows.Read> which) {
        return reads.stream()
                .map(all -> "%,d"
                        .formatted(all.stream()
                                .filter(which)
                                .mapToLong(PlanRows.Read::rows)
                                .sum()))
                .collect(Collectors.joining("; "));
    }

    /** Milliseconds of each, in order. */
    private static List<double[]> times(List<Shown> page) {
        double slowest = 0;
        for (int i = 0; i < 3; i++) {
            slowest = page.stream().mapToDouble(Shown::millis).max().orElse(0);
        }
        boolean slow = slowest > SLOW_MILLIS;
        int calls = slow ? Math.max(FEWEST_CALLS, (int) (CALLS * SLOW_MILLIS / slowest / 2)) : CALLS;
        for (int i = 0; i < (slow ? calls / 5 : WARM_UPS); i++) {
            page.forEach(Shown::millis);
        }
        List<double[]> times = page.stream().map(one -> new double[calls]).toList();
        for (int call = 0; call < calls; call++) {
            for (int turn = 0; turn < page.size(); turn++) {
                int which = (turn + call) % page.size();
                times.get(which)[call] = page.get(which).millis();
            }
        }
        times.forEach(Arrays::sort);
        return times;
    }

    private static double part(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }
}
