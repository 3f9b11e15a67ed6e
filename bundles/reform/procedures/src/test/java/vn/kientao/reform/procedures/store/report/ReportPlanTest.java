package vn.kientao.reform.procedures.store.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Database.Dialect;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.domain.report.Measure;
import vn.kientao.reform.procedures.domain.report.ReportForm.RowBy;
import vn.kientao.reform.procedures.domain.report.ReportedDossier;
import vn.kientao.reform.procedures.domain.report.Slice;
import vn.kientao.reform.procedures.store.PlanRows;

/** A report reads what its period concerns, however many dossiers there are before and after it. */
@OnEachDatabase("procedures")
class ReportPlanTest {
    private static final int DOSSIERS = Integer.getInteger("kientao.reports.dossiers", 6_000);
    private static final int DAYS = 600;
    private static final int PAGE = 25;
    private static final LocalDateTime START = LocalDateTime.of(2025, 1, 6, 8, 0);
    private static final Pattern H2_SCANNED = Pattern.compile("scanCount: (\\d+)");
    private static final Pattern POSTGRES_READ =
            Pattern.compile("(?:Scan|Seq).*?actual time=\\S+ rows=(\\d+(?:\\.\\d+)?) loops=1\\b");
    private static final Pattern POSTGRES_REMOVED = Pattern.compile("Rows Removed by Filter: (\\d+)");

    private final Database database;

    ReportPlanTest(Database database) {
        this.database = database;
        database.write(handle -> {
            fill(handle);
            return true;
        });
        if (database.dialect() == Dialect.POSTGRESQL) {
            database.write(handle -> handle.execute("ANALYZE procedures.dossier_span"));
            database.write(handle -> handle.execute("ANALYZE procedures.dossier"));
        }
    }

    @Test
    void readsOnlyWhatThePeriodConcerns() {
        // A month a year back: its own dossiers, those open at its two ends, and what ended in those months.
        LocalDateTime begin = LocalDateTime.of(2025, 7, 1, 0, 0);
        LocalDateTime end = begin.plusMonths(1);
        int month = DOSSIERS / 2 * 31 / DAYS;
        for (Optional<String> agency : List.of(Optional.of("STP2"), Optional.<String>empty())) {
            Cut cut = new Cut(agency, Optional.empty(), begin, end);
            int concerned = agency.isPresent() ? month : 2 * month;
            for (Slice slice : Slice.values()) {
                for (SpanRange range : SpanRange.of(slice, cut)) {
                    assertThat(rowsRead(handle -> SpanCounts.prepared(
                                    handle, "EXPLAIN ANALYZE " + SpanCounts.COUNT, range, cut, RowBy.FIELD)))
                            .as("%s of %s by %s", slice, agency, range.sql())
                            .isLessThanOrEqualTo(3 * concerned);
                }
            }
        }
    }

    @Test
    void readsNoMoreOfTheListBehindANumberThanAPageNeeds() {
        LocalDateTime begin = LocalDateTime.of(2025, 7, 1, 0, 0);
        Cut cut = new Cut(Optional.of("STP2"), Optional.empty(), begin, begin.plusMonths(6));
        PlanRows watched = new PlanRows(database);

        List<PlanRows.Read> reads =
                watched.of(() -> assertThat(watched.<List<ReportedDossier>>read(handle -> new SpanLists()
                                .page(
                                        handle,
                                        cut,
                                        Measure.DIRECT,
                                        new ReportForms().ends(handle, begin.toLocalDate()),
                                        Optional.empty(),
                                        PAGE)))
                        .hasSize(PAGE));

        // Each row of the page is met in the index and in its dossier. H2 counts it in the inner list besides, its key
        // twice, and
        // once where it finds that there is no further row to look for.
        int times = database.dialect() == Dialect.H2 ? 5 : 2;
        assertThat(reads)
                .filteredOn(PlanRows.Read::ofList)
                .singleElement()
                .satisfies(read -> assertThat(read.rows()).as(read.plan()).isLessThanOrEqualTo(times * (PAGE + 2L)));
    }

    private int rowsRead(Database.Work<Query> query) {
        String plan = database.read(handle -> String.join(
                "\n", query.run(handle).map((row, context) -> row.getString(1)).list()));
        boolean h2 = database.dialect() == Dialect.H2;
        int read = sum(h2 ? H2_SCANNED : POSTGRES_READ, plan) + (h2 ? 0 : sum(POSTGRES_REMOVED, plan));
        assertThat(plan).as(plan).doesNotContain("Seq Scan on dossier_span");
        assertThat(plan).doesNotContain("dossier_span.tableScan");
        return read;
    }

    private static int sum(Pattern pattern, String plan) {
        int sum = 0;
        Matcher matcher = pattern.matcher(plan);
        while (matcher.find()) {
            sum += (int) Double.parseDouble(matcher.group(1));
        }
        return sum;
    }

    /** Two agencies, ten dossiers a day each, every one open for two days and then settled. */
    private static void fill(Handle handle) {
        PreparedBatch dossiers = handle.prepareBatch("""
                INSERT INTO procedures.dossier (
                       id, version, agency_code, unit_id, received_on, day_number, code, tracking_key, status, running,
                       list_key, procedure_version_id, procedure_code, procedure_name, field, channel, applicant_kind,
                       applicant_name, applicant_id_number, applicant_address, applicant_phone, applicant_email, content,
                       sets, result_by, received_at, due_at, limit_text, place, handed_to, search_text,
                       ended_at)
                VALUES (:id, 1, :agency, :agency, :day, :id, :code, 'k', 9, FALSE, :id, 1, '2.000635', 'Cấp bản sao',
                       :field, 1, 'CITIZEN', 'An', '', '', '0913123456', '', '', 1, 1, :from, :due, '', '', '', '',
                       :ended)
                """);
        PreparedBatch spans = handle.prepareBatch("""
                INSERT INTO procedures.dossier_span (
                       dossier_id, place, version, agency_code, field, procedure_code, channel, status, entry, ended,
                       lasting, from_at, to_at, due_at, account, received_by, supplements, forwarded)
                VALUES (:id, :place, 1, :agency, :field, '2.000635', 1, :status, :entry, :ended,
                       :ended, :from, :to, :due, 'lan', 'lan', 0, FALSE)
                """);
        for (int number = 1; number <= DOSSIERS; number++) {
            String agency = number % 2 == 0 ? "STP2" : "SYT2";
            LocalDateTime from = START.plusDays((long) number * DAYS / DOSSIERS).plusMinutes(number % 480);
            LocalDateTime ended = from.plusDays(2);
            String field = "Lĩnh vực " + number % 7;
            dossiers.bind("id", number)
                    .bind("agency", agency)
                    .bind("day", from.toLocalDate())
                    .bind("code", agency + "-" + number)
                    .bind("field", field)
                    .bind("from", from)
                    .bind("due", from.plusDays(3))
                    .bind("ended", ended)
                    .add();
            span(spans, number, 1, agency, field, 2, from, ended);
            span(spans, number, 2, agency, field, 9, ended, DossierSpans.OPEN_END);
        }
        dossiers.execute();
        spans.execute();
    }

    private static void span(
            PreparedBatch spans,
            int id,
            int place,
            String agency,
            String field,
            int status,
            LocalDateTime from,
            LocalDateTime to) {
        spans.bind("id", id)
                .bind("place", place)
                .bind("agency", agency)
                .bind("field", field)
                .bind("status", status)
                .bind("entry", place == 1)
                .bind("ended", status == 9)
                .bind("from", from)
                .bind("to", to)
                .bind("due", from.plusDays(1))
                .add();
    }
}
