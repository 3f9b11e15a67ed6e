package vn.kientao.reform.procedures.app.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.Correction;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.Opinion;
import vn.kientao.reform.procedures.domain.dossier.Standing;
import vn.kientao.reform.procedures.store.opinion.OpinionRequests;

/** What the handling room does (Decree 61/2018/NĐ-CP, Articles 19 and 21). */
public final class HandlerSteps {
    private HandlerSteps() {}

    /** Chuyển bước, bàn giao to another room or person, with a note. */
    public record PassOn(String place, Optional<Standing.Assignee> person, String note) implements DossierStep {
        public PassOn {
            requireNonNull(place, "place");
            requireNonNull(person, "person");
            requireNonNull(note, "note");
        }

        @Override
        public DossierAction action() {
            return DossierAction.PASS_ON;
        }

        @Override
        public void apply(StepWork work) {
            work.give(work.present().place(), place, stepDue(work), note);
            work.next().moveTo(place);
            work.next().assign(person);
            work.nextOfWorkflow();
        }
    }

    /** Nhận bàn giao: whoever takes it has it on the desk. */
    public record TakeOver(String note) implements DossierStep {
        public TakeOver {
            requireNonNull(note, "note");
        }

        @Override
        public DossierAction action() {
            return DossierAction.TAKE_OVER;
        }

        @Override
        public void apply(StepWork work) {
            work.takeOpen(work.doer().name());
            work.next()
                    .assign(Optional.of(new Standing.Assignee(
                            work.doer().account(), work.doer().name())));
        }
    }

    /**
     * Lấy ý kiến of another body.
     *
     * @param asked code of the agency that finds the request in its own list; empty for a body outside the platform
     */
    public record AskOpinion(String body, String note, String document, LocalDateTime due, Optional<String> asked)
            implements DossierStep {
        public AskOpinion {
            requireNonNull(body, "body");
            requireNonNull(note, "note");
            requireNonNull(document, "document");
            requireNonNull(due, "due");
            requireNonNull(asked, "asked");
        }

        /** Of a body outside the platform. */
        public AskOpinion(String body, String note, String document, LocalDateTime due) {
            this(body, note, document, due, Optional.empty());
        }

        @Override
        public DossierAction action() {
            return DossierAction.ASK_OPINION;
        }

        @Override
        public String place() {
            return body;
        }

        @Override
        public void apply(StepWork work) {
            Opinion opinion = new Opinion(
                    StepWork.numberAfter(work.history().opinions()),
                    body,
                    note,
                    document,
                    work.now(),
                    due,
                    Optional.empty());
            work.records().add(work.transaction(), work.id(), opinion);
            asked.ifPresent(agency -> new OpinionRequests()
                    .add(
                            work.transaction(),
                            work.present(),
                            agency,
                            opinion,
                            work.doer().name()));
        }
    }

    /**
     * Ghi nhận ý kiến.
     *
     * @param number which of the opinions was answered
     */
    public record RecordOpinion(int number, String note, String document) implements DossierStep {
        public RecordOpinion {
            requireNonNull(note, "note");
            requireNonNull(document, "document");
        }

        @Override
        public DossierAction action() {
            return DossierAction.RECORD_OPINION;
        }

        @Override
        public void apply(StepWork work) {
            work.records()
                    .answer(work.transaction(), work.id(), number, new Opinion.Answer(work.now(), note, document));
        }
    }

    /** Giải quyết xong: the signed result. */
    public record Finish(DossierResult result, String note) implements DossierStep {
        public Finish {
            requireNonNull(result, "result");
            requireNonNull(note, "note");
        }

        @Override
        public DossierAction action() {
            return DossierAction.FINISH;
        }

        @Override
        public String document() {
            return result.number();
        }

        @Override
        public void apply(StepWork work) {
            work.takeOpen(work.doer().name());
            work.next().settle(result, false, work.now());
        }
    }

    /**
     * Từ chối giải quyết, inside the time limit, with the reason (Article 19(8)).
     *
     * @param result number, signer and date of the refusal; its summary is the reason
     * @param document the provision that it rests on
     */
    public record Decline(DossierResult result, String document) implements DossierStep {
        public Decline {
            requireNonNull(result, "result");
            requireNonNull(document, "document");
        }

        @Override
        public DossierAction action() {
            return DossierAction.DECLINE;
        }

        @Override
        public String note() {
            return result.summary();
        }

        @Override
        public void apply(StepWork work) {
            work.takeOpen(work.doer().name());
            work.endWaiting();
            work.next().settle(result, true, work.now());
        }
    }

    /**
     * Sửa sai sót do cơ quan: it is taken back and settled anew, at the agency's cost (Article 21).
     *
     * @param responsible who answers for the error
     * @param cost in đồng
     * @param due when the right result is promised
     */
    public record Correct(String note, String responsible, long cost, String document, LocalDateTime due)
            implements DossierStep {
        public Correct {
            requireNonNull(note, "note");
            requireNonNull(responsible, "responsible");
            requireNonNull(document, "document");
            requireNonNull(due, "due");
        }

        @Override
        public DossierAction action() {
            return DossierAction.CORRECT;
        }

        @Override
        public void apply(StepWork work) {
            String wrong = work.present().result().map(DossierResult::number).orElse("");
            work.records()
                    .add(
                            work.transaction(),
                            work.id(),
                            new Correction(
                                    StepWork.numberAfter(work.history().corrections()),
                                    work.now(),
                                    note,
                                    responsible,
                                    cost,
                                    wrong,
                                    document));
            work.next().corrected();
            work.promise(
                    new Appointment.SetByHand(due, work.present().appointment().limitText(), note), note);
        }
    }

    private static Optional<LocalDateTime> stepDue(StepWork work) {
        return work.present().standing().position().flatMap(Standing.Position::due);
    }
}
