package vn.kientao.reform.procedures.app.simplification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.domain.simplification.Cost;
import vn.kientao.reform.procedures.domain.simplification.Criterion;
import vn.kientao.reform.procedures.domain.simplification.Opinion;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;
import vn.kientao.reform.procedures.domain.simplification.ReviewStep;
import vn.kientao.reform.procedures.domain.simplification.SendingRule;
import vn.kientao.reform.procedures.domain.simplification.Side;
import vn.kientao.reform.procedures.domain.simplification.Stage;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.simplification.ReviewReader;
import vn.kientao.reform.procedures.store.simplification.ReviewWriter;

/**
 * Plans of review and their sheets. A sheet is changed only from the version that its author saw
 * ({@link StaleRecordException}) and only where its stage allows it ({@link ReviewRefusedException}).
 */
@Component(service = Reviews.class)
public final class Reviews {
    private final Database database;
    private final AuditTrail auditTrail;
    private final ReviewReader reader = new ReviewReader();
    private final ReviewWriter writer = new ReviewWriter();

    @Activate
    public Reviews(@Reference Database database, @Reference AuditTrail auditTrail, @Reference ProcedureTables tables) {
        this.database = database;
        this.auditTrail = auditTrail;
    }

    /** The plans of an agency, newest first, below the one with that year and id. */
    public List<ReviewPlan> plans(String agency, int belowYear, long belowId, int most) {
        return database.read(handle -> reader.plans(handle, agency, belowYear, belowId, most));
    }

    public Optional<ReviewPlan> plan(String agency, long id) {
        return database.read(handle -> reader.plan(handle, agency, id));
    }

    /** Until when plans of a year are to be sent; empty when no rule is in force. */
    public Optional<SendingRule> rule(int year) {
        return database.read(handle -> reader.rule(handle, year));
    }

    /** The sheets of a plan by code of procedure, above that code; without their steps. */
    public List<ReviewSheet> sheets(String agency, long plan, String aboveCode, int most) {
        return database.read(handle -> reader.sheets(handle, agency, plan, aboveCode, most));
    }

    public Optional<ReviewSheet> sheet(String agency, long id) {
        return database.read(handle -> reader.sheet(handle, agency, id));
    }

    /** Makes a plan; a repetition with the same key answers with the first one. */
    public long addPlan(int year, String title, Reviewer reviewer) {
        Optional<String> key = reviewer.onceKey().map(once -> reviewer.account() + " " + once);
        return database.write(handle -> key.flatMap(once -> reader.planByOnceKey(handle, reviewer.agency(), once))
                .orElseGet(() -> {
                    long id = writer.addPlan(handle, reviewer.agency(), year, title, key);
                    record(handle, reviewer, "plan-add", "review-plan", id, "{\"year\":" + year + "}");
                    return id;
                }));
    }

    /** Notes that the plan was sent; nothing when it was before. */
    public void send(ReviewPlan plan, Reviewer reviewer) {
        database.write(handle -> {
            boolean sent = writer.send(handle, plan.id(), reviewer.at().toLocalDate());
            if (sent) {
                record(handle, reviewer, "plan-send", "review-plan", plan.id(), "");
            }
            return sent;
        });
    }

    /** Puts a procedure into the plan; empty when it stands there already. */
    public Optional<Long> addSheet(ReviewPlan plan, String procedure, String name, Reviewer reviewer) {
        return database.write(handle -> {
            Optional<Long> id = writer.addSheet(handle, reviewer.agency(), plan.id(), procedure, name);
            id.ifPresent(added -> {
                writer.step(handle, added, step(Stage.PLANNED, "", reviewer));
                String detail = "{\"procedure\":\"" + procedure + "\"}";
                record(handle, reviewer, "sheet-add", "review-sheet", added, detail);
            });
            return id;
        });
    }

    /** Keeps what was found about the procedure and what is proposed. */
    public void findings(ReviewSheet sheet, Map<Criterion, Opinion> opinions, String proposal, Reviewer reviewer) {
        change(sheet, reviewer, "findings", "", handle -> {
            if (!sheet.stage().open(Side.NOW)) {
                throw new ReviewRefusedException("simplification.closed");
            }
            return writer.findings(handle, sheet.id(), sheet.version(), opinions, proposal);
        });
    }

    /** Keeps what complying costs at one of the three times. */
    public void costs(ReviewSheet sheet, Side side, Cost cost, Reviewer reviewer) {
        String detail =
                "{\"side\":\"" + side.word() + "\",\"case\":" + cost.oneCase() + ",\"year\":" + cost.year() + "}";
        change(sheet, reviewer, "costs", detail, handle -> {
            if (!sheet.stage().open(side)) {
                throw new ReviewRefusedException("simplification.closed");
            }
            return writer.costs(handle, sheet.id(), sheet.version(), side, cost);
        });
    }

    /** Takes the sheet to another stage. Nobody approves what the same account has sent to appraisal. */
    public void move(ReviewSheet sheet, Stage to, String note, Reviewer reviewer) {
        String detail = "{\"from\":\"" + sheet.stage().word() + "\",\"to\":\"" + to.word() + "\"}";
        change(sheet, reviewer, "move", detail, handle -> {
            refuse(sheet, to, reviewer);
            String sentBy = to == Stage.APPRAISAL ? reviewer.account() : sheet.sentBy();
            boolean moved = writer.move(handle, sheet.id(), sheet.version(), to, sentBy);
            if (moved) {
                writer.step(handle, sheet.id(), step(to, note, reviewer));
            }
            return moved;
        });
    }

    private static void refuse(ReviewSheet sheet, Stage to, Reviewer reviewer) {
        if (!sheet.stage().next().contains(to)) {
            throw new ReviewRefusedException("simplification.no-way");
        }
        if (sheet.stage() == Stage.APPRAISAL && !reviewer.approves()) {
            throw new ReviewRefusedException("simplification.not-approving");
        }
        if (to.decided() && sheet.sentBy().equals(reviewer.account())) {
            throw new ReviewRefusedException("simplification.four-eyes");
        }
        String missing = sheet.missingFor(to);
        if (!missing.isEmpty()) {
            throw new ReviewRefusedException(missing);
        }
    }

    private void change(ReviewSheet sheet, Reviewer reviewer, String verb, String detail, Predicate<Handle> change) {
        database.write(handle -> {
            ReviewSheet present =
                    reader.sheet(handle, reviewer.agency(), sheet.id()).orElseThrow();
            if (present.version() != sheet.version() || !change.test(handle)) {
                throw new StaleRecordException("review sheet " + sheet.id(), sheet.version());
            }
            record(handle, reviewer, "sheet-" + verb, "review-sheet", sheet.id(), detail);
            return true;
        });
    }

    private void record(Handle handle, Reviewer reviewer, String verb, String type, long id, String detail) {
        auditTrail.record(
                handle, reviewer.audit().entry("procedures.review-" + verb, type, String.valueOf(id), detail));
    }

    private static ReviewStep step(Stage stage, String note, Reviewer reviewer) {
        return new ReviewStep(stage, reviewer.at(), reviewer.account(), reviewer.name(), note);
    }
}
