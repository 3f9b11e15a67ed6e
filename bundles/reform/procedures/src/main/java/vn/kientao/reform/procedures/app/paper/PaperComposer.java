package vn.kientao.reform.procedures.app.paper;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterColumn;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.LetterSignature;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.Owner;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.domain.dossier.Submission;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;
import vn.kientao.reform.procedures.domain.paper.ControlLine;
import vn.kientao.reform.procedures.domain.paper.PaperAgency;
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
    private final DossierHistory history;
    private final Submission submission;
    private final PaperDetails details;
    private final PaperAgency says;
    private final PaperHead head;
    private final String officer;
    private final List<LetterPart> parts = new ArrayList<>();

    PaperComposer(PaperForm form, PaperSubject subject, PaperAgency says, PaperHead head, String officer) {
        this.form = form;
        this.dossier = subject.dossier();
        this.history = subject.history();
        this.submission = dossier.submission();
        this.details = subject.details();
        this.says = says;
        this.head = head;
        this.officer = officer;
    }

    /**
     * The paper. What goes to another body has no QR code: the applicant's key is in it.
     *
     * @param reference number and symbol; empty where the law numbers nothing
     */
    Letter letter(String reference, LocalDate day) {
        switch (form.kind()) {
            case RECEIPT -> receipt();
            case SUPPLEMENT -> supplement();
            case REFUSAL, STOP -> decline();
            case APOLOGY -> apology();
            case CONTROL -> control();
            case HAND_OVER -> handOver();
            case FEE_NOTICE, FEE_RECEIPT, OPINION_REQUEST, PAUSE, CORRECTION -> {
                codeIfNumbered();
                content();
                field("owner", owner());
                parts.addAll(new NoticeParts(form.kind(), history, details).of(dossier.appointment()));
            }
            case REGISTER, HAND_OVER_LIST ->
                throw new IllegalArgumentException(form.kind() + " is no paper of one dossier");
        }
        String code = PaperWords.get("paper.receipt.code") + " " + dossier.code();
        String shown = reference.isEmpty() ? code : PaperWords.get("paper.number", reference);
        LetterHead top = new LetterHead(
                head.parent(),
                head.agency(),
                form.kind().ofAgency() ? "" : PaperWords.get("paper.receipt.desk"),
                shown,
                "",
                says.place(),
                day,
                form.kind() == PaperKind.OPINION_REQUEST ? "" : head.qr());
        List<String> receivers = form.kind().ofAgency()
                ? List.of(
                        PaperWords.get("paper.receivers.addressee"),
                        PaperWords.get("paper.receivers.desk"),
                        PaperWords.get("paper.receivers.archive"))
                : List.of();
        return new Letter(form.paper(), top, form.title(), "", parts, signatures(), receivers);
    }

    private void receipt() {
        field("received-by", PaperWords.get("paper.receipt.desk.of", head.agency()));
        Applicant applicant = submission.applicant();
        field(
                "from",
                applicant.name() + " (" + PaperWords.get(submission.channel().textKey()) + ")");
        field("id", applicant.idNumber());
        field("address", applicant.address());
        reach();
        content();
        papers();
        field("sets", PaperWords.get("paper.receipt.sets.value", "" + submission.sets()));
        field("limit", PaperWords.limit(dossier.appointment()));
        field("received", PaperWords.time(dossier.receivedAt()));
        field("due", PaperWords.time(dossier.appointment().due()));
        field(
                "result-by",
                PaperWords.get("dossier.result-by." + submission.resultBy().number()));
        parts.add(new LetterPart.Text(
                says.phone().isEmpty()
                        ? PaperWords.get("paper.receipt.tracking", head.tracking())
                        : PaperWords.get("paper.receipt.tracking.phone", head.tracking(), says.phone())));
    }

    private void supplement() {
        addressed();
        parts.add(new LetterPart.Text(PaperWords.get("paper.supplement.ask")));
        List<List<String>> rows = new ArrayList<>();
        for (SupplementRequest.Item item : details.items()) {
            rows.add(List.of("" + (rows.size() + 1), item.paper(), item.what()));
        }
        parts.add(new LetterPart.Table(
                List.of(
                        new LetterColumn(PaperWords.get("paper.receipt.no"), 8, true),
                        new LetterColumn(PaperWords.get("paper.supplement.item"), 42, false),
                        new LetterColumn(PaperWords.get("paper.supplement.what"), 50, false)),
                rows));
        because();
        details.until().ifPresent(day -> field("respond-by", PaperWords.time(day)));
        guide();
    }

    private void decline() {
        addressed();
        parts.add(new LetterPart.Text(PaperWords.get("paper." + form.kind().word() + ".says", head.agency())));
        because();
        guide();
    }

    /** What the slips for the applicant begin with. */
    private void addressed() {
        codeIfNumbered();
        field("owner", owner());
        content();
        field(
                "address",
                submission
                        .owner()
                        .map(Owner::address)
                        .filter(given -> !given.isEmpty())
                        .orElse(submission.applicant().address()));
        reach();
    }

    /** Phone and, where there is one, e-mail, in one line: the slip is small. */
    private void reach() {
        Applicant applicant = submission.applicant();
        if (applicant.email().isEmpty()) {
            field("phone", applicant.phone());
        } else {
            field("phone-email", applicant.phone() + ", " + applicant.email());
        }
    }

    private void because() {
        field("reason", details.reason());
        field("basis", details.basis());
    }

    /** Whom to ask: as the request says it, or else the officer, the phone of the desk and the page. */
    private void guide() {
        String whom = details.guide().isEmpty() ? officer : details.guide();
        parts.add(new LetterPart.Text(
                says.phone().isEmpty()
                        ? PaperWords.get("paper.guide", whom, head.tracking())
                        : PaperWords.get("paper.guide.phone", whom, says.phone(), head.tracking())));
    }

    private void apology() {
        field("to", owner());
        parts.add(new LetterPart.Text(PaperWords.get(
                "paper.apology.says",
                head.agency(),
                Formats.date(dossier.receivedAt().toLocalDate()),
                dossier.code().toString(),
                dossier.procedure().name(),
                details.was().map(PaperWords::time).orElse(""))));
        because();
        details.until().ifPresent(day -> field("new-due", PaperWords.time(day)));
        parts.add(new LetterPart.Text(PaperWords.get("paper.apology.sorry", head.agency())));
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
        String desk = PaperWords.get("paper.control.desk");
        List<List<String>> rows = new ArrayList<>();
        for (ControlLine line : ControlLine.of(dossier, history, desk, PaperWords.get("paper.control.applicant"))) {
            rows.add(List.of(
                    PaperWords.get("paper.control.from-to", line.from(), line.to()),
                    signed(Optional.of(line.givenAt()), line.giver()),
                    signed(line.takenAt(), line.taker()),
                    line.punctuality().map(key -> PaperWords.get(key)).orElse(""),
                    line.note()));
        }
        parts.add(new LetterPart.Table(
                List.of(
                        new LetterColumn(PaperWords.get("paper.control.unit"), 22, false),
                        new LetterColumn(PaperWords.get("paper.control.given"), 24, true),
                        new LetterColumn(PaperWords.get("paper.control.taken"), 24, true),
                        new LetterColumn(PaperWords.get("paper.control.result"), 13, true),
                        new LetterColumn(PaperWords.get("paper.control.note"), 17, false)),
                rows));
    }

    /** When, and a line to sign on above the name. */
    private static String signed(Optional<LocalDateTime> at, String name) {
        return at.map(PaperWords::time).orElse("") + "\n\n" + name;
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
            submission
                    .owner()
                    .ifPresent(owner -> field(
                            "owner", owner.address().isEmpty() ? owner.name() : owner.name() + ", " + owner.address()));
        }
    }

    private void papers() {
        List<List<String>> rows = new ArrayList<>();
        for (ReceivedPaper paper : submission.papers()) {
            if (paper.received()) {
                rows.add(List.of(
                        "" + (rows.size() + 1),
                        named(paper),
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

    /** With where it is re-used from: nothing of it lies in the dossier on paper. */
    private static String named(ReceivedPaper paper) {
        return switch (paper.digital()) {
            case NONE, SCANNED -> paper.name();
            case RE_USED_PAPER -> paper.name() + " (" + PaperWords.get("returning.reused", paper.source()) + ")";
            case RE_USED_RESULT ->
                paper.name() + " (" + PaperWords.get("returning.reused-result", paper.source()) + ")";
        };
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
            case FEE_RECEIPT ->
                PaymentParts.signatures(
                        history.duties()
                                .get((int) details.record() - 1)
                                .payment()
                                .orElseThrow()
                                .payer(),
                        officer);
            case CONTROL -> List.of();
            default -> List.of(new LetterSignature(List.of(headOfAgency()), "", says.signer()));
        };
    }

    private String headOfAgency() {
        return says.signsAs().isEmpty() ? PaperWords.get("paper.sign.head") : says.signsAs();
    }
}
