package vn.kientao.reform.procedures.domain.competence;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/**
 * What the receiving unit does for a dossier that is in another agency's register.
 *
 * @param unit code of the receiving unit
 * @param person who took the result, or who paid; empty for everything else, and once it is done
 * @param taken the money that was taken; empty for everything but a payment
 * @param account the officer's account
 * @param who the officer's name
 * @param refusal text key of why it could not be done; empty unless it could not
 */
public record Errand(
        long id,
        long dossier,
        String unit,
        DossierAction action,
        String person,
        String note,
        Optional<Taken> taken,
        String account,
        String who,
        LocalDateTime givenAt,
        Outcome outcome,
        Optional<LocalDateTime> doneAt,
        String refusal) {
    /** What a receiving unit may do: the applicant comes to its desk. */
    public static final List<DossierAction> ACTIONS = List.of(
            DossierAction.CONFIRM_PAYMENT, DossierAction.HAND_OVER, DossierAction.SUPPLEMENT, DossierAction.WITHDRAW);

    public Errand {
        requireNonNull(unit, "unit");
        requireNonNull(action, "action");
        requireNonNull(person, "person");
        requireNonNull(note, "note");
        requireNonNull(taken, "taken");
        requireNonNull(account, "account");
        requireNonNull(who, "who");
        requireNonNull(givenAt, "givenAt");
        requireNonNull(outcome, "outcome");
        requireNonNull(doneAt, "doneAt");
        requireNonNull(refusal, "refusal");
    }

    /** One that waits to be done. */
    public static Errand waiting(
            SentDossier sent,
            DossierAction action,
            String person,
            String note,
            Optional<Taken> taken,
            String account,
            String who,
            LocalDateTime at) {
        return new Errand(
                0,
                sent.id(),
                sent.unit(),
                action,
                person,
                note,
                taken,
                account,
                who,
                at,
                Outcome.WAITING,
                Optional.empty(),
                "");
    }

    /** Whether it can be done to a dossier that stands so in the other register. */
    public static boolean fits(DossierAction action, SentDossier sent) {
        boolean there = sent.state() == SentDossier.State.THERE || sent.state() == SentDossier.State.READY;
        boolean waitsForApplicant =
                action != DossierAction.SUPPLEMENT || sent.status() == DossierStatus.SUPPLEMENT_ASKED;
        return there && waitsForApplicant && ACTIONS.contains(action) && action.allowedFrom(sent.status());
    }

    /**
     * Money that the receiving unit took: it stands in that unit's books, under that unit's receipt.
     *
     * @param amount in đồng
     * @param channel 1 at the counter, 2 online, 3 through the post or a bank
     * @param receipt number of the receipt (số biên lai)
     */
    public record Taken(long amount, int channel, String receipt) {
        public Taken {
            requireNonNull(receipt, "receipt");
            if (amount <= 0) {
                throw new IllegalArgumentException("amount " + amount + " (expected: > 0 đồng)");
            }
        }
    }

    /** What became of it. */
    public enum Outcome {
        WAITING,
        DONE,
        REFUSED;

        /** Its word in text keys. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
