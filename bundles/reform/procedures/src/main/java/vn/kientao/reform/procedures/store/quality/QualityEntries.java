package vn.kientao.reform.procedures.store.quality;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.reform.procedures.domain.quality.Points;
import vn.kientao.reform.procedures.domain.quality.QualityEntry;
import vn.kientao.reform.procedures.domain.quality.QualityIndex;

/** What people entered about quality. */
public final class QualityEntries {
    private static final String ADD = """
            INSERT INTO procedures.quality_entry (
                   agency_code, once_key, account, quality_index, happened_on, with_two, with_one, with_none, source,
                   entered_by, entered_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String MADE = """
            SELECT COUNT(*) AS made
              FROM procedures.quality_entry
             WHERE agency_code = ? AND once_key = ?
            """;
    private static final String OF_PERIOD = """
            SELECT account, quality_index, happened_on, with_two, with_one, with_none, source, entered_by, entered_at
              FROM procedures.quality_entry
             WHERE agency_code = ? AND happened_on BETWEEN ? AND ?
             ORDER BY happened_on, id
            """;

    public boolean made(Handle handle, String agency, String onceKey) {
        return handle.createQuery(MADE)
                        .bind(0, agency)
                        .bind(1, onceKey)
                        .map((row, context) -> row.getInt("made"))
                        .one()
                > 0;
    }

    public void add(Handle transaction, String agency, QualityEntry entry, Optional<String> onceKey) {
        transaction.execute(
                ADD,
                agency,
                onceKey.orElse(null),
                entry.account(),
                entry.index().number(),
                entry.day(),
                entry.points().withTwo(),
                entry.points().withOne(),
                entry.points().withNone(),
                entry.source(),
                entry.enteredBy(),
                entry.enteredAt());
    }

    /** Those of a period, in order of the day. */
    public List<QualityEntry> of(Handle handle, String agency, Period period) {
        return handle.createQuery(OF_PERIOD)
                .bind(0, agency)
                .bind(1, period.from())
                .bind(2, period.to())
                .map((row, context) -> new QualityEntry(
                        row.getString("account"),
                        QualityIndex.of(row.getInt("quality_index")).orElseThrow(),
                        row.getObject("happened_on", LocalDate.class),
                        new Points(row.getInt("with_two"), row.getInt("with_one"), row.getInt("with_none")),
                        row.getString("source"),
                        row.getString("entered_by"),
                        row.getObject("entered_at", LocalDateTime.class)))
                .list();
    }
}
