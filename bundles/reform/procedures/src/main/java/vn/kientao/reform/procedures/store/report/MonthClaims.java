package vn.kientao.reform.procedures.store.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Which months that are over may be kept. A month is claimed first and counted once everybody who writes has seen the claim;
 * what changes in a claimed month leaves a mark ({@link StaleMonths}), and a marked month is given up and counted anew.
 */
public final class MonthClaims {
    private static final String START = """
            INSERT INTO procedures.report_kept (agency_code, claimed_to, kept_from, turn)
            SELECT f.agency_code, :to,
                   COALESCE((SELECT CAST(DATE_TRUNC('MONTH', MIN(s.from_at)) AS DATE)
                               FROM procedures.dossier_span s
                              WHERE s.agency_code = f.agency_code AND s.entry = TRUE),
                            CAST(:to AS DATE)),
                   0
              FROM (SELECT DISTINCT agency_code FROM procedures.dossier_field) AS f
             WHERE NOT EXISTS (SELECT 1 FROM procedures.report_kept k WHERE k.agency_code = f.agency_code)
            ON CONFLICT DO NOTHING
            """;
    private static final String CLAIM = "UPDATE procedures.report_kept SET claimed_to = :to WHERE claimed_to < :to";
    private static final String CLAIMS = """
            SELECT agency_code, claimed_to, kept_from, turn
              FROM procedures.report_kept
             ORDER BY agency_code
            """;
    private static final String FIRST = """
            SELECT MIN(from_at) AS first_at
              FROM procedures.dossier_span
             WHERE agency_code = ? AND entry = TRUE
            """;
    private static final String MARKS = """
            SELECT id, month_from, month_to
              FROM procedures.report_stale
             WHERE agency_code = ?
             ORDER BY id
             FETCH FIRST 500 ROWS ONLY
            """;
    private static final String TURN = """
            UPDATE procedures.report_kept
               SET turn = turn + 1, kept_from = :first
             WHERE agency_code = :agency AND turn = :turn
            """;
    private static final String FORGET = """
            DELETE FROM procedures.report_month
             WHERE agency_code = ? AND month_from >= ? AND month_from < ?
            """;
    private static final String KEPT = """
            SELECT month_from
              FROM procedures.report_month
             WHERE agency_code = ?
            """;

    /**
     * Whose months are counted.
     *
     * @param to months before it have been claimed
     * @param from month of the first fact
     * @param turn another one once marks have been dealt with
     */
    public record Claim(String agency, LocalDate to, LocalDate from, long turn) {}

    /** Claims the months before the one of {@code now}, for every agency that has dossiers. */
    public void claim(Handle transaction, LocalDateTime now) {
        LocalDate to = StaleMonths.month(now);
        transaction.createUpdate(START).bind("to", to).execute();
        transaction.createUpdate(CLAIM).bind("to", to).execute();
    }

    public List<Claim> claims(Handle handle) {
        return handle.createQuery(CLAIMS)
                .map((row, context) -> new Claim(
                        row.getString("agency_code"),
                        row.getObject("claimed_to", LocalDate.class),
                        row.getObject("kept_from", LocalDate.class),
                        row.getLong("turn")))
                .list();
    }

    /** Whether there are marks to deal with, or facts from before the first. */
    public boolean marked(Handle handle, Claim claim) {
        return !marks(handle, claim).isEmpty() || !first(handle, claim).equals(claim.from());
    }

    /** Gives up the sums of marked months and returns the claim as it is then; nothing when another release was faster. */
    public Optional<Claim> clear(Handle transaction, Claim claim) {
        LocalDate first = first(transaction, claim);
        List<Mark> marks = marks(transaction, claim);
        int turned = transaction
                .createUpdate(TURN)
                .bind("agency", claim.agency())
                .bind("turn", claim.turn())
                .bind("first", first)
                .execute();
        if (turned == 0) {
            return Optional.empty();
        }
        marks.forEach(mark -> {
            transaction.execute(FORGET, claim.agency(), mark.from(), mark.to());
            transaction.execute("DELETE FROM procedures.report_stale WHERE id = ?", mark.id());
        });
        return Optional.of(new Claim(claim.agency(), claim.to(), first, claim.turn() + 1));
    }

    private static List<Mark> marks(Handle handle, Claim claim) {
        return handle.createQuery(MARKS)
                .bind(0, claim.agency())
                .map((row, context) -> new Mark(
                        row.getLong("id"),
                        row.getObject("month_from", LocalDate.class),
                        row.getObject("month_to", LocalDate.class)))
                .list();
    }

    private record Mark(long id, LocalDate from, LocalDate to) {}

    /** Never later than before: a month without facts has sums of nothing. */
    private static LocalDate first(Handle handle, Claim claim) {
        return handle.createQuery(FIRST)
                .bind(0, claim.agency())
                .map((row, context) -> Optional.ofNullable(row.getObject("first_at", LocalDateTime.class)))
                .one()
                .map(StaleMonths::month)
                .filter(month -> month.isBefore(claim.from()))
                .orElse(claim.from());
    }

    /** The claimed months that are to be counted, in order. */
    public List<LocalDate> missing(Handle handle, Claim claim) {
        Set<LocalDate> kept = new HashSet<>(kept(handle, claim));
        return claim.from()
                .datesUntil(claim.to())
                .filter(day -> day.getDayOfMonth() == 1 && !kept.contains(day))
                .toList();
    }

    public List<LocalDate> kept(Handle handle, Claim claim) {
        return handle.createQuery(KEPT)
                .bind(0, claim.agency())
                .map((row, context) -> row.getObject("month_from", LocalDate.class))
                .list();
    }
}
