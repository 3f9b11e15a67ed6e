package vn.kientao.reform.procedures.app.paper;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.LetterSignature;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.domain.dossier.FinancialDuty;
import vn.kientao.reform.procedures.domain.paper.AmountInWords;

/**
 * What the receipt of a fee says of the money: for what, how much in digits and in words, how and when it was paid, and its
 * number in the books of the unit that took it.
 */
final class PaymentParts {
    private PaymentParts() {}

    static List<LetterPart> of(FinancialDuty duty) {
        FinancialDuty.Payment payment = duty.payment().orElseThrow();
        return of(
                new Paid(duty.what(), duty.document(), payment.amount(), payment.channel(), payment.receipt()),
                payment.payer(),
                payment.at());
    }

    static List<LetterPart> of(Paid paid, String payer, LocalDateTime at) {
        List<LetterPart> parts = new ArrayList<>();
        field(parts, "payer", payer);
        field(parts, "what", paid.what());
        amount(parts, paid.amount());
        field(parts, "document", paid.document());
        field(parts, "channel", PaperWords.get("dossier.pay-channel." + paid.channel()));
        field(parts, "at", PaperWords.time(at));
        field(parts, "receipt", paid.receipt());
        return parts;
    }

    /** In digits and in words, as everything that speaks of money does. */
    static void amount(List<LetterPart> parts, long amount) {
        field(parts, "amount", PaperWords.get("paper.fee.amount.value", Formats.number(amount)));
        field(parts, "amount-in-words", AmountInWords.of(amount));
    }

    static List<LetterSignature> signatures(String payer, String officer) {
        String how = PaperWords.get("paper.sign.how");
        return List.of(
                new LetterSignature(List.of(PaperWords.get("paper.fee.sign.payer")), how, payer),
                new LetterSignature(List.of(PaperWords.get("paper.fee.sign.taker")), how, officer));
    }

    private static void field(List<LetterPart> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(new LetterPart.Field(PaperWords.get("paper.fee." + name), value));
        }
    }

    /**
     * Money that was taken.
     *
     * @param document number of the notice; may be empty
     * @param amount in đồng
     * @param channel 1 at the counter, 2 online, 3 through the post or a bank
     * @param receipt number in the books of the unit
     */
    record Paid(String what, String document, long amount, int channel, String receipt) {}
}
