package vn.kientao.reform.procedures.app.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterColumn;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.LetterSignature;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.Owner;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.domain.dossier.Submission;
import vn.kientao.reform.procedures.domain.paper.PaperDetails;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.paper.PaperKind;

/**
 * Writes the papers of one dossier with the fields of Circular 01/2018/TT-VPCP and of Circular 03/2025/TT-VPCP, Annex I:
 * both ask for the same, under titles and numbers that the form in force brings along.
 */
final class PaperComposer {
    private final PaperForm form;
    private final Dossier dossier;
    private final Submission submission;
    private final PaperDetails details;
    private final PaperHead head;
    private final String officer;
    private final List<LetterPart> parts = new ArrayList<>();

    PaperComposer(PaperForm form, Dossier dossier, PaperDetails details, PaperHead head, String officer) {
        this.form = form;
        this.dossier = dossier;
        this.submission = dossier.submission();
        this.details = details;
        this.head = head;
        this.officer = officer;
    }

    /** @param reference number and symbol; empty where the law numbers nothing */
    Letter letter(String reference, String place, LocalDate day) {
        switch (form.kind()) {
            case RECEIPT -> receipt();
            case SUPPLEMENT -> supplement();
            case REFUSAL, STOP -> decline();
            case APOLOGY -> apology();
            case CONTROL -> control();
            case HAND_OVER -> handOver();
            case REGISTER, HAND_OVER_LIST ->
                throw new IllegalArgumentException(form.kind() + " is no paper of one dossier");
        }
        String code = PaperWords.get("paper.receipt.code") + " " + dossier.code();
        String shown = reference.isEmpty() ? code : PaperWords.get("paper.number", reference);
        LetterHead top = new LetterHead(
                head.parent(), head.agency(), PaperWords.get("paper.receipt.desk"), shown, "", place, day, head.qr());
        return new Letter(form.paper(), top, form.title(), "", parts, signatures(), List.of());
    }

    private void receipt() {
        field("received-by", PaperWords.get("paper.receipt.desk.of", head.agency()));
        Applicant applicant = submission.applicant();
        field(
                "from",
                applicant.name() + " (" + PaperWords.get(submission.channel().textKey()) + ")");
        field("id", applicant.idNumber());
        field("address", applicant.address());
        field("phone", applicant.phone());
        field("email", applicant.email());
        content();
        papers();
        field("sets", PaperWords.get("paper.receipt.sets.value", "" + submission.sets()));
        field("limit", PaperWords.limit(dossier.appointment()));
        field("received", PaperWords.time(dossier.receivedAt()));
        field("due", PaperWords.time(dossier.appointment().due()));
        field(
                "result-by",
                PaperWords.get("dossier.result-by." + submission.resultBy().number()));
        parts.add(new LetterPart.Text(PaperWords.get("paper.receipt.tracking", head.tracking())));
    }

    private void supplement() {
        codeIfNumbered();
        field("owner", owner());
        content();
        field("address", submission.applicant().address());
        field("phone", submission.applicant().phone());
        field("email", submission.applicant().email());
        parts.add(new LetterPart.Text(PaperWords.get("paper.supplement.ask")));
        List<List<String>> rows = new ArrayList<>();
        for (String item : details.items()) {
            rows.add(List.of("" + (rows.size() + 1), item));
        }
        parts.add(new LetterPart.Table(
                List.of(
                        new LetterColumn(PaperWords.get("paper.receipt.no"), 12, true),
                        new LetterColumn(PaperWords.get("paper.supplement.item"), 88, false)),
                rows));
        field("reason", details.reason());
        parts.add(new LetterPart.Text(PaperWords.get("paper.guide", officer, head.tracking())));
    }

    private void decline() {
        codeIfNumbered();
        field("owner", owner());
        content();
        field("address", submission.applicant().address());
        field("phone", submission.applicant().phone());
        parts.add(new LetterPart.Text(PaperWords.get("paper." + form.kind().word() + ".says", head.agency())));
        field("reason", details.reason());
        parts.add(new LetterPart.Text(PaperWords.get("paper.guide", officer, head.tracking())));
    }

    private void apology() {
        parts.add(new LetterPart.Field(PaperWords.get("paper.apology.to"), owner()));
        parts.add(new LetterPart.Text(PaperWords.get(
                "paper.apology.says",
                head.agency(),
                Formats.date(dossier.receivedAt().toLocalDate()),
                dossier.code().toString(),
                dossier.procedure().name(),
                PaperWords.time(dossier.appointment().due()))));
        field("reason", details.reason());
        details.day().ifPresent(day -> field("new-due", Formats.date(day)));
        parts.add(new LetterPart.Text(PaperWords.get("paper.apology.sorry")));
    }

    private void control() {
        codeIfNumbered();
        content();
        field("from", submission.applicant().name());
        field("owner", owner());
        field("received", PaperWords.time(dossier.receivedAt()));
        field("limit", PaperWords.limit(dossier.appointment()));
        field("due", PaperWords.time(dossier.appointment().due()));
        papers();
        List<List<String>> rows = dossier.events().stream()
                .map(event -> List.of(
                        event.place().isEmpty() ? work(event) : event.place(),
                        PaperWords.time(event.at()),
                        event.who(),
                        event.note()))
                .toList();
        parts.add(new LetterPart.Table(
                List.of(
                        new LetterColumn(PaperWords.get("paper.control.unit"), 30, false),
                        new LetterColumn(PaperWords.get("paper.control.time"), 25, true),
                        new LetterColumn(PaperWords.get("paper.control.who"), 22, false),
                        new LetterColumn(PaperWords.get("paper.control.note"), 23, false)),
                rows));
    }

    private static String work(DossierEvent event) {
        return event.action() == DossierAction.RECEIVE
                ? PaperWords.get("paper.control.received")
                : PaperWords.get("dossier.action." + event.action().word());
    }

    private void handOver() {
        codeIfNumbered();
        content();
        field("owner", owner());
        dossier.result().ifPresent(this::result);
        field("handed-to", dossier.handedTo());
        dossier.handedOverAt().ifPresent(at -> field("handed-at", PaperWords.time(at)));
    }

    private void result(DossierResult result) {
        field("result-number", result.number());
        field("result-summary", result.summary());
        field("result-signed", result.signer() + ", " + Formats.date(result.signedOn()));
    }

    private void codeIfNumbered() {
        if (form.numbered()) {
            parts.add(new LetterPart.Field(
                    PaperWords.get("paper.receipt.code"), dossier.code().toString()));
        }
    }

    private void content() {
        field(
                "procedure",
                dossier.procedure().name() + " (" + dossier.procedure().code() + ")");
        field("content", submission.content());
        if (form.kind() == PaperKind.RECEIPT) {
            field("owner", submission.owner().map(Owner::name).orElse(""));
            field("owner-address", submission.owner().map(Owner::address).orElse(""));
        }
    }

    private void papers() {
        List<List<String>> rows = new ArrayList<>();
        for (ReceivedPaper paper : submission.papers()) {
            if (paper.received()) {
                rows.add(List.of(
                        "" + (rows.size() + 1),
                        paper.name(),
                        "" + paper.originals(),
                        "" + paper.certified(),
                        "" + paper.copies()));
            }
        }
        parts.add(new LetterPart.Text(PaperWords.get("paper.receipt.papers")));
        parts.add(new LetterPart.Table(
                List.of(
                        new LetterColumn(PaperWords.get("paper.receipt.no"), 8, true),
                        new LetterColumn(PaperWords.get("dossier.field.paper-name"), 53, false),
                        new LetterColumn(PaperWords.get("dossier.field.paper-originals"), 13, true),
                        new LetterColumn(PaperWords.get("dossier.field.paper-certified"), 13, true),
                        new LetterColumn(PaperWords.get("dossier.field.paper-copies"), 13, true)),
                rows));
    }

    /** Whose dossier it is: whoever handed it in, unless somebody else was named. */
    private String owner() {
        return submission.owner().map(Owner::name).orElse(submission.applicant().name());
    }

    /** A line of the form; left out when there is nothing to say. */
    private void field(String name, String value) {
        if (!value.isEmpty()) {
            parts.add(new LetterPart.Field(PaperWords.get("paper.receipt." + name), value));
        }
    }

    private List<LetterSignature> signatures() {
        String how = PaperWords.get("paper.sign.how");
        LetterSignature desk = new LetterSignature(List.of(PaperWords.get("paper.receipt.sign.officer")), how, officer);
        return switch (form.kind()) {
            case RECEIPT, SUPPLEMENT, REFUSAL ->
                List.of(
                        new LetterSignature(
                                List.of(PaperWords.get("paper.receipt.sign.applicant")),
                                how,
                                submission.applicant().name()),
                        desk);
            case HAND_OVER ->
                List.of(
                        new LetterSignature(List.of(PaperWords.get("paper.sign.taker")), how, dossier.handedTo()),
                        new LetterSignature(List.of(PaperWords.get("paper.sign.giver")), how, officer));
            case CONTROL -> List.of();
            default -> List.of(new LetterSignature(List.of(PaperWords.get("paper.sign.head")), "", ""));
        };
    }
}
