package vn.kientao.reform.procedures.app.simplification;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.procedures.domain.simplification.Cost;
import vn.kientao.reform.procedures.domain.simplification.CostTask;
import vn.kientao.reform.procedures.domain.simplification.Criterion;
import vn.kientao.reform.procedures.domain.simplification.Opinion;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;
import vn.kientao.reform.procedures.store.ProcedureTables;

/** Reviews on a real database: Lan fills in, Minh decides. */
public final class ReviewFixture {
    public static final String AGENCY = "VPUB2";
    public final RecordingAuditTrail audit = new RecordingAuditTrail();
    public final Reviews reviews;
    public final Reviewer lan = reviewer("lan", false, "");
    public final Reviewer minh = reviewer("minh", true, "");

    public ReviewFixture(Database database, Migrations migrations) {
        reviews = new Reviews(database, audit, ProcedureTables.of(migrations, FolderScripts.ofModule()));
    }

    public static Reviewer reviewer(String account, boolean approves, String once) {
        return new Reviewer(
                AGENCY,
                account,
                "Người " + account,
                approves,
                LocalDateTime.of(2026, 11, 30, 9, 0),
                Optional.of(once).filter(key -> !key.isEmpty()),
                (action, type, id, detail) ->
                        new AuditEntry(account, Optional.of(AGENCY), "procedures", action, type, id, detail, "r1"));
    }

    public ReviewPlan plan() {
        return reviews.plan(AGENCY, reviews.addPlan(2027, "Kế hoạch năm 2027", lan))
                .orElseThrow();
    }

    public ReviewSheet sheet(ReviewPlan plan) {
        return again(
                reviews.addSheet(plan, "2.000635", "Cấp bản sao trích lục", lan).orElseThrow());
    }

    public ReviewSheet again(long id) {
        return reviews.sheet(AGENCY, id).orElseThrow();
    }

    public static Cost cost(long oneCase) {
        CostTask papers = new CostTask("Chuẩn bị", new BigDecimal("2"), BigDecimal.ONE, 10_000, 0, 0, oneCase - 20_000);
        return new Cost(List.of(papers), BigDecimal.ONE, 3_228);
    }

    public static Map<Criterion, Opinion> judged() {
        Map<Criterion, Opinion> opinions = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            opinions.put(criterion, new Opinion(Opinion.Verdict.PARTLY, "nhận xét " + criterion.word()));
        }
        return opinions;
    }
}
