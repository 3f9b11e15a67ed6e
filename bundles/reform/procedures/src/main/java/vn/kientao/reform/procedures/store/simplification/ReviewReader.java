package vn.kientao.reform.procedures.store.simplification;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.simplification.Cost;
import vn.kientao.reform.procedures.domain.simplification.CostTask;
import vn.kientao.reform.procedures.domain.simplification.Criterion;
import vn.kientao.reform.procedures.domain.simplification.Opinion;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;
import vn.kientao.reform.procedures.domain.simplification.ReviewStep;
import vn.kientao.reform.procedures.domain.simplification.SendingRule;
import vn.kientao.reform.procedures.domain.simplification.Side;
import vn.kientao.reform.procedures.domain.simplification.Stage;

/** Reads plans and sheets of an agency. */
public final class ReviewReader {
    private static final String PLANS = """
            SELECT p.id, p.version, p.agency_code, p.plan_year, p.title, p.sent_on,
                   (SELECT COUNT(*) FROM procedures.review_sheet s
                     WHERE s.agency_code = p.agency_code AND s.plan_id = p.id) AS sheets
              FROM procedures.review_plan p
             WHERE p.agency_code = :agency
            """;
    private static final String SHEETS = """
            SELECT s.id, s.version, s.agency_code, s.plan_id, s.procedure_code, s.procedure_name, s.stage, s.sent_by,
                   s.necessity, s.necessity_note, s.reasonableness, s.reasonableness_note, s.legality, s.legality_note,
                   s.cost, s.cost_note, s.proposal
              FROM procedures.review_sheet s
             WHERE s.agency_code = :agency
            """;

    /** The plans, newest year first, below the one with that year and id. */
    public List<ReviewPlan> plans(Handle handle, String agency, int belowYear, long belowId, int most) {
        return handle.createQuery(PLANS + """
                   AND (p.plan_year < :year OR (p.plan_year = :year AND p.id < :id))
                 ORDER BY p.agency_code DESC, p.plan_year DESC, p.id DESC
                 FETCH FIRST :most ROWS ONLY
                """)
                .bind("agency", agency)
                .bind("year", belowYear)
                .bind("id", belowId)
                .bind("most", most)
                .map((row, context) -> plan(row))
                .list();
    }

    public Optional<ReviewPlan> plan(Handle handle, String agency, long id) {
        return handle.createQuery(PLANS + " AND p.id = :id")
                .bind("agency", agency)
                .bind("id", id)
                .map((row, context) -> plan(row))
                .findOne();
    }

    public Optional<Long> planByOnceKey(Handle handle, String agency, String key) {
        return handle.createQuery(
                        "SELECT id FROM procedures.review_plan WHERE agency_code = :agency AND once_key = :key")
                .bind("agency", agency)
                .bind("key", key)
                .mapTo(Long.class)
                .findOne();
    }

    /** The rule for plans of a year; the youngest in force on its first day. */
    public Optional<SendingRule> rule(Handle handle, int year) {
        return handle.createQuery("""
                SELECT due_month, due_day, legal_basis
                  FROM procedures.review_rule
                 WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
                 ORDER BY valid_from DESC
                 FETCH FIRST 1 ROWS ONLY
                """)
                .bind("day", LocalDate.of(year, 1, 1))
                .map((row, context) -> new SendingRule(
                        MonthDay.of(row.getInt("due_month"), row.getInt("due_day")), row.getString("legal_basis")))
                .findOne();
    }

    /** The sheets of a plan in order of the procedures' codes, above that code; without their steps. */
    public List<ReviewSheet> sheets(Handle handle, String agency, long plan, String aboveCode, int most) {
        List<ReviewSheet> bare = handle.createQuery(SHEETS + """
                   AND s.plan_id = :plan AND s.procedure_code > :above
                 ORDER BY s.agency_code, s.plan_id, s.procedure_code
                 FETCH FIRST :most ROWS ONLY
                """)
                .bind("agency", agency)
                .bind("plan", plan)
                .bind("above", aboveCode)
                .bind("most", most)
                .map((row, context) -> sheet(row, Map.of(), List.of()))
                .list();
        Map<Long, Map<Side, Cost>> costs =
                costs(handle, bare.stream().map(ReviewSheet::id).toList());
        return bare.stream()
                .map(sheet -> with(sheet, costs.getOrDefault(sheet.id(), Map.of()), List.of()))
                .toList();
    }

    public Optional<ReviewSheet> sheet(Handle handle, String agency, long id) {
        return handle.createQuery(SHEETS + " AND s.id = :id")
                .bind("agency", agency)
                .bind("id", id)
                .map((row, context) -> sheet(row, Map.of(), List.of()))
                .findOne()
                .map(bare -> with(bare, costs(handle, List.of(id)).getOrDefault(id, Map.of()), steps(handle, id)));
    }

    private static List<ReviewStep> steps(Handle handle, long sheet) {
        return handle.createQuery("""
                SELECT stage, happened, account, who, note FROM procedures.review_step
                 WHERE sheet_id = :sheet ORDER BY step_number
                """)
                .bind("sheet", sheet)
                .map((row, context) -> new ReviewStep(
                        Stage.valueOf(row.getString("stage")),
                        row.getObject("happened", LocalDateTime.class),
                        row.getString("account"),
                        row.getString("who"),
                        row.getString("note")))
                .list();
    }

    private record Placed(long sheet, Side side, CostTask task) {}

    private record Volume(long sheet, Side side, BigDecimal times, long subjects) {}

    private static Map<Long, Map<Side, Cost>> costs(Handle handle, List<Long> sheets) {
        if (sheets.isEmpty()) {
            return Map.of();
        }
        List<Placed> tasks = handle.createQuery("""
                SELECT sheet_id, side, task, hours, people, hourly_income, service, fee, other
                  FROM procedures.review_task WHERE sheet_id IN (<sheets>) ORDER BY sheet_id, side, task_number
                """)
                .bindList("sheets", sheets)
                .map((row, context) -> placed(row))
                .list();
        List<Volume> volumes = handle.createQuery("""
                SELECT sheet_id, side, times_a_year, subjects FROM procedures.review_volume WHERE sheet_id IN (<sheets>)
                """)
                .bindList("sheets", sheets)
                .map((row, context) -> new Volume(
                        row.getLong("sheet_id"),
                        Side.valueOf(row.getString("side")),
                        row.getBigDecimal("times_a_year"),
                        row.getLong("subjects")))
                .list();
        Map<Long, Map<Side, Cost>> costs = new HashMap<>();
        for (Volume volume : volumes) {
            List<CostTask> own = tasks.stream()
                    .filter(one -> one.sheet() == volume.sheet() && one.side() == volume.side())
                    .map(Placed::task)
                    .toList();
            costs.computeIfAbsent(volume.sheet(), id -> new EnumMap<>(Side.class))
                    .put(volume.side(), new Cost(own, volume.times(), volume.subjects()));
        }
        return costs;
    }

    private static Placed placed(ResultSet row) throws SQLException {
        return new Placed(
                row.getLong("sheet_id"),
                Side.valueOf(row.getString("side")),
                new CostTask(
                        row.getString("task"),
                        row.getBigDecimal("hours"),
                        row.getBigDecimal("people"),
                        row.getLong("hourly_income"),
                        row.getLong("service"),
                        row.getLong("fee"),
                        row.getLong("other")));
    }

    private static ReviewPlan plan(ResultSet row) throws SQLException {
        return new ReviewPlan(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("agency_code"),
                row.getInt("plan_year"),
                row.getString("title"),
                Optional.ofNullable(row.getObject("sent_on", LocalDate.class)),
                row.getInt("sheets"));
    }

    private static ReviewSheet sheet(ResultSet row, Map<Side, Cost> costs, List<ReviewStep> steps) throws SQLException {
        Map<Criterion, Opinion> opinions = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            opinions.put(
                    criterion,
                    new Opinion(
                            Opinion.Verdict.valueOf(row.getString(criterion.word())),
                            row.getString(criterion.word() + "_note")));
        }
        return new ReviewSheet(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("agency_code"),
                row.getLong("plan_id"),
                row.getString("procedure_code"),
                row.getString("procedure_name"),
                Stage.valueOf(row.getString("stage")),
                row.getString("sent_by"),
                opinions,
                row.getString("proposal"),
                costs,
                steps);
    }

    private static ReviewSheet with(ReviewSheet bare, Map<Side, Cost> costs, List<ReviewStep> steps) {
        return new ReviewSheet(
                bare.id(),
                bare.version(),
                bare.agency(),
                bare.plan(),
                bare.procedure(),
                bare.name(),
                bare.stage(),
                bare.sentBy(),
                bare.opinions(),
                bare.proposal(),
                costs,
                new ArrayList<>(steps));
    }
}
