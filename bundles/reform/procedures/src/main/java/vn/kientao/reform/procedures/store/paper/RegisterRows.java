package vn.kientao.reform.procedures.store.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.paper.RegisterRow;

/** Reads the lines of the register, and those of the results of a day. */
public final class RegisterRows {
    private static final String COLUMNS = """
            SELECT id, code, procedure_name, sets, applicant_name, owner_name, applicant_address, owner_address,
                   applicant_phone, place, received_at, due_at, finished_at, handed_over_at, result_by, handed_to,
                   result_number, status, supplements, re_appointments
              FROM procedures.dossier
            """;
    private static final String RECEIVED = COLUMNS + """
             WHERE agency_code = :agency
               AND received_at >= :from AND received_at < :before
               AND (received_at > :afterTime OR (received_at = :afterTime AND id > :afterId))
             ORDER BY agency_code, received_at, id
             FETCH FIRST :size ROWS ONLY
            """;
    private static final String FINISHED = COLUMNS + """
             WHERE agency_code = :agency AND finished_at >= :from AND finished_at < :before
             ORDER BY agency_code, finished_at, id
             FETCH FIRST :size ROWS ONLY
            """;

    /**
     * Dossiers received in a year, in that order.
     *
     * @param after the last row of the page before
     */
    public List<RegisterRow> received(Handle handle, String agency, int year, Optional<RegisterRow> after, int size) {
        LocalDateTime from = LocalDate.of(year, 1, 1).atStartOfDay();
        return handle.createQuery(RECEIVED)
                .bind("agency", agency)
                .bind("from", from)
                .bind("before", from.plusYears(1))
                .bind("afterTime", after.map(RegisterRow::receivedAt).orElse(from.minusDays(1)))
                .bind("afterId", after.map(RegisterRow::id).orElse(0L))
                .bind("size", size)
                .map((row, context) -> row(row))
                .list();
    }

    /** Dossiers whose result was ready on a day. */
    public List<RegisterRow> finished(Handle handle, String agency, LocalDate day, int size) {
        return handle.createQuery(FINISHED)
                .bind("agency", agency)
                .bind("from", day.atStartOfDay())
                .bind("before", day.plusDays(1).atStartOfDay())
                .bind("size", size)
                .map((row, context) -> row(row))
                .list();
    }

    /** What the last column of the book tells: a date or a set of papers that changed, and an end without a result. */
    private static List<String> remarks(ResultSet row) throws SQLException {
        List<String> remarks = new ArrayList<>();
        if (row.getInt("supplements") > 0) {
            remarks.add("supplemented");
        }
        if (row.getInt("re_appointments") > 0) {
            remarks.add("re-appointed");
        }
        switch (DossierStatus.of(row.getInt("status"))) {
            case REFUSED -> remarks.add("refused");
            case WITHDRAWN -> remarks.add("withdrawn");
            case STOPPED -> remarks.add("stopped");
            default -> {}
        }
        return remarks;
    }

    private static RegisterRow row(ResultSet row) throws SQLException {
        Optional<String> owner = Optional.ofNullable(row.getString("owner_name"));
        return new RegisterRow(
                row.getLong("id"),
                row.getString("code"),
                row.getString("procedure_name"),
                row.getInt("sets"),
                owner.orElse(row.getString("applicant_name")),
                owner.isPresent() ? row.getString("owner_address") : row.getString("applicant_address"),
                row.getString("applicant_phone"),
                row.getString("place"),
                row.getObject("received_at", LocalDateTime.class),
                row.getObject("due_at", LocalDateTime.class),
                Optional.ofNullable(row.getObject("finished_at", LocalDateTime.class)),
                Optional.ofNullable(row.getObject("handed_over_at", LocalDateTime.class)),
                DossierChannel.of(row.getInt("result_by")),
                row.getString("handed_to"),
                Optional.ofNullable(row.getString("result_number")).orElse(""),
                remarks(row));
    }
}
