package vn.kientao.reform.procedures.app.paper;

import java.util.ArrayList;
import java.util.List;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.Correction;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.FinancialDuty;
import vn.kientao.reform.procedures.domain.dossier.Opinion;
import vn.kientao.reform.procedures.domain.paper.PaperDetails;
import vn.kientao.reform.procedures.domain.paper.PaperKind;

/**
 * What the papers say that go with a step of Decree 61/2018/NĐ-CP, Articles 19 and 21, without a form of the circular: the
 * record of the step, under the head that all papers share.
 */
final class NoticeParts {
    private final PaperKind kind;
    private final DossierHistory history;
    private final PaperDetails details;
    private final List<LetterPart> parts = new ArrayList<>();

    NoticeParts(PaperKind kind, DossierHistory history, PaperDetails details) {
        this.kind = kind;
        this.history = history;
        this.details = details;
    }

    /** @param promised when the dossier is due as it stands */
    List<LetterPart> of(Appointment promised) {
        switch (kind) {
            case FEE_NOTICE -> feeNotice(duty());
            case FEE_RECEIPT -> parts.addAll(PaymentParts.of(duty()));
            case OPINION_REQUEST -> opinion(history.opinions().get(place()));
            case PAUSE -> pause();
            case CORRECTION -> correction(history.corrections().get(place()), promised);
            default -> throw new IllegalArgumentException(kind + " (expected: a paper without a form of the circular)");
        }
        return parts;
    }

    private FinancialDuty duty() {
        return history.duties().get(place());
    }

    /** Records are numbered from 1, in order. */
    private int place() {
        return (int) details.record() - 1;
    }

    private void feeNotice(FinancialDuty duty) {
        field("fee.what", duty.what());
        PaymentParts.amount(parts, duty.amount());
        field("fee.document", duty.document());
        duty.payBy().ifPresent(day -> field("fee.pay-by", Formats.date(day)));
        say("fee.notice.says");
    }

    private void opinion(Opinion opinion) {
        field("opinion.to", opinion.body());
        field("opinion.content", opinion.content());
        field("opinion.document", opinion.document());
        field("opinion.due", PaperWords.time(opinion.due()));
        say("opinion.says");
    }

    private void pause() {
        field("pause.from", PaperWords.time(history.pauses().get(place()).from()));
        field("receipt.reason", details.reason());
        field("receipt.basis", details.basis());
        say("pause.says");
    }

    private void correction(Correction correction, Appointment promised) {
        field("correction.result", correction.result());
        field("correction.what", correction.what());
        field("correction.responsible", correction.responsible());
        field("correction.cost", PaperWords.get("paper.fee.amount.value", Formats.number(correction.cost())));
        field("receipt.basis", correction.document());
        field("receipt.new-due", PaperWords.time(promised.due()));
        say("correction.says");
    }

    private void field(String name, String value) {
        if (!value.isEmpty()) {
            parts.add(new LetterPart.Field(PaperWords.get("paper." + name), value));
        }
    }

    private void say(String name) {
        parts.add(new LetterPart.Text(PaperWords.get("paper." + name)));
    }
}
