package vn.kientao.reform.procedures.store.completion;

import static org.assertj.core.api.Assertions.assertThat;

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
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.completion.WantedGaps;

/** A page of the list of gaps costs what it shows, however many there are. */
@OnEachDatabase("procedures")
class GapListPlanTest {
    private static final int VERSIONS = 4_000;
    private static final int GAPS = 5;
    private static final int PAGE = 50;
    private static final Pattern H2_SCANNED = Pattern.compile("scanCount: (\\d+)");
    private static final Pattern POSTGRES_READ = Pattern.compile(
            "(?:Seq|Index|Index Only|Bitmap Heap) Scan.*?actual time=\\S+ rows=(\\d+(?:\\.\\d+)?) loops=(\\d+)");
    private static final Pattern POSTGRES_REMOVED = Pattern.compile("Rows Removed by Filter: (\\d+)");

    private final Database database;

    GapListPlanTest(Database database) {
        this.database = database;
        database.write(handle -> {
            fill(handle);
            return true;
        });
        if (database.dialect() == Dialect.POSTGRESQL) {
            database.write(handle -> handle.execute("ANALYZE procedures.procedure_gap"));
        }
    }

    @Test
    void readsNoMoreThanTwiceTheRowsOfAPage() {
        for (WantedGaps wanted : List.of(
                new WantedGaps(false, Optional.empty(), 0, -1),
                new WantedGaps(false, Optional.empty(), 2_000, 3),
                new WantedGaps(false, Optional.of(GapKind.FEE_VARIES), 0, -1),
                new WantedGaps(false, Optional.of(GapKind.FEE_VARIES), 2_000, 3))) {
            assertThat(read(wanted)).as("rows of %s", wanted).isLessThanOrEqualTo(2 * PAGE);
        }
    }

    private int read(WantedGaps wanted) {
        String plan = database.read(handle -> {
            Query query = GapStore.prepared(handle, "EXPLAIN ANALYZE " + GapStore.PAGE, wanted, PAGE);
            return String.join(
                    "\n", query.map((row, context) -> row.getString(1)).list());
        });
        int read = 0;
        Matcher scanned = (database.dialect() == Dialect.H2 ? H2_SCANNED : POSTGRES_READ).matcher(plan);
        while (scanned.find()) {
            int loops = scanned.groupCount() > 1 ? Integer.parseInt(scanned.group(2)) : 1;
            read += (int) (Double.parseDouble(scanned.group(1)) * loops);
        }
        Matcher removed = POSTGRES_REMOVED.matcher(plan);
        while (removed.find()) {
            read += Integer.parseInt(removed.group(1));
        }
        assertThat(read).as(plan).isPositive();
        return read;
    }

    private static void fill(Handle handle) {
        PreparedBatch versions = handle.prepareBatch("""
                INSERT INTO procedures.procedure_version (
                       id, code, number, fingerprint, imported_at, valid_from, name, name_plain, name_folded, field,
                       levels, channels, limit_text, limit_varies, fee_kind, fee_currency, fee_varies, gap_kinds, address)
                VALUES (:id, :code, 1, 'f', CURRENT_TIMESTAMP, CURRENT_DATE, 'Tên', '', '', 'Lĩnh vực',
                       '', '', '', FALSE, 'FREE', '', FALSE, '', '')
                """);
        PreparedBatch gaps = handle.prepareBatch("""
                INSERT INTO procedures.procedure_gap (version_id, place, kind, field, content)
                VALUES (?, ?, ?, 'channels[0].deadline', '')
                """);
        GapKind[] kinds = {GapKind.FEE_VARIES, GapKind.DEADLINE_MISSING, GapKind.QUANTITY_MISSING};
        for (int version = 1; version <= VERSIONS; version++) {
            versions.bind("id", version)
                    .bind("code", "1.%06d".formatted(version))
                    .add();
            for (int place = 0; place < GAPS; place++) {
                gaps.add(version, place, kinds[(version + place) % kinds.length].name());
            }
        }
        versions.execute();
        gaps.execute();
    }
}
