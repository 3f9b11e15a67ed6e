package vn.kientao.reform.steering.store.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportAction;
import vn.kientao.reform.steering.domain.report.ReportFilter;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.domain.report.ReportScope;
import vn.kientao.reform.steering.domain.report.ReportState;
import vn.kientao.reform.steering.store.Happenings;

/** Reads and writes {@code steering.report} and its events. */
public final class ReportRows {
    private static final String ALL = """
            SELECT r.id, r.version, r.code, r.agency, r.scope, r.kind, r.report_year, r.edition, r.period_from, r.period_to, r.due,
                   r.internal_due, r.state, r.counted_at, r.submitted_at, r.symbol, r.issued_on,
                   r.published_on
              FROM steering.report r
            """;
    private static final String LAST = ALL + """
             WHERE r.agency = :agency AND r.scope = :scope AND r.kind = :kind AND r.report_year = :year
             ORDER BY r.edition DESC
             FETCH FIRST 1 ROW ONLY
            """;
    private static final String LAST_PUBLISHED = """
            r.published_on IS NOT NULL
             AND NOT EXISTS (SELECT 1
                               FROM steering.report o
                              WHERE o.agency = r.agency AND o.scope = r.scope AND o.kind = r.kind
                                AND o.report_year = r.report_year AND o.edition > r.edition AND o.published_on IS NOT NULL)
            """;
    private static final String ADD = """
            INSERT INTO steering.report (
                   version, code, agency, scope, kind, report_year, edition, period_from, period_to, due, internal_due, state,
                   folded, counted_at, symbol)
            VALUES (1, :code, :agency, :scope, :kind, :year, :edition, :from, :to, :due, :internalDue, :state,
                   :folded, :countedAt, '')
            """;
    private static final String CHANGE = """
            UPDATE steering.report
               SET version = version + 1, state = :state, counted_at = :countedAt, submitted_at = :submittedAt,
                   symbol = :symbol, issued_on = :issuedOn, published_on = :publishedOn
             WHERE id = :id AND version = :version
            """;

    private final Happenings<ReportAction> happenings =
            new Happenings<>("steering.report_event", "report_id", ReportAction::valueOf);

    public Optional<PeriodicReport> find(Handle handle, String code) {
        return handle.createQuery(ALL + " WHERE r.code = ?")
                .bind(0, code)
                .map((row, context) -> report(row))
                .findOne();
    }

    /** The latest edition of an agency's report; empty when it has made none. */
    public Optional<PeriodicReport> last(Handle handle, String agency, ReportScope scope, ReportKind kind, int year) {
        return handle.createQuery(LAST)
                .bind("agency", agency)
                .bind("scope", scope.name())
                .bind("kind", kind.name())
                .bind("year", year)
                .map((row, context) -> report(row))
                .findOne();
    }

    /** All reports of agencies about a period, the latest edition last. */
    public List<PeriodicReport> ofPeriod(Handle handle, ReportKind kind, int year) {
        return handle.createQuery(
                        ALL + " WHERE r.scope = 'AGENCY' AND r.kind = ? AND r.report_year = ? ORDER BY r.edition")
                .bind(0, kind.name())
                .bind(1, year)
                .map((row, context) -> report(row))
                .list();
    }

    /** The published editions of the report of an agency about a period, the oldest first. */
    public List<PeriodicReport> published(Handle handle, PeriodicReport one) {
        return handle.createQuery(ALL + """
                         WHERE r.agency = ? AND r.scope = ? AND r.kind = ? AND r.report_year = ? AND r.published_on IS NOT NULL
                         ORDER BY r.edition
                        """)
                .bind(0, one.agency())
                .bind(1, one.scope().name())
                .bind(2, one.kind().name())
                .bind(3, one.year())
                .map((row, context) -> report(row))
                .list();
    }

    /** The codes of the agencies of which a report is published. */
    public List<String> publishers(Handle handle) {
        return handle.createQuery(
                        "SELECT DISTINCT r.agency FROM steering.report r WHERE r.published_on IS NOT NULL ORDER BY"
                                + " r.agency")
                .mapTo(String.class)
                .list();
    }

    /** A page of those that everybody may read, the last published edition of each, the newest on top. */
    public List<PeriodicReport> published(Handle handle, ReportFilter filter, long before, int most) {
        return page(handle, filter, before, most, List.of(LAST_PUBLISHED));
    }

    /** A page of a list, the newest on top, with smaller ids than {@code before}. */
    public List<PeriodicReport> page(Handle handle, ReportFilter filter, long before, int most) {
        return page(handle, filter, before, most, List.of());
    }

    private static List<PeriodicReport> page(
            Handle handle, ReportFilter filter, long before, int most, List<String> conditions) {
        List<String> parts = new ArrayList<>(conditions);
        parts.add("r.id < :before");
        Map<String, Object> values = new HashMap<>(Map.of("before", before, "most", most));
        if (!filter.agencies().isEmpty()) {
            parts.add("r.agency IN (<agencies>)");
        }
        filter.kind().ifPresent(kind -> {
            parts.add("r.kind = :kind");
            values.put("kind", kind.name());
        });
        filter.state().ifPresent(state -> {
            parts.add("r.state = :state");
            values.put("state", state.name());
        });
        filter.year().ifPresent(year -> {
            parts.add("r.report_year = :year");
            values.put("year", year);
        });
        if (!filter.words().isEmpty()) {
            parts.add("r.folded LIKE :words ESCAPE '!'");
            values.put("words", "%" + filter.words().replaceAll("([!%_])", "!$1") + "%");
        }
        var query = handle.createQuery(ALL + " WHERE " + String.join(" AND ", parts)
                        + " ORDER BY r.id DESC FETCH FIRST :most ROWS ONLY")
                .bindMap(values);
        if (!filter.agencies().isEmpty()) {
            query.bindList("agencies", List.copyOf(filter.agencies()));
        }
        return query.map((row, context) -> report(row)).list();
    }

    /** Adds a report and answers with it. */
    public PeriodicReport add(Handle transaction, PeriodicReport one, String folded) {
        transaction
                .createUpdate(ADD)
                .bind("code", one.code())
                .bind("agency", one.agency())
                .bind("scope", one.scope().name())
                .bind("kind", one.kind().name())
                .bind("year", one.year())
                .bind("edition", one.edition())
                .bind("from", one.period().from())
                .bind("to", one.period().to())
                .bind("due", one.due())
                .bind("internalDue", one.internalDue())
                .bind("state", one.state().name())
                .bind("folded", folded)
                .bind("countedAt", one.countedAt())
                .execute();
        return find(transaction, one.code()).orElseThrow();
    }

    /** Writes what steps change; false when somebody changed it meanwhile. */
    public boolean change(Handle transaction, PeriodicReport one) {
        return transaction
                        .createUpdate(CHANGE)
                        .bind("state", one.state().name())
                        .bind("countedAt", one.countedAt())
                        .bind("submittedAt", one.submittedAt().orElse(null))
                        .bind("symbol", one.symbol())
                        .bind("issuedOn", one.issuedOn().orElse(null))
                        .bind("publishedOn", one.publishedOn().orElse(null))
                        .bind("id", one.id())
                        .bind("version", one.version())
                        .execute()
                == 1;
    }

    /** What happened, oldest first. */
    public List<Happening<ReportAction>> events(Handle handle, long report) {
        return happenings.of(handle, report);
    }

    public void add(Handle transaction, long report, Happening<ReportAction> event) {
        happenings.add(transaction, report, event);
    }

    private static PeriodicReport report(ResultSet row) throws SQLException {
        return new PeriodicReport(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("code"),
                row.getString("agency"),
                ReportScope.valueOf(row.getString("scope")),
                ReportKind.valueOf(row.getString("kind")),
                row.getInt("report_year"),
                row.getInt("edition"),
                new Period(row.getObject("period_from", LocalDate.class), row.getObject("period_to", LocalDate.class)),
                row.getObject("due", LocalDate.class),
                row.getObject("internal_due", LocalDate.class),
                ReportState.valueOf(row.getString("state")),
                row.getObject("counted_at", LocalDateTime.class),
                Optional.ofNullable(row.getObject("submitted_at", LocalDateTime.class)),
                row.getString("symbol"),
                Optional.ofNullable(row.getObject("issued_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("published_on", LocalDate.class)));
    }
}
