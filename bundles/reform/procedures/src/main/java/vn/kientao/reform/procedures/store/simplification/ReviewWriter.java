package vn.kientao.reform.procedures.store.simplification;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import vn.kientao.reform.procedures.domain.simplification.Cost;
import vn.kientao.reform.procedures.domain.simplification.CostTask;
import vn.kientao.reform.procedures.domain.simplification.Criterion;
import vn.kientao.reform.procedures.domain.simplification.Opinion;
import vn.kientao.reform.procedures.domain.simplification.ReviewStep;
import vn.kientao.reform.procedures.domain.simplification.Side;
import vn.kientao.reform.procedures.domain.simplification.Stage;

/** Writes plans and sheets; a sheet is only changed from the version that was seen. */
public final class ReviewWriter {

    public long addPlan(Handle handle, String agency, int year, String title, Optional<String> onceKey) {
        return handle.createUpdate("""
                INSERT INTO procedures.review_plan (version, agency_code, plan_year, title, once_key)
                VALUES (1, :agency, :year, :title, :key)
                """)
                .bind("agency", agency)
                .bind("year", year)
                .bind("title", title)
                .bind("key", onceKey.orElse(null))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** False when it was sent before. */
    public boolean send(Handle handle, long plan, LocalDate day) {
        return handle.createUpdate("""
                        UPDATE procedures.review_plan SET version = version + 1, sent_on = :day
                         WHERE id = :id AND sent_on IS NULL
                        """).bind("day", day).bind("id", plan).execute() == 1;
    }

    /** Empty when the procedure stands in the plan already. */
    public Optional<Long> addSheet(Handle handle, String agency, long plan, String procedure, String name) {
        boolean there = handle.createQuery(
                                "SELECT COUNT(*) FROM procedures.review_sheet WHERE plan_id = :plan AND procedure_code = :code")
                        .bind("plan", plan)
                        .bind("code", procedure)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (there) {
            return Optional.empty();
        }
        return Optional.of(handle.createUpdate("""
                INSERT INTO procedures.review_sheet (
                       version, agency_code, plan_id, procedure_code, procedure_name, stage, sent_by, necessity,
                       necessity_note, reasonableness, reasonableness_note, legality, legality_note, cost, cost_note,
                       proposal)
                VALUES (1, :agency, :plan, :code, :name, 'PLANNED', '', 'OPEN', '', 'OPEN', '', 'OPEN', '', 'OPEN', '', '')
                """)
                .bind("agency", agency)
                .bind("plan", plan)
                .bind("code", procedure)
                .bind("name", name)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    /** Keeps what was found and what is proposed; false when the sheet is at another version by now. */
    public boolean findings(Handle handle, long sheet, long seen, Map<Criterion, Opinion> opinions, String proposal) {
        Update update = handle.createUpdate("""
                UPDATE procedures.review_sheet
                   SET version = version + 1, proposal = :proposal,
                       necessity = :necessity, necessity_note = :necessityNote,
                       reasonableness = :reasonableness, reasonableness_note = :reasonablenessNote,
                       legality = :legality, legality_note = :legalityNote, cost = :cost, cost_note = :costNote
                 WHERE id = :id AND version = :seen
                """)
                .bind("proposal", proposal)
                .bind("id", sheet)
                .bind("seen", seen);
        for (Criterion criterion : Criterion.values()) {
            Opinion opinion = opinions.getOrDefault(criterion, Opinion.NONE);
            update.bind(criterion.word(), opinion.verdict().name());
            update.bind(criterion.word() + "Note", opinion.note());
        }
        return update.execute() == 1;
    }

    /** Puts the costs of one side in the place of those before; false when the sheet is at another version by now. */
    public boolean costs(Handle handle, long sheet, long seen, Side side, Cost cost) {
        if (!seen(handle, sheet, seen)) {
            return false;
        }
        handle.execute("DELETE FROM procedures.review_task WHERE sheet_id = ? AND side = ?", sheet, side.name());
        handle.execute("DELETE FROM procedures.review_volume WHERE sheet_id = ? AND side = ?", sheet, side.name());
        handle.execute(
                "INSERT INTO procedures.review_volume (sheet_id, side, times_a_year, subjects) VALUES (?, ?, ?, ?)",
                sheet,
                side.name(),
                cost.timesAYear(),
                cost.subjects());
        PreparedBatch rows = handle.prepareBatch("""
                INSERT INTO procedures.review_task (
                       sheet_id, side, task_number, task, hours, people, hourly_income, service, fee, other)
                VALUES (:sheet, :side, :number, :task, :hours, :people, :income, :service, :fee, :other)
                """);
        int number = 0;
        for (CostTask task : cost.tasks()) {
            number++;
            rows.bind("sheet", sheet)
                    .bind("side", side.name())
                    .bind("number", number)
                    .bind("task", task.task())
                    .bind("hours", task.hours())
                    .bind("people", task.people())
                    .bind("income", task.hourlyIncome())
                    .bind("service", task.service())
                    .bind("fee", task.fee())
                    .bind("other", task.other())
                    .add();
        }
        if (number > 0) {
            rows.execute();
        }
        return true;
    }

    private static boolean seen(Handle handle, long sheet, long seen) {
        return handle.execute(
                        "UPDATE procedures.review_sheet SET version = version + 1 WHERE id = ? AND version = ?",
                        sheet,
                        seen)
                == 1;
    }

    /** Takes the sheet to a stage; false when it is at another version by now. */
    public boolean move(Handle handle, long sheet, long seen, Stage to, String sentBy) {
        return handle.execute(
                        "UPDATE procedures.review_sheet SET version = version + 1, stage = ?, sent_by = ?"
                                + " WHERE id = ? AND version = ?",
                        to.name(),
                        sentBy,
                        sheet,
                        seen)
                == 1;
    }

    public void step(Handle handle, long sheet, ReviewStep step) {
        handle.execute("""
                INSERT INTO procedures.review_step (sheet_id, step_number, stage, happened, account, who, note)
                VALUES (?, (SELECT COUNT(*) + 1 FROM procedures.review_step s WHERE s.sheet_id = ?), ?, ?, ?, ?, ?)
                """, sheet, sheet, step.stage().name(), step.at(), step.account(), step.who(), step.note());
    }
}
