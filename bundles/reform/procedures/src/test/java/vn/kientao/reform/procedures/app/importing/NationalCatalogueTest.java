package vn.kientao.reform.procedures.app.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.app.catalogue.SearchQuery;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;
import vn.kientao.reform.procedures.domain.catalogue.ImportCounts;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureSummary;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureVersion;

/** The real records through the whole import. */
@OnEachDatabase("procedures")
class NationalCatalogueTest {
    private static final CatalogueImporter.By BY = new CatalogueImporter.By("officer", Optional.empty(), "test");
    private static final int COPIES = 10;

    private final Database database;
    private final Catalogue catalogue;
    private final CatalogueImporter importer;

    NationalCatalogueTest(Database database) {
        this.database = database;
        catalogue = new Catalogue(database);
        importer = new CatalogueImporter(database, new RecordingAuditTrail(), Clock.systemUTC(), catalogue);
    }

    @Test
    void everyRecordComesBackAsItWasRead() throws IOException {
        Path sample = NationalSample.orSkip();
        ImportCounts counts = commit(Files.readAllBytes(sample));

        assertThat(counts.fresh()).isEqualTo(441);
        for (ImportRow row : NationalSample.rows(sample)) {
            ImportRow.Accepted accepted = (ImportRow.Accepted) row;
            String code = accepted.procedure().code().value();
            ProcedureVersion version = catalogue.current(code).orElseThrow();
            assertThat(version.procedure()).isEqualTo(accepted.procedure());
            assertThat(version.gaps()).isEqualTo(accepted.gaps());
            assertThat(catalogue.entry(code).orElseThrow().summary().name())
                    .isEqualTo(ProcedureSummary.of(accepted.procedure()).name());
        }
        assertThat(commit(Files.readAllBytes(sample)).changes()).isZero();
    }

    @Test
    void landIsFoundHoweverItIsTyped() throws IOException {
        commit(Files.readAllBytes(NationalSample.orSkip()));

        List<String> tops = List.of("dat dai", "Đất đai", "ĐẤT ĐAI", "Đất đai").stream()
                .map(words ->
                        catalogue.search(SearchQuery.of(words), 0, 1).hits().get(0))
                .map(CatalogueEntry::code)
                .distinct()
                .toList();

        assertThat(tops).hasSize(1);
        ProcedureSummary top = catalogue.entry(tops.get(0)).orElseThrow().summary();
        assertThat(top.name() + " " + top.field()).containsIgnoringCase("đất đai");
    }

    @Test
    void thousandsAreCommittedASecond() throws IOException {
        byte[] many = copies(Files.readString(NationalSample.orSkip()));

        Stopwatch dryRun = Stopwatch.start();
        ImportCounts tried = importer.tryOut(new ByteArrayInputStream(many), errors -> {}, ImportProgress.UNWATCHED);
        String tryingOut = dryRun.rate(tried.fresh());
        Stopwatch commit = Stopwatch.start();
        ImportCounts counts = commit(many);

        System.out.printf(
                "%s: %d records, %d MB: dry run %s, commit %s%n",
                database.dialect(), counts.fresh(), many.length >> 20, tryingOut, commit.rate(counts.fresh()));
        assertThat(counts.fresh()).isEqualTo(441L * COPIES);
        assertThat(catalogue.size()).isEqualTo(441 * COPIES);
    }

    /** Tells a rate by the clock and by the processor time of this thread: other work on the machine spoils the first. */
    private record Stopwatch(long clock, long processor) {
        static Stopwatch start() {
            return new Stopwatch(
                    System.nanoTime(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        }

        String rate(long records) {
            Stopwatch end = start();
            return "%,d a second, %,d a processor second"
                    .formatted(perSecond(records, end.clock - clock), perSecond(records, end.processor - processor));
        }

        private static long perSecond(long records, long nanos) {
            return records * Duration.ofSeconds(1).toNanos() / nanos;
        }
    }

    private ImportCounts commit(byte[] file) throws IOException {
        long importId = importer.begin("sample.jsonl", file.length, BY);
        try (InputStream in = new ByteArrayInputStream(file)) {
            return importer.commit(importId, in, false, BY, ImportProgress.UNWATCHED);
        }
    }

    /** The records again and again, each time with codes of their own. */
    private static byte[] copies(String records) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int copy = 0; copy < COPIES; copy++) {
            String first = "\"ma_thu_tuc\": \"" + (copy + 1) % 10 + ".";
            String changed = records.replaceAll("\"ma_thu_tuc\": \"(\\d)\\.(\\d{6})[^\"]*\"", first + "$2.H1$1\"");
            all.writeBytes(changed.getBytes(StandardCharsets.UTF_8));
        }
        return all.toByteArray();
    }
}
