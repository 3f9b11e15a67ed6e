package vn.kientao.reform.procedures.domain.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.reform.procedures.domain.staffing.DeskRules.Finding;

/** Decree 61/2018/NĐ-CP, Articles 11 and 12. */
class DeskRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final DeskRules RULES = new DeskRules(
            Set.of(Grade.SPECIALIST, Grade.PRINCIPAL, Grade.SENIOR), 3, true, 6, 24, 1, 60, Map.of("years", "Điều 11"));

    @Test
    void findsNothingWrongWithAGoodPosting() {
        assertThat(RULES.check(posting(false, Grade.SPECIALIST, 3, true, "2026-06-01", "2027-05-31"), TODAY))
                .isEmpty();
    }

    @Test
    void namesEveryConditionThatIsNotMet() {
        List<Finding> findings = RULES.check(posting(false, Grade.CLERK, 2, false, "2026-11-01", "2027-02-28"), TODAY);

        assertThat(findings)
                .extracting(Finding::rule, Finding::found, Finding::expected)
                .containsExactly(
                        tuple("grades", "CLERK", "SPECIALIST"),
                        tuple("years", "2", "3"),
                        tuple("good", "", ""),
                        tuple("least-months", "4", "6"));
        assertThat(findings.get(1).legalBasis()).isEqualTo("Điều 11");
    }

    @Test
    void allowsATermOfExactlySixAndTwentyFourMonths() {
        assertThat(RULES.check(posting(false, Grade.SENIOR, 9, true, "2026-10-01", "2027-03-31"), TODAY))
                .isEmpty();
        assertThat(RULES.check(posting(false, Grade.SENIOR, 9, true, "2026-10-01", "2028-09-30"), TODAY))
                .isEmpty();
        assertThat(RULES.check(posting(false, Grade.SENIOR, 9, true, "2026-10-01", "2028-10-01"), TODAY))
                .extracting(Finding::rule)
                .containsExactly("most-months");
    }

    @Test
    void warnsSixtyDaysBeforeTheEnd() {
        assertThat(RULES.endsSoon(posting(false, Grade.SENIOR, 9, true, "2026-01-01", "2027-01-29"), TODAY))
                .isTrue();
        assertThat(RULES.endsSoon(posting(false, Grade.SENIOR, 9, true, "2026-01-01", "2027-01-30"), TODAY))
                .isFalse();
        assertThat(RULES.endsSoon(posting(false, Grade.SENIOR, 9, true, "2026-01-01", "2026-11-29"), TODAY))
                .isFalse();
    }

    @Test
    void wantsAnOfficialPersonAndOneInReserveAtEachDesk() {
        Posting official = posting(false, Grade.SENIOR, 9, true, "2026-06-01", "2027-05-31");
        Posting reserve = posting(true, Grade.SENIOR, 9, true, "2026-06-01", "2027-05-31");

        assertThat(RULES.desks(List.of(official, reserve), TODAY)).isEmpty();
        assertThat(RULES.desks(List.of(official), TODAY).get("Hộ tịch"))
                .extracting(Finding::rule)
                .containsExactly("reserve");
        assertThat(RULES.desks(List.of(reserve), TODAY).get("Hộ tịch"))
                .extracting(Finding::rule)
                .containsExactly("official");
    }

    private static Posting posting(boolean reserve, Grade grade, int years, boolean good, String from, String to) {
        return new Posting(
                1,
                1,
                "Hộ tịch",
                "Nguyễn Thị Lan",
                reserve,
                grade,
                years,
                good,
                LocalDate.parse(from),
                LocalDate.parse(to),
                "12/QĐ-UBND",
                "");
    }
}
