package vn.kientao.platform.directory.store;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.directory.domain.AgencyHours;
import vn.kientao.platform.directory.domain.CalendarChange;
import vn.kientao.platform.directory.domain.ExceptionalDay;
import vn.kientao.platform.directory.domain.OfficeHours;

/** Exceptional days in {@code directory.calendar_day} and office hours in {@code directory.office_hours}. */
public final class CalendarRepository {

    /** Every exceptional day, in order. */
    public List<ExceptionalDay> all(Handle handle) {
        return handle.createQuery("""
                SELECT falls_on, kind, name_vi, name_en, legal_basis
                  FROM directory.calendar_day
                 ORDER BY falls_on
                """)
                .map((row, context) -> new ExceptionalDay(
                        row.getObject("falls_on", LocalDate.class),
                        ExceptionalDay.kind(row.getString("kind")).orElseThrow(),
                        new LocalText(row.getString("name_vi"), row.getString("name_en")),
                        row.getString("legal_basis")))
                .list();
    }

    /** Office hours by the first day on which they hold. */
    public NavigableMap<LocalDate, OfficeHours> officeHours(Handle handle) {
        NavigableMap<LocalDate, OfficeHours> hours = new TreeMap<>();
        handle.createQuery("""
                SELECT valid_from, spans
                  FROM directory.office_hours
                """)
                .map((row, context) -> hours.put(
                        row.getObject("valid_from", LocalDate.class), OfficeHours.parse(row.getString("spans"))))
                .forEach(earlier -> {});
        return hours;
    }

    /** Office hours of agencies, the newest first. */
    public List<AgencyHours> agencyHours(Handle handle) {
        return handle.createQuery("""
                SELECT agency_code, valid_from, valid_to, spans, legal_basis
                  FROM directory.agency_office_hours
                 ORDER BY agency_code, valid_from DESC
                """)
                .map((row, context) -> new AgencyHours(
                        row.getString("agency_code"),
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                        OfficeHours.parse(row.getString("spans")),
                        row.getString("legal_basis")))
                .list();
    }

    /** What holds after {@code last} ends then; what would only begin later is taken away. */
    public void endHours(Handle handle, String agency, LocalDate last) {
        handle.createUpdate("""
                DELETE FROM directory.agency_office_hours
                 WHERE agency_code = :agency AND valid_from > :last
                """).bind("agency", agency).bind("last", last).execute();
        handle.createUpdate("""
                UPDATE directory.agency_office_hours
                   SET valid_to = :last
                 WHERE agency_code = :agency AND (valid_to IS NULL OR valid_to > :last)
                """).bind("agency", agency).bind("last", last).execute();
    }

    public void setHours(Handle handle, AgencyHours hours) {
        handle.createUpdate("""
                INSERT INTO directory.agency_office_hours (agency_code, valid_from, valid_to, spans, legal_basis)
                VALUES (:agency, :from, :to, :spans, :legalBasis)
                """)
                .bind("agency", hours.agency())
                .bind("from", hours.from())
                .bind("to", hours.to().orElse(null))
                .bind("spans", hours.hours().text())
                .bind("legalBasis", hours.legalBasis())
                .execute();
    }

    /** Makes the change, whatever the day was before. */
    public void apply(Handle handle, CalendarChange change) {
        if (change.becomes().isEmpty()) {
            handle.createUpdate("""
                    DELETE FROM directory.calendar_day
                     WHERE falls_on = :day
                    """).bind("day", change.day()).execute();
            return;
        }
        ExceptionalDay day = change.becomes().get();
        int updated = bound(handle.createUpdate("""
                UPDATE directory.calendar_day
                   SET kind = :kind, name_vi = :nameVi, name_en = :nameEn, legal_basis = :legalBasis
                 WHERE falls_on = :day
                """), day).execute();
        if (updated == 0) {
            bound(handle.createUpdate("""
                    INSERT INTO directory.calendar_day (falls_on, kind, name_vi, name_en, legal_basis)
                    VALUES (:day, :kind, :nameVi, :nameEn, :legalBasis)
                    """), day).execute();
        }
    }

    private static <S extends SqlStatement<S>> S bound(S statement, ExceptionalDay day) {
        return statement
                .bind("day", day.day())
                .bind("kind", ExceptionalDay.word(day.kind()))
                .bind("nameVi", day.name().vi())
                .bind("nameEn", day.name().en())
                .bind("legalBasis", day.legalBasis());
    }
}
