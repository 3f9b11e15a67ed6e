package vn.kientao.reform.procedures.app.competence;

import java.util.List;
import vn.kientao.reform.procedures.app.dossier.ClockSteps;
import vn.kientao.reform.procedures.app.dossier.DeskSteps;
import vn.kientao.reform.procedures.app.dossier.DossierStep;
import vn.kientao.reform.procedures.app.dossier.SupplementSteps;
import vn.kientao.reform.procedures.domain.competence.Errand;

/** The step that an errand is in the register of the agency that settles the dossier. */
final class ErrandSteps {
    private ErrandSteps() {}

    static DossierStep of(Errand errand) {
        return switch (errand.action()) {
            case CONFIRM_PAYMENT -> payment(errand, errand.taken().orElseThrow());
            case HAND_OVER -> new DeskSteps.HandOver(errand.person(), errand.note());
            case SUPPLEMENT -> new SupplementSteps.Give(List.of(), errand.note());
            case WITHDRAW -> new DeskSteps.End(errand.action(), errand.note(), "");
            default ->
                throw new IllegalArgumentException(
                        "errand " + errand.action() + " (expected: one of " + Errand.ACTIONS + ")");
        };
    }

    private static DossierStep payment(Errand errand, Errand.Taken taken) {
        return new ClockSteps.ConfirmPayment(
                taken.amount(), taken.channel(), taken.receipt(), errand.person(), errand.note(), errand.unit());
    }
}
