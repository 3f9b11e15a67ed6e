package vn.kientao.itests.security;

import java.util.List;
import java.util.function.UnaryOperator;

/** Tasks, obstacles, pilots and hand-overs of two agencies that have nothing to do with each other. */
final class SteeringSamples {
    /** Those who may see the steering of the whole province, whose the object may be. */
    static final List<String> SEE_THE_PROVINCE = List.of("standing-office", "chairman", "field-lead", "inspector");

    private static final String NOWHERE = "98765432";

    /** Runs a statement and tells the first value of its first row. */
    private final UnaryOperator<String> one;

    SteeringSamples(UnaryOperator<String> one) {
        this.one = one;
    }

    List<Samples.Sample> all() {
        Task ownTask = task(Samples.OWN_AGENCY);
        Task otherTask = task(Samples.OTHER_AGENCY);
        Obstacle own = obstacle(Samples.OWN_AGENCY);
        Obstacle other = obstacle(Samples.OTHER_AGENCY);
        Plan ownPlan = plan(Samples.OWN_AGENCY);
        Plan otherPlan = plan(Samples.OTHER_AGENCY);
        String openPlan = openPlan();
        openReport();
        String ownReport = report(Samples.OWN_AGENCY);
        String otherReport = report(Samples.OTHER_AGENCY);
        String ownVisit = visit(Samples.OWN_AGENCY);
        String otherVisit = visit(Samples.OTHER_AGENCY);
        String value = value();
        String shown = file("actual", value);
        return List.of(
                new Samples.Sample("/public/steering/plans/", openPlan, openPlan, NOWHERE),
                new Samples.Sample("/public/steering/reports/", "BC-OPEN-P-AX", "BC-OPEN-P-AX", "BC-1999-9999"),
                new Samples.Sample("/steering/tasks/", ownTask.code(), otherTask.code(), "NV-1999-9999"),
                new Samples.Sample("/tasks/{code}/files/", ownTask.file(), otherTask.file(), NOWHERE),
                new Samples.Sample("/tasks/{code}/urgings/", ownTask.urging(), otherTask.urging(), NOWHERE),
                new Samples.Sample("/steering/obstacles/", own.code(), other.code(), "VM-1999-9999"),
                new Samples.Sample("/obstacles/{code}/files/", own.file(), other.file(), NOWHERE),
                new Samples.Sample(
                        "/handover/runs/", handOver(Samples.OWN_AGENCY), handOver(Samples.OTHER_AGENCY), NOWHERE),
                new Samples.Sample(
                        "/steering/pilots/", pilot(Samples.OWN_AGENCY), pilot(Samples.OTHER_AGENCY), "TD-1999-9999"),
                new Samples.Sample(
                        "/task-imports/", taskImport(Samples.OWN_AGENCY), taskImport(Samples.OTHER_AGENCY), NOWHERE),
                new Samples.Sample("/steering/plans/", ownPlan.id(), otherPlan.id(), NOWHERE),
                new Samples.Sample("/plans/{plan}/items/", ownPlan.item(), otherPlan.item(), NOWHERE),
                new Samples.Sample("/plans/{plan}/import/", ownPlan.sheet(), otherPlan.sheet(), NOWHERE),
                new Samples.Sample(
                        "/steering/issues/", issue(Samples.OWN_AGENCY), issue(Samples.OTHER_AGENCY), "VD-1999-9999"),
                new Samples.Sample("/steering/accountability/", "findings-violations", "findings-violations", NOWHERE),
                new Samples.Sample("/steering/inspection-plans/", "2025", "2025", "2001"),
                new Samples.Sample("/steering/reports/", "BC-WALL-P-AX", "BC-WALL-X-VL", "BC-1999-9999"),
                new Samples.Sample(
                        "/reports/{code}/files/", file("report", ownReport), file("report", otherReport), NOWHERE),
                new Samples.Sample("/reports/{code}/figures/", "tasks-given", "tasks-given", NOWHERE),
                new Samples.Sample("/reports/{code}/sections/", "direction", "direction", NOWHERE),
                new Samples.Sample("/steering/inspections/", "KT-WALL-P-AX", "KT-WALL-X-VL", "KT-1999-9999"),
                new Samples.Sample(
                        "/inspections/{code}/files/", file("visit", ownVisit), file("visit", otherVisit), NOWHERE),
                new Samples.Sample(
                        "/settings/rules/", "inspection.remedy-days", "inspection.remedy-days", "no-such-rule"),
                new Samples.Sample("/settings/periods/", "year", "year", "no-such-report"),
                new Samples.Sample("/steering/targets/", "units-cut", "units-cut", "no-such-target"),
                new Samples.Sample("/targets/{code}/values/", value, value, NOWHERE),
                new Samples.Sample("/values/{value}/files/", shown, shown, NOWHERE),
                new Samples.Sample("/programme/{document}/clauses/", "D7", "D7", "no-such-clause"),
                new Samples.Sample("/programme/", "D", "D", "no-such-document"));
    }

    private record Task(String code, String file, String urging) {}

    private Task task(String agency) {
        String id = one.apply("""
                INSERT INTO steering.task (version, code, title, folded, product, area, giver_agency, lead_agency, division,
                       person, budget_source, term, original_due, due, state, open_task, progress, result, given_on, given_by)
                VALUES (1, 'NV-WALL-%1$s', 'Nhiệm vụ', 'nhiem vu', '', 'procedures', '%1$s', '%1$s', '',
                       '', '', 'DATED', DATE '2027-01-31', DATE '2027-01-31', 'OPEN', TRUE, 0, '', DATE '2026-11-01', 'x')
                RETURNING id
                """.formatted(agency));
        for (String part : List.of("GIVE", "LEAD")) {
            String unused = one.apply("""
                    INSERT INTO steering.task_party (task_id, agency_code, part, present, open_task, due, since)
                    VALUES (%s, '%s', '%s', TRUE, TRUE, DATE '2027-01-31', DATE '2026-11-01') RETURNING task_id
                    """.formatted(id, agency, part));
        }
        return new Task("NV-WALL-" + agency, file("task", id), urging(agency, id));
    }

    private String urging(String agency, String task) {
        return one.apply("""
                INSERT INTO steering.task_urging (task_id, agency_code, number, symbol, issued_on, place, lead_agency, due,
                       progress, answer_by, words, capacity, signer, account)
                VALUES (%1$s, '%2$s', 1, '1/CV', DATE '2026-11-20', 'An Xuyên', '%2$s', DATE '2027-01-31',
                       0, DATE '2026-12-10', '', '', 'Người ký', 'x')
                RETURNING id
                """.formatted(task, agency));
    }

    private record Obstacle(String code, String file) {}

    private Obstacle obstacle(String agency) {
        String id = one.apply("""
                INSERT INTO steering.obstacle (version, code, title, content, folded, kind, cause, rule_document,
                       rule_article, area, raiser, raised_by, raised_at, state, open_obstacle, holder, body, outside, letter,
                       clock_from, clock_days, due, overdue_told, answer, public_title, public_question, public_answer,
                       reopened)
                VALUES (1, 'VM-WALL-%1$s', 'Vướng mắc', 'Nội dung', 'vuong mac', 'OBSTACLE', 'LAW', '',
                       '', 'procedures', '%1$s', 'x', TIMESTAMP '2026-11-02 08:00:00', 'RAISED', TRUE, '%1$s', 'OTHER', '', '',
                       TIMESTAMP '2026-11-02 08:00:00', 2, TIMESTAMP '2027-01-31 17:00:00', FALSE, '', '', '', '',
                       0)
                RETURNING id
                """.formatted(agency));
        return new Obstacle("VM-WALL-" + agency, file("obstacle", id));
    }

    private String pilot(String agency) {
        return one.apply("""
                WITH made AS (
                INSERT INTO steering.pilot (version, code, title, folded, goal, baseline, area, module, proposer, proposed_by,
                       proposed_at, from_day, original_to, to_day, state, outcome, decision_reason, decision_document, stage)
                VALUES (1, 'TD-WALL-%1$s', 'Thí điểm', 'thi diem', '', '', 'procedures', '', '%1$s', 'x',
                       TIMESTAMP '2026-11-02 08:00:00', DATE '2027-01-01', DATE '2027-03-31', DATE '2027-03-31',
                       'PROPOSED', 'NONE', '', '', 1)
                RETURNING id)
                INSERT INTO steering.pilot_agency (pilot_id, agency_code)
                SELECT id, '%1$s' FROM made
                RETURNING 'TD-WALL-' || agency_code
                """.formatted(agency));
    }

    private String handOver(String agency) {
        return one.apply("""
                INSERT INTO steering.handover_run (kind, agency_code, ran_at, account, reason, moved, undone)
                VALUES ('PERSON', '%s', TIMESTAMP '2026-11-02 08:00:00', 'x', 'Chuyển công tác', 0, 0)
                RETURNING id
                """.formatted(agency));
    }

    private String taskImport(String agency) {
        return one.apply("""
                INSERT INTO steering.task_import (agency_code, file_name, state, tried_at, account)
                VALUES ('%s', 'nhiem-vu.xlsx', 'TRIED', TIMESTAMP '2026-11-20 08:00:00', 'x') RETURNING id
                """.formatted(agency));
    }

    /** What a target has come to, as the agency that answers for it entered it. */
    private String value() {
        return one.apply("""
                INSERT INTO steering.target_actual (
                       target_id, value_year, months, edition, amount, known_on, note, evidence, reason, agency, account,
                       entered_at)
                SELECT id, 2025, 12, 1, 9, DATE '2025-12-31', '', 'Báo cáo', '', 'SNV2', 'x', TIMESTAMP '2026-01-20 08:00:00'
                  FROM steering.target WHERE code = 'units-cut'
                RETURNING id
                """);
    }

    private record Plan(String id, String item, String sheet) {}

    private Plan plan(String agency) {
        String id = one.apply("""
                INSERT INTO steering.plan (version, agency_code, plan_year, edition, state, bases, purpose, symbol)
                VALUES (1, '%s', 2027, 1, 'DRAFT', '', 'Mục đích', '') RETURNING id
                """.formatted(agency));
        String item = one.apply("""
                INSERT INTO steering.plan_item (
                       version, plan_id, area, title, product, person, division, lead_agency, cooperating, due,
                       budget_source, remark)
                VALUES (1, %s, 'procedures', 'Việc', 'Báo cáo', '', '', '%s', '', DATE '2027-06-30', '', '') RETURNING id
                """.formatted(id, agency));
        String sheet = one.apply("""
                INSERT INTO steering.plan_import (plan_id, file_name, at, account, committed)
                VALUES (%s, 'ke-hoach.xlsx', TIMESTAMP '2026-11-20 08:00:00', 'x', FALSE) RETURNING id
                """.formatted(id));
        return new Plan(id, item, sheet);
    }

    private String report(String agency) {
        return one.apply("""
                INSERT INTO steering.report (version, code, agency, scope, kind, report_year, edition, period_from, period_to,
                       due, internal_due, state, folded, counted_at, symbol)
                VALUES (1, 'BC-WALL-%1$s', '%1$s', 'AGENCY', 'HALF_YEAR', 2025, 1, DATE '2024-12-15', DATE '2025-06-14',
                       DATE '2025-06-20', DATE '2025-06-18', 'DRAFT', '', TIMESTAMP '2025-06-15 08:00:00', '')
                RETURNING id
                """.formatted(agency));
    }

    /** A plan that everybody may read. */
    private String openPlan() {
        return one.apply("""
                INSERT INTO steering.plan (version, agency_code, plan_year, edition, state, bases, purpose, symbol, approved_on,
                       published_on)
                VALUES (1, 'P-AX', 2026, 1, 'PUBLISHED', '', 'Mục đích', '1/QĐ-UBND', DATE '2026-01-15', DATE '2026-01-16')
                RETURNING id
                """);
    }

    /** A report that everybody may read. */
    private void openReport() {
        String unused = one.apply("""
                INSERT INTO steering.report (version, code, agency, scope, kind, report_year, edition, period_from, period_to,
                       due, internal_due, state, folded, counted_at, symbol, issued_on, published_on)
                VALUES (1, 'BC-OPEN-P-AX', 'P-AX', 'AGENCY', 'YEAR', 2024, 1, DATE '2023-12-15', DATE '2024-12-14',
                       DATE '2024-12-20', DATE '2024-12-17', 'ISSUED', '', TIMESTAMP '2024-12-15 08:00:00', '7/BC',
                       DATE '2024-12-16', DATE '2024-12-17')
                RETURNING id
                """);
    }

    private String issue(String agency) {
        return one.apply("""
                INSERT INTO steering.issue (version, code, agency, title, content, area, raised_at, raised_by, state, decision,
                       decided_by, task, outcome)
                VALUES (1, 'VD-WALL-%1$s', '%1$s', 'Vấn đề', 'Nội dung', 'procedures', TIMESTAMP '2026-11-02 08:00:00', 'x',
                       'RAISED', '', '', '', '')
                RETURNING code
                """.formatted(agency));
    }

    /** A visit to an agency by itself, as far as the rows know. */
    private String visit(String agency) {
        String plan = one.apply("""
                INSERT INTO steering.inspection_plan (version, agency, plan_year, symbol, content, wanted_share)
                VALUES (1, '%s', 2025, '', 'Nội dung', 30) RETURNING id
                """.formatted(agency));
        return one.apply("""
                INSERT INTO steering.visit (version, code, plan_id, inspector, agency, visit_on, visit_year, team, content,
                       folded, state, open_visit, self_report, conclusion, symbol, overdue_told)
                VALUES (1, 'KT-WALL-%1$s', %2$s, '%1$s', '%1$s', DATE '2025-10-10', 2025, 'Đoàn', 'Nội dung',
                       '', 'PLANNED', TRUE, '', '', '', FALSE)
                RETURNING id
                """.formatted(agency, plan));
    }

    private String file(String kind, String owner) {
        return one.apply("""
                WITH kept AS (
                    INSERT INTO steering.stored_file (
                           owner_kind, owner_id, file_name, byte_count, sha256, added_at, agency, account)
                    VALUES ('%s', %s, 'cong-van.pdf', 4, '%s', TIMESTAMP '2026-11-02 08:00:00', 'P-AX', 'x')
                    RETURNING id)
                INSERT INTO steering.stored_file_content (file_id, content)
                SELECT id, '%%PDF'::bytea FROM kept
                RETURNING file_id
                """.formatted(kind, owner, "0".repeat(64)));
    }
}
