package vn.kientao.reform.procedures.store.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Database.Dialect;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/** A page of the list costs what it shows, however many dossiers there are. */
@OnEachDatabase("procedures")
class DossierListPlanTest {
    private static final int DOSSIERS = 10_000;
    private static final int PAGE = 25;
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 8, 0);
    private static final Pattern H2_SCANNED = Pattern.compile("scanCount: (\\d+)");
    private static final Pattern POSTGRES_READ =
            Pattern.compile("Scan.*?actual time=\\S+ rows=(\\d+(?:\\.\\d+)?) loops=1");
    private static final Pattern POSTGRES_REMOVED = Pattern.compile("Rows Removed by Filter: (\\d+)");
    private static final String INSERT = """
            INSERT INTO procedures.dossier (
                   version, agency_code, unit_id, received_on, day_number, code, tracking_key, status, running, list_key,
                   procedure_version_id, procedure_code, procedure_name, field, channel, applicant_kind, applicant_name,
                   applicant_id_number, applicant_address, applicant_phone, applicant_email, content, sets, result_by,
                   received_at, due_at, limit_text, place, handed_to, search_text, assignee, routed, paused)
            VALUES (1, :agency, :agency, :day, :number, :code, 'k', :status, :running, :listKey,
                   1, '2.000635', 'Cấp bản sao', :field, 1, 'CITIZEN', 'Nguyễn Thị An',
                   '', 'Cà Mau', '0913123456', '', 'Cấp bản sao', 1, 1,
                   :received, :due, '5 ngày', '', '', 'nguyen thi an', :assignee, :routed, :paused)
            """;

    private final Database database;
    private final DossierLists lists = new DossierLists();

    DossierListPlanTest(Database database) {
        this.database = database;
        database.write(handle -> {
            fill(handle);
            return true;
        });
        if (database.dialect() == Dialect.POSTGRESQL) {
            database.write(handle -> handle.execute("ANALYZE procedures.dossier"));
        }
    }

    @Test
    void readsNoMoreThanTwiceTheRowsOfAPage() {
        for (ListQuery query : List.of(
                open(Optional.empty(), Optional.empty()),
                open(Optional.of(DossierStatus.PROCESSING), Optional.empty()),
                open(Optional.empty(), Optional.of("Lĩnh vực 3")),
                due(Optional.of(START.plusDays(20)), Optional.empty(), false),
                due(Optional.empty(), Optional.of(START.plusDays(30)), false),
                due(Optional.empty(), Optional.empty(), true),
                whose(Optional.of("lan"), false),
                whose(Optional.empty(), true),
                ended())) {
            List<DossierRow> first = database.read(handle -> lists.page(handle, query, PAGE));
            assertThat(first).hasSize(PAGE);
            assertThat(rowsRead(query)).as("first page of %s", query).isLessThanOrEqualTo(2 * PAGE);
            long last = first.get(PAGE - 1).listKey();
            assertThat(rowsRead(query.after(last)))
                    .as("second page of %s", query)
                    .isLessThanOrEqualTo(2 * PAGE);
        }
    }

    private int rowsRead(ListQuery query) {
        String plan = database.read(handle -> String.join(
                "\n",
                DossierLists.prepared(handle, "EXPLAIN ANALYZE " + DossierLists.PAGE, query, PAGE)
                        .map((row, context) -> row.getString(1))
                        .list()));
        boolean h2 = database.dialect() == Dialect.H2;
        int read = sum(h2 ? H2_SCANNED : POSTGRES_READ, plan) + (h2 ? 0 : sum(POSTGRES_REMOVED, plan));
        assertThat(read).as(plan).isPositive();
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

    private static ListQuery open(Optional<DossierStatus> status, Optional<String> field) {
        return new ListQuery(
                "STP2", true, Long.MIN_VALUE, Optional.empty(), Optional.empty(), status, field, Optional.empty());
    }

    /** Due from or before a moment, or those whose clock stands still: the tiles of the list. */
    private static ListQuery due(Optional<LocalDateTime> from, Optional<LocalDateTime> before, boolean waiting) {
        return new ListQuery(
                "STP2",
                true,
                Long.MIN_VALUE,
                from,
                before,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                waiting,
                Optional.empty(),
                false);
    }

    /** My work, and what cannot be routed. */
    private static ListQuery whose(Optional<String> assignee, boolean unrouted) {
        return new ListQuery(
                "STP2",
                true,
                Long.MIN_VALUE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                assignee,
                unrouted);
    }

    private static ListQuery ended() {
        return new ListQuery(
                "STP2",
                false,
                Long.MIN_VALUE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static void fill(Handle handle) {
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (int number = 1; number <= DOSSIERS; number++) {
            String agency = number % 4 == 0 ? "SYT2" : "STP2";
            boolean running = number % 5 != 0;
            boolean paused = running && number % 17 == 0;
            LocalDateTime due = START.plusDays(number % 60).toLocalDate().atTime(17, 0);
            DossierStatus status = number % 3 == 0 ? DossierStatus.PROCESSING : DossierStatus.RECEIVED;
            batch.bind("agency", agency)
                    .bind("day", LocalDate.of(2026, 1, 5))
                    .bind("number", number)
                    .bind("code", agency + "-260105-" + (10_000 + number))
                    .bind("status", (running ? status : DossierStatus.HANDED_OVER).number())
                    .bind("running", running)
                    .bind("listKey", key(running, paused, due, number))
                    .bind("assignee", number % 11 == 0 ? "lan" : "hoa")
                    .bind("routed", number % 13 != 0)
                    .bind("paused", paused)
                    .bind("field", "Lĩnh vực " + number % 7)
                    .bind("received", START)
                    .bind("due", due)
                    .add();
        }
        batch.execute();
    }

    private static long key(boolean running, boolean paused, LocalDateTime due, int number) {
        if (paused) {
            return ListKey.paused(due, number);
        }
        return running ? ListKey.running(due, number) : ListKey.ended(due, number);
    }
}
