package vn.kientao.reform.procedures.app.simplification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.simplification.ReviewFixture.AGENCY;
import static vn.kientao.reform.procedures.app.simplification.ReviewFixture.cost;
import static vn.kientao.reform.procedures.app.simplification.ReviewFixture.judged;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.domain.simplification.Cost;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;
import vn.kientao.reform.procedures.domain.simplification.ReviewStep;
import vn.kientao.reform.procedures.domain.simplification.Side;
import vn.kientao.reform.procedures.domain.simplification.Stage;

@OnEachDatabase("procedures")
class ReviewsTest {
    private final ReviewFixture fixture;
    private final Reviews reviews;

    ReviewsTest(Database database, Migrations migrations) {
        fixture = new ReviewFixture(database, migrations);
        reviews = fixture.reviews;
    }

    @Test
    void goesTheWholeWayFromPlanToMeasuringAgain() {
        ReviewSheet sheet = fixture.sheet(fixture.plan());
        sheet = move(sheet, Stage.REVIEW, fixture.lan);
        reviews.findings(sheet, judged(), "Bỏ một giấy tờ", fixture.lan);
        reviews.costs(fixture.again(sheet.id()), Side.NOW, cost(1_024_000), fixture.lan);
        sheet = move(fixture.again(sheet.id()), Stage.PROPOSAL, fixture.lan);
        reviews.costs(sheet, Side.AFTER, cost(231_000), fixture.lan);
        sheet = move(fixture.again(sheet.id()), Stage.APPRAISAL, fixture.lan);
        sheet = move(sheet, Stage.APPROVED, fixture.minh);
        sheet = move(sheet, Stage.EXECUTION, fixture.lan);
        sheet = move(sheet, Stage.REPUBLISHED, fixture.lan);
        reviews.costs(sheet, Side.MEASURED, cost(240_000), fixture.lan);
        sheet = move(fixture.again(sheet.id()), Stage.REMEASURED, fixture.lan);

        assertThat(sheet.steps()).extracting(ReviewStep::stage).containsExactly(Stage.values());
        assertThat(sheet.opinions()).isEqualTo(judged());
        assertThat(Cost.change(sheet.costs().get(Side.NOW), sheet.costs().get(Side.AFTER)))
                .isEqualByComparingTo("-77.44");
        assertThat(sheet.costs().get(Side.MEASURED).oneCase()).isEqualByComparingTo("240000");
        assertThat(fixture.audit.actions())
                .startsWith("procedures.review-plan-add", "procedures.review-sheet-add", "procedures.review-sheet-move")
                .hasSize(13);
    }

    @Test
    void nothingIsSkippedAndNobodyApprovesTheOwnProposal() {
        ReviewSheet sheet = fixture.sheet(fixture.plan());
        refused(sheet, Stage.APPRAISAL, fixture.lan, "no-way");
        sheet = move(sheet, Stage.REVIEW, fixture.lan);
        refused(sheet, Stage.PROPOSAL, fixture.lan, "missing.findings");
        reviews.findings(sheet, judged(), "Bỏ một giấy tờ", fixture.lan);
        reviews.costs(fixture.again(sheet.id()), Side.NOW, cost(100_000), fixture.lan);
        sheet = move(fixture.again(sheet.id()), Stage.PROPOSAL, fixture.lan);
        refused(sheet, Stage.APPRAISAL, fixture.lan, "missing.proposal");
        reviews.costs(sheet, Side.AFTER, cost(50_000), fixture.lan);
        sheet = move(fixture.again(sheet.id()), Stage.APPRAISAL, fixture.minh);

        refused(sheet, Stage.APPROVED, fixture.lan, "not-approving");
        refused(sheet, Stage.APPROVED, fixture.minh, "four-eyes");
        ReviewSheet appraised = sheet;
        assertThatThrownBy(() -> reviews.costs(appraised, Side.NOW, cost(90_000), fixture.lan))
                .isInstanceOf(ReviewRefusedException.class);
        assertThat(move(sheet, Stage.PROPOSAL, fixture.minh).stage()).isEqualTo(Stage.PROPOSAL);
    }

    @Test
    void changesOnlyWhatTheAuthorHasSeen() {
        ReviewSheet sheet = fixture.sheet(fixture.plan());
        reviews.findings(sheet, judged(), "một", fixture.lan);

        assertThatThrownBy(() -> reviews.findings(sheet, judged(), "hai", fixture.minh))
                .isInstanceOf(StaleRecordException.class);
        assertThatThrownBy(() -> reviews.costs(sheet, Side.NOW, cost(100_000), fixture.minh))
                .isInstanceOf(StaleRecordException.class);
        assertThat(fixture.again(sheet.id()).proposal()).isEqualTo("một");
        assertThat(fixture.again(sheet.id()).costs()).isEmpty();
    }

    @Test
    void aPlanIsMadeOnceSentOnceAndHoldsAProcedureOnce() {
        Reviewer once = ReviewFixture.reviewer("lan", false, "k1");
        long id = reviews.addPlan(2027, "Kế hoạch", once);
        assertThat(reviews.addPlan(2027, "Kế hoạch", once)).isEqualTo(id);
        ReviewPlan plan = reviews.plan(AGENCY, id).orElseThrow();
        fixture.sheet(plan);
        assertThat(reviews.addSheet(plan, "2.000635", "Cấp bản sao", fixture.lan))
                .isEmpty();

        reviews.send(plan, fixture.lan);
        reviews.send(plan, fixture.lan);

        ReviewPlan sent = reviews.plan(AGENCY, id).orElseThrow();
        assertThat(sent.sentOn()).contains(LocalDate.of(2026, 11, 30));
        assertThat(sent.sheets()).isEqualTo(1);
        assertThat(fixture.audit.actions())
                .filteredOn("procedures.review-plan-send"::equals)
                .hasSize(1);
        assertThat(reviews.rule(2027).orElseThrow().due(2027)).isEqualTo(LocalDate.of(2027, 1, 31));
    }

    @Test
    void anotherAgencySeesNothing() {
        ReviewPlan plan = fixture.plan();
        ReviewSheet sheet = fixture.sheet(plan);

        assertThat(reviews.plans("STP2", 9999, 0, 10)).isEmpty();
        assertThat(reviews.plan("STP2", plan.id())).isEmpty();
        assertThat(reviews.sheet("STP2", sheet.id())).isEmpty();
        assertThat(reviews.sheets("STP2", plan.id(), "", 10)).isEmpty();
        assertThat(reviews.plans(AGENCY, 9999, 0, 10))
                .extracting(ReviewPlan::id)
                .containsExactly(plan.id());
    }

    private ReviewSheet move(ReviewSheet sheet, Stage to, Reviewer reviewer) {
        reviews.move(sheet, to, "", reviewer);
        return fixture.again(sheet.id());
    }

    private void refused(ReviewSheet sheet, Stage to, Reviewer reviewer, String key) {
        assertThatThrownBy(() -> reviews.move(sheet, to, "", reviewer))
                .isInstanceOfSatisfying(
                        ReviewRefusedException.class,
                        e -> assertThat(e.textKey()).isEqualTo("simplification." + key));
    }
}
