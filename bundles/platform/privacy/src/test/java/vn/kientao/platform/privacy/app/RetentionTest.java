package vn.kientao.platform.privacy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.privacy.domain.KeptPeriod;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("privacy")
class RetentionTest {
    private static final AuditEntry ENTRY = new AuditEntry(
            "7", Optional.empty(), "privacy", "privacy.set-retention", "retention-rule", "trial.letters", "", "r");

    private final TestPrivacy privacy;

    RetentionTest(Database database) {
        privacy = new TestPrivacy(database);
    }

    private KeptPeriod rule() {
        return privacy.retention.rule("trial.letters").orElseThrow();
    }

    @Test
    void theShippedPeriodCountsUntilAnotherOneIsSet() {
        assertThat(rule().period()).isEqualTo(Period.ofMonths(3));
        assertThat(rule().set()).isFalse();

        privacy.retention.set(rule().rule(), Period.ofMonths(6), "Quyết định 12/QĐ-UBND", ENTRY);
        assertThat(rule().period()).isEqualTo(Period.ofMonths(6));
        assertThat(rule().legalBasis()).isEqualTo("Quyết định 12/QĐ-UBND");
        privacy.retention.set(rule().rule(), Period.ofDays(90), "Quyết định 13/QĐ-UBND", ENTRY);
        assertThat(rule().period()).isEqualTo(Period.ofDays(90));
        assertThat(privacy.audit.actions()).containsExactly("privacy.set-retention", "privacy.set-retention");
    }

    @Test
    void noPeriodIsShorterThanTheRuleAllows() {
        assertThatThrownBy(() -> privacy.retention.set(rule().rule(), Period.ofMonths(1), "x", ENTRY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P2M");
        assertThat(rule().set()).isFalse();
    }

    @Test
    void aDryRunCountsAndChangesNothing() {
        assertThat(privacy.retention.dryRun())
                .singleElement()
                .satisfies(due -> assertThat(due.count()).isEqualTo(1));
        assertThat(privacy.letters.kept).hasSize(1);
        assertThat(privacy.audit.entries()).isEmpty();
    }

    @Test
    void aRunFollowsTheRuleAndLeavesAnEntryWithTheCount() {
        assertThat(privacy.retention.run(rule(), "system:nightly")).isEqualTo(1);
        assertThat(privacy.letters.kept).isEmpty();
        assertThat(privacy.audit.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("privacy.retention");
            assertThat(entry.detail()).contains("\"count\":1");
        });
        assertThat(rule().lastRun().orElseThrow().done()).isEqualTo(1);
        assertThat(privacy.retention.run(rule(), "system:nightly")).isZero();
        assertThat(privacy.audit.entries()).hasSize(1);
    }

    @Test
    void whatIsHeldStaysUntilTheHoldIsLifted() {
        privacy.holds.put(
                "letter", "T1", "Khiếu nại", privacy.clock.instant(), Optional.of("k"), TestPrivacy.officer("7"));
        privacy.holds.put(
                "letter", "T1", "Khiếu nại", privacy.clock.instant(), Optional.of("k"), TestPrivacy.officer("7"));
        assertThat(privacy.holds.list("STP", Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(privacy.retention.run(rule(), "7")).isZero();

        long id = privacy.holds.list("STP", Long.MAX_VALUE, 10).get(0).id();
        assertThat(privacy.holds.lift(id, privacy.clock.instant(), TestPrivacy.officer("SNV", "8", TestPrivacy.NINE)))
                .isFalse();
        assertThat(privacy.holds.lift(id, privacy.clock.instant(), TestPrivacy.officer("7")))
                .isTrue();
        assertThat(privacy.retention.run(rule(), "7")).isEqualTo(1);
        assertThat(privacy.audit.actions()).containsExactly("privacy.hold", "privacy.lift-hold", "privacy.retention");
    }
}
