package vn.kientao.reform.procedures.app.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.FinancialDuty;
import vn.kientao.reform.procedures.domain.dossier.Pause;

/** What stops the clock, lets it run on, or moves the date. */
public final class ClockSteps {
    private ClockSteps() {}

    /**
     * Yêu cầu nghĩa vụ tài chính.
     *
     * @param amount in đồng
     */
    public record AskPayment(String what, long amount, String document, Optional<LocalDate> payBy)
            implements DossierStep {
        public AskPayment {
            requireNonNull(what, "what");
            requireNonNull(document, "document");
            requireNonNull(payBy, "payBy");
        }

        @Override
        public DossierAction action() {
            return DossierAction.ASK_PAYMENT;
        }

        @Override
        public String note() {
            return what;
        }

        @Override
        public void apply(StepWork work) {
            work.records()
                    .add(
                            work.transaction(),
                            work.id(),
                            new FinancialDuty(
                                    StepWork.numberAfter(work.history().duties()),
                                    what,
                                    amount,
                                    document,
                                    work.now(),
                                    payBy,
                                    Optional.empty()));
            if (work.settings().paymentPauses() && !work.present().standing().paused()) {
                work.stopClock(Pause.Cause.PAYMENT, what, document);
            }
        }
    }

    /**
     * Xác nhận đã nộp.
     *
     * @param amount in đồng
     * @param takenBy code of the receiving unit that took the money for the agency; empty when the agency took it itself
     */
    public record ConfirmPayment(long amount, int channel, String receipt, String payer, String note, String takenBy)
            implements DossierStep {
        /** The agency took the money itself. */
        public ConfirmPayment(long amount, int channel, String receipt, String payer, String note) {
            this(amount, channel, receipt, payer, note, "");
        }

        public ConfirmPayment {
            requireNonNull(takenBy, "takenBy");
            requireNonNull(receipt, "receipt");
            requireNonNull(payer, "payer");
            requireNonNull(note, "note");
        }

        @Override
        public DossierAction action() {
            return DossierAction.CONFIRM_PAYMENT;
        }

        @Override
        public String document() {
            return receipt;
        }

        @Override
        public void apply(StepWork work) {
            int number = work.history().openDuty().orElseThrow().number();
            work.records()
                    .pay(
                            work.transaction(),
                            work.id(),
                            number,
                            new FinancialDuty.Payment(work.now(), amount, channel, receipt, payer, takenBy));
            boolean paused = work.history()
                    .openPause()
                    .filter(pause -> pause.cause() == Pause.Cause.PAYMENT)
                    .isPresent();
            if (paused) {
                work.runOn(note);
            }
        }
    }

    /** Tạm dừng tính thời hạn, for a reason of law. */
    public record Stop(String note, String document) implements DossierStep {
        public Stop {
            requireNonNull(note, "note");
            requireNonNull(document, "document");
        }

        @Override
        public DossierAction action() {
            return DossierAction.PAUSE;
        }

        @Override
        public void apply(StepWork work) {
            work.stopClock(Pause.Cause.OTHER, note, document);
        }
    }

    /** Tính tiếp thời hạn. */
    public record Resume(String note, String document) implements DossierStep {
        public Resume {
            requireNonNull(note, "note");
            requireNonNull(document, "document");
        }

        @Override
        public DossierAction action() {
            return DossierAction.RESUME;
        }

        @Override
        public void apply(StepWork work) {
            work.runOn(note);
        }
    }

    /** Xin lỗi và hẹn lại: another date, with the reason (Decree 61/2018/NĐ-CP, Article 19(9)). */
    public record ReAppoint(LocalDateTime due, String note, String document) implements DossierStep {
        public ReAppoint {
            requireNonNull(due, "due");
            requireNonNull(note, "note");
            requireNonNull(document, "document");
        }

        @Override
        public DossierAction action() {
            return DossierAction.RE_APPOINT;
        }

        @Override
        public void apply(StepWork work) {
            work.next().reAppointed();
            work.promise(
                    new Appointment.SetByHand(due, work.present().appointment().limitText(), note), note);
        }
    }
}
