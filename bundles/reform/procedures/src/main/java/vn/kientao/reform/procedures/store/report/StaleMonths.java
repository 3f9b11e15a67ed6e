package vn.kientao.reform.procedures.store.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Marks months whose facts change after they may have been counted, in the transaction of the change: {@link MonthSums} of a
 * marked month are not used until they are counted anew. A mark is a row of its own, so nobody waits for anybody. What happens
 * in a month that still runs marks nothing.
 */
public final class StaleMonths {
    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    private static final String FROM = """
            INSERT INTO procedures.report_stale (agency_code, month_from, month_to)
            SELECT agency_code, :month, :to
              FROM procedures.report_kept
             WHERE agency_code = :agency AND claimed_to > :month
            """;
    private static final String DOSSIERS = """
            INSERT INTO procedures.report_stale (agency_code, month_from, month_to)
            SELECT s.agency_code, CAST(DATE_TRUNC('MONTH', MIN(s.from_at)) AS DATE), CAST(:to AS DATE)
              FROM procedures.dossier_span s
              JOIN procedures.report_kept k ON k.agency_code = s.agency_code
             WHERE s.dossier_id IN (<ids>) AND <which>
             GROUP BY s.agency_code, k.claimed_to
            HAVING MIN(s.from_at) < k.claimed_to
            """;
    private static final String ONE_MONTH = """
            INSERT INTO procedures.report_stale (agency_code, month_from, month_to)
            SELECT s.agency_code, CAST(DATE_TRUNC('MONTH', s.from_at) AS DATE),
                   CAST(DATE_TRUNC('MONTH', s.from_at) + INTERVAL '1' MONTH AS DATE)
              FROM procedures.dossier_span s
              JOIN procedures.report_kept k ON k.agency_code = s.agency_code
             WHERE s.dossier_id = :id AND <which> AND s.from_at < k.claimed_to
            """;

    /** The month of the moment and all after it. */
    public void from(Handle transaction, String agency, LocalDateTime moment) {
        mark(transaction, agency, month(moment), NO_END);
    }

    /** One month. */
    void month(Handle transaction, String agency, LocalDate month) {
        mark(transaction, agency, month, month.plusMonths(1));
    }

    private static void mark(Handle transaction, String agency, LocalDate month, LocalDate to) {
        transaction
                .createUpdate(FROM)
                .bind("agency", agency)
                .bind("month", month)
                .bind("to", to)
                .execute();
    }

    /** All that the dossiers have ever been counted in, for the agency that has them now. */
    public void dossiers(Handle transaction, List<Long> ids) {
        since(transaction, ids, "s.entry = TRUE");
    }

    /** What the state is counted in in which a dossier stands that has not ended. */
    void standing(Handle transaction, long id) {
        since(transaction, List.of(id), "s.lasting = TRUE AND s.ended = FALSE");
    }

    private static void since(Handle transaction, List<Long> ids, String which) {
        if (!ids.isEmpty()) {
            transaction
                    .createUpdate(DOSSIERS)
                    .define("which", which)
                    .bindList("ids", ids)
                    .bind("to", NO_END)
                    .execute();
        }
    }

    /** The month in which the dossier came in. */
    void entry(Handle transaction, long id) {
        oneMonth(transaction, id, "s.place = 1");
    }

    /** The month in which the dossier came to its end, if it has. */
    public void end(Handle transaction, long id) {
        oneMonth(transaction, id, "s.lasting = TRUE AND s.ended = TRUE");
    }

    private static void oneMonth(Handle transaction, long id, String which) {
        transaction
                .createUpdate(ONE_MONTH)
                .define("which", which)
                .bind("id", id)
                .execute();
    }

    static LocalDate month(LocalDateTime moment) {
        return moment.toLocalDate().withDayOfMonth(1);
    }
}
