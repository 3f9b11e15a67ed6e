package vn.kientao.reform.procedures.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TransitionTest {

    @Test
    void everyStepNamesItsArticle() {
        assertThat(Transition.TABLE)
                .allSatisfy(step -> assertThat(step.legalBasis()).matches("Nghị định 61/2018/NĐ-CP, Điều \\d+.*"));
    }

    @Test
    void everyActionButTheRegistrationStandsInTheTable() {
        assertThat(DossierAction.values())
                .filteredOn(action -> Transition.TABLE.stream().noneMatch(line -> line.action() == action))
                .containsExactly(DossierAction.REGISTER);
    }

    @Test
    void onlyAFinishedDossierIsHandedOver() {
        for (DossierStatus status : DossierStatus.values()) {
            assertThat(DossierAction.HAND_OVER.allowedFrom(status)).isEqualTo(status == DossierStatus.FINISHED);
        }
    }

    @Test
    void onlyACorrectionLeadsBackFromTheEnd() {
        assertThat(Transition.TABLE)
                .filteredOn(line -> !line.from().running() && line.to().running())
                .extracting(Transition::action)
                .containsOnly(DossierAction.CORRECT);
    }

    @Test
    void whatEndsADossierStopsItsClock() {
        assertThat(Transition.TABLE)
                .filteredOn(line -> line.from().running() && !line.to().running())
                .allSatisfy(line -> assertThat(line.clock()).isEqualTo(Transition.Effect.END));
    }

    @Test
    void aWithdrawalIsPossibleUntilSomethingIsSigned() {
        assertThat(DossierStatus.values())
                .filteredOn(DossierAction.WITHDRAW::allowedFrom)
                .containsExactly(
                        DossierStatus.REGISTERED,
                        DossierStatus.RECEIVED,
                        DossierStatus.PROCESSING,
                        DossierStatus.SUPPLEMENT_ASKED,
                        DossierStatus.PAYMENT_ASKED);
    }

    @Test
    void statusesCarryTheNumbersOfTheNationalList() {
        assertThat(DossierStatus.of(2)).isEqualTo(DossierStatus.RECEIVED);
        assertThat(DossierStatus.of(10)).isEqualTo(DossierStatus.HANDED_OVER);
        assertThatThrownBy(() -> DossierStatus.of(11)).hasMessageContaining("11 (expected: 1 to 10)");
    }
}
