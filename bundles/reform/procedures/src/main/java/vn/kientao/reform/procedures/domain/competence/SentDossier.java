package vn.kientao.reform.procedures.domain.competence;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/**
 * What the unit that received a dossier goes on seeing of it at the agency that settles it (Decree 61/2018/NĐ-CP, Article
 * 19(6) and (7)); no personal data.
 *
 * @param id of the dossier
 * @param version of the dossier, as far as the receiving unit sees it; 0 before it arrived
 * @param unit code of the receiving unit
 * @param competent code of the agency that settles it
 * @param place the room that has it; empty when nobody has put it into one
 * @param result number and abstract of the result; empty before
 * @param sentBy name of the person who sent it
 * @param arrivedAt when it came into the other register; empty while it is on its way
 * @param backReason why the other agency sent it back; empty unless it did
 * @param wanted what the applicant is asked to bring; empty when nothing is
 * @param owed what the applicant is asked to pay; empty when nothing is
 */
public record SentDossier(
        long id,
        long version,
        String unit,
        String competent,
        String code,
        String procedure,
        State state,
        DossierStatus status,
        String place,
        LocalDateTime due,
        String result,
        LocalDateTime sentAt,
        String sentBy,
        Optional<LocalDateTime> arrivedAt,
        String backReason,
        String wanted,
        Optional<Owed> owed) {
    public SentDossier {
        requireNonNull(unit, "unit");
        requireNonNull(competent, "competent");
        requireNonNull(code, "code");
        requireNonNull(procedure, "procedure");
        requireNonNull(state, "state");
        requireNonNull(status, "status");
        requireNonNull(place, "place");
        requireNonNull(due, "due");
        requireNonNull(result, "result");
        requireNonNull(sentAt, "sentAt");
        requireNonNull(sentBy, "sentBy");
        requireNonNull(arrivedAt, "arrivedAt");
        requireNonNull(backReason, "backReason");
        requireNonNull(wanted, "wanted");
        requireNonNull(owed, "owed");
    }

    /**
     * What is to be paid before the dossier goes on.
     *
     * @param amount in đồng
     * @param document number of the notice; may be empty
     */
    public record Owed(String what, long amount, String document, Optional<LocalDate> payBy) {
        public Owed {
            requireNonNull(what, "what");
            requireNonNull(document, "document");
            requireNonNull(payBy, "payBy");
        }
    }

    /** Where it stands for the receiving unit. */
    public enum State {
        /** On its way. */
        SENT,
        /** In the other register. */
        THERE,
        /** The result waits to be handed over. */
        READY,
        /** Nothing is left to do. */
        OVER,
        /** The other agency is not competent: it is in the queue of the receiving unit again. */
        BACK;

        /** Of a dossier that arrived. */
        public static State of(DossierStatus status) {
            if (status == DossierStatus.FINISHED) {
                return READY;
            }
            return status.running() ? THERE : OVER;
        }

        /** Whether it is still to come to an end. */
        public boolean open() {
            return this != OVER && this != BACK;
        }

        /** Its word in text keys: {@code ready}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The same as somebody saw it at an earlier version. */
    public SentDossier at(long seen) {
        return new SentDossier(
                id,
                seen,
                unit,
                competent,
                code,
                procedure,
                state,
                status,
                place,
                due,
                result,
                sentAt,
                sentBy,
                arrivedAt,
                backReason,
                wanted,
                owed);
    }

    /** Late when the result is owed and its date is over. */
    public boolean late(LocalDateTime now) {
        return status.running() && state != State.BACK && due.isBefore(now);
    }
}
