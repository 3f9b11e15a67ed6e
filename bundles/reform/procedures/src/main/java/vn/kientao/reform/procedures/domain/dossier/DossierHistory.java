package vn.kientao.reform.procedures.domain.dossier;

import java.util.List;
import java.util.Optional;

/** Everything that was written down on a dossier's way, each list from the first to the last. */
public record DossierHistory(
        List<Pause> pauses,
        List<DueChange> dueChanges,
        List<SupplementRequest> supplements,
        List<FinancialDuty> duties,
        List<Opinion> opinions,
        List<Leg> legs,
        List<Handover> handovers,
        List<Correction> corrections) {

    /** Of a dossier to which nothing has happened yet. */
    public static final DossierHistory NONE =
            new DossierHistory(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public DossierHistory {
        pauses = List.copyOf(pauses);
        dueChanges = List.copyOf(dueChanges);
        supplements = List.copyOf(supplements);
        duties = List.copyOf(duties);
        opinions = List.copyOf(opinions);
        legs = List.copyOf(legs);
        handovers = List.copyOf(handovers);
        corrections = List.copyOf(corrections);
    }

    /** The pause that has not ended. */
    public Optional<Pause> openPause() {
        return pauses.stream().filter(pause -> pause.to().isEmpty()).findFirst();
    }

    /** The supplement request that is being composed or waits for the applicant. */
    public Optional<SupplementRequest> openSupplement() {
        return supplements.stream().filter(SupplementRequest::open).findFirst();
    }

    /** What the applicant has to pay and has not. */
    public Optional<FinancialDuty> openDuty() {
        return duties.stream().filter(duty -> duty.payment().isEmpty()).findFirst();
    }

    /** Opinions of other bodies that are still missing. */
    public List<Opinion> openOpinions() {
        return opinions.stream().filter(opinion -> opinion.answer().isEmpty()).toList();
    }

    /** Parts that other bodies have not given back, those that wait for their turn included. */
    public List<Leg> openLegs() {
        return legs.stream().filter(leg -> leg.returnedAt().isEmpty()).toList();
    }

    /** The hand-over that nobody has taken yet. */
    public Optional<Handover> openHandover() {
        return handovers.stream().filter(slip -> slip.takenAt().isEmpty()).reduce((earlier, later) -> later);
    }
}
