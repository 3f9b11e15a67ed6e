package vn.kientao.reform.steering.store.inspection;

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
import org.jdbi.v3.core.statement.Query;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.inspection.Notice;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.domain.inspection.VisitAction;
import vn.kientao.reform.steering.domain.inspection.VisitFilter;
import vn.kientao.reform.steering.domain.inspection.VisitState;
import vn.kientao.reform.steering.store.Happenings;

/** Reads and writes {@code steering.visit} and its events. */
public final class VisitRows {
    private static final String ALL = """
            SELECT v.id, v.version, v.code, v.plan_id, v.inspector, v.agency, v.visit_on, v.team, v.content, v.state,
                   v.self_report, v.self_reported, v.conclusion, v.symbol, v.noticed_on, v.remedy_due, v.remedy_reported,
                   v.closed_on
              FROM steering.visit v
            """;
    private static final String OVERDUE = "v.state = 'NOTICED' AND v.remedy_due < :today";
    private static final String ADD = """
            INSERT INTO steering.visit (
                   version, code, plan_id, inspector, agency, visit_on, visit_year, team, content, folded, state, open_visit,
                   self_report, conclusion, symbol, overdue_told)
            VALUES (1, :code, :plan, :inspector, :agency, :on, :year, :team, :content, :folded, 'PLANNED', TRUE, '', '', '', FALSE)
            """;
    private static final String CHANGE = """
            UPDATE steering.visit
               SET version = version + 1, state = :state, open_visit = :open, self_report = :selfReport,
                   self_reported = :selfReported, conclusion = :conclusion, symbol = :symbol, noticed_on = :noticedOn,
                   remedy_due = :remedyDue, remedy_reported = :remedyReported, closed_on = :closedOn
             WHERE id = :id AND version = :version
            """;

    private final Happenings<VisitAction> happenings =
            new Happenings<>("steering.visit_event", "visit_id", VisitAction::valueOf);

    public Optional<Visit> find(Handle handle, String code) {
        return handle.createQuery(ALL + " WHERE v.code = ?")
                .bind(0, code)
                .map((row, context) -> visit(row))
                .findOne();
    }

    /** A page of a list, the newest on top, with smaller ids than {@code before}. */
    public List<Visit> page(Handle handle, VisitFilter filter, long before, int most) {
        String sql = ALL + " WHERE " + condition(filter)
                + " AND v.id < :before ORDER BY v.id DESC FETCH FIRST :most ROWS ONLY";
        return bind(handle.createQuery(sql), filter)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> visit(row))
                .list();
    }

    /** How many visits a filter finds. */
    public long count(Handle handle, VisitFilter filter) {
        String sql = "SELECT COUNT(*) AS many FROM steering.visit v WHERE " + condition(filter);
        return bind(handle.createQuery(sql), filter)
                .map((row, context) -> row.getLong("many"))
                .one();
    }

    /** How many agencies were visited from one day to another. */
    public long visited(Handle handle, LocalDate from, LocalDate to) {
        return handle.createQuery("""
                        SELECT COUNT(DISTINCT v.agency) AS many
                          FROM steering.visit v
                         WHERE v.visit_on BETWEEN ? AND ? AND v.state NOT IN ('PLANNED', 'CANCELLED')
                        """)
                .bind(0, from)
                .bind(1, to)
                .map((row, context) -> row.getLong("many"))
                .one();
    }

    /** Which agencies a plan covers. */
    public List<String> covered(Handle handle, long plan) {
        return handle.createQuery(
                        "SELECT DISTINCT v.agency FROM steering.visit v WHERE v.plan_id = ? AND v.state <> 'CANCELLED'")
                .bind(0, plan)
                .map((row, context) -> row.getString("agency"))
                .list();
    }

    /** Those whose remedy is overdue since the last time somebody was told. */
    public List<Visit> overdueUntold(Handle handle, LocalDate today, int most) {
        return handle.createQuery(ALL + " WHERE v.open_visit AND NOT v.overdue_told AND " + OVERDUE
                        + " ORDER BY v.id FETCH FIRST :most ROWS ONLY")
                .bind("today", today)
                .bind("most", most)
                .map((row, context) -> visit(row))
                .list();
    }

    /** Says that it is told from now on; false when it was told already. */
    public boolean told(Handle transaction, long id) {
        return transaction.execute(
                        "UPDATE steering.visit SET overdue_told = TRUE WHERE id = ? AND NOT overdue_told", id)
                == 1;
    }

    private static String condition(VisitFilter filter) {
        List<String> parts = new ArrayList<>();
        if (!filter.agencies().isEmpty()) {
            parts.add("(v.inspector IN (<agencies>) OR v.agency IN (<agencies>))");
        }
        filter.year().ifPresent(year -> parts.add("v.visit_year = :year"));
        filter.state().ifPresent(state -> parts.add("v.state = :state"));
        if (filter.overdue()) {
            parts.add(OVERDUE);
        }
        if (filter.open()) {
            parts.add("v.open_visit");
        }
        if (!filter.words().isEmpty()) {
            parts.add("v.folded LIKE :words ESCAPE '!'");
        }
        return parts.isEmpty() ? "1 = 1" : String.join(" AND ", parts);
    }

    private static Query bind(Query query, VisitFilter filter) {
        Map<String, Object> values = new HashMap<>();
        filter.year().ifPresent(year -> values.put("year", year));
        filter.state().ifPresent(state -> values.put("state", state.name()));
        if (filter.overdue()) {
            values.put("today", filter.today());
        }
        if (!filter.words().isEmpty()) {
            values.put("words", "%" + filter.words().replaceAll("([!%_])", "!$1") + "%");
        }
        query.bindMap(values);
        return filter.agencies().isEmpty() ? query : query.bindList("agencies", List.copyOf(filter.agencies()));
    }

    /** @param names of the agency that is visited, for the search */
    public void add(Handle transaction, Visit one, String names) {
        transaction
                .createUpdate(ADD)
                .bind("code", one.code())
                .bind("plan", one.plan())
                .bind("inspector", one.inspector())
                .bind("agency", one.agency())
                .bind("on", one.on())
                .bind("year", one.on().getYear())
                .bind("team", one.team())
                .bind("content", one.content())
                .bind("folded", Folding.fold(one.code() + " " + names + " " + one.content()))
                .execute();
    }

    /** What an agency planned with the same key. */
    public Optional<Visit> made(Handle handle, String inspector, String onceKey) {
        return handle.createQuery(ALL + """
                         WHERE v.code = (SELECT o.visit_code
                                           FROM steering.visit_once o
                                          WHERE o.inspector = ? AND o.once_key = ?)
                        """)
                .bind(0, inspector)
                .bind(1, onceKey)
                .map((row, context) -> visit(row))
                .findOne();
    }

    /** Says with which key a visit was planned. */
    public void once(Handle transaction, String inspector, String onceKey, String code) {
        transaction.execute(
                "INSERT INTO steering.visit_once (inspector, once_key, visit_code) VALUES (?, ?, ?)",
                inspector,
                onceKey,
                code);
    }

    /** Writes what steps change; false when somebody changed it meanwhile. */
    public boolean change(Handle transaction, Visit one) {
        return transaction
                        .createUpdate(CHANGE)
                        .bind("state", one.state().name())
                        .bind("open", one.state().open())
                        .bind("selfReport", one.selfReport())
                        .bind("selfReported", one.selfReported().orElse(null))
                        .bind("conclusion", one.notice().map(Notice::conclusion).orElse(""))
                        .bind("symbol", one.notice().map(Notice::symbol).orElse(""))
                        .bind("noticedOn", one.notice().map(Notice::on).orElse(null))
                        .bind("remedyDue", one.notice().map(Notice::remedyDue).orElse(null))
                        .bind("remedyReported", one.remedyReported().orElse(null))
                        .bind("closedOn", one.closedOn().orElse(null))
                        .bind("id", one.id())
                        .bind("version", one.version())
                        .execute()
                == 1;
    }

    /** What happened, oldest first. */
    public List<Happening<VisitAction>> events(Handle handle, long visit) {
        return happenings.of(handle, visit);
    }

    public void add(Handle transaction, long visit, Happening<VisitAction> event) {
        happenings.add(transaction, visit, event);
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("code"),
                row.getLong("plan_id"),
                row.getString("inspector"),
                row.getString("agency"),
                row.getObject("visit_on", LocalDate.class),
                row.getString("team"),
                row.getString("content"),
                VisitState.valueOf(row.getString("state")),
                row.getString("self_report"),
                Optional.ofNullable(row.getObject("self_reported", LocalDateTime.class)),
                notice(row),
                Optional.ofNullable(row.getObject("remedy_reported", LocalDateTime.class)),
                Optional.ofNullable(row.getObject("closed_on", LocalDate.class)));
    }

    private static Optional<Notice> notice(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("noticed_on", LocalDate.class);
        return on == null
                ? Optional.empty()
                : Optional.of(new Notice(
                        row.getString("conclusion"),
                        row.getString("symbol"),
                        on,
                        row.getObject("remedy_due", LocalDate.class)));
    }
}
