package vn.kientao.reform.procedures.app.paper;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.reform.procedures.domain.competence.Errand;
import vn.kientao.reform.procedures.domain.competence.SentDossier;
import vn.kientao.reform.procedures.domain.paper.PaperAgency;
import vn.kientao.reform.procedures.domain.paper.PaperForm;

/**
 * Money that a receiving unit took for a dossier which another agency settles, as its receipt tells of it: the dossier itself
 * is out of the unit's sight.
 *
 * @param head of the unit
 * @param competent name of the agency that settles the dossier
 */
public record SentReceipt(SentDossier sent, Errand errand, PaperHead head, String competent) {
    public SentReceipt {
        requireNonNull(sent, "sent");
        requireNonNull(errand, "errand");
        requireNonNull(head, "head");
        requireNonNull(competent, "competent");
    }

    Letter letter(PaperForm form, PaperAgency says, String reference) {
        Errand.Taken taken = errand.taken().orElseThrow();
        SentDossier.Owed owed =
                sent.owed().orElseGet(() -> new SentDossier.Owed("", taken.amount(), "", Optional.empty()));
        List<LetterPart> parts = new ArrayList<>();
        parts.add(new LetterPart.Field(PaperWords.get("paper.receipt.code"), sent.code()));
        parts.add(new LetterPart.Field(PaperWords.get("paper.receipt.procedure"), sent.procedure()));
        parts.add(new LetterPart.Field(PaperWords.get("paper.fee.for"), competent));
        parts.addAll(PaymentParts.of(
                new PaymentParts.Paid(owed.what(), owed.document(), taken.amount(), taken.channel(), taken.receipt()),
                errand.person(),
                errand.givenAt()));
        return new Letter(
                form.paper(),
                new LetterHead(
                        head.parent(),
                        head.agency(),
                        PaperWords.get("paper.receipt.desk"),
                        PaperWords.get("paper.number", reference),
                        "",
                        says.place(),
                        errand.givenAt().toLocalDate(),
                        head.qr()),
                form.title(),
                "",
                parts,
                PaymentParts.signatures(errand.person(), errand.who()),
                List.of());
    }
}
