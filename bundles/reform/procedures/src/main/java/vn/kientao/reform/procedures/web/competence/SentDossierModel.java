package vn.kientao.reform.procedures.web.competence;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.competence.Errand;
import vn.kientao.reform.procedures.domain.competence.SentDossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.Transition;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.DossierWords;
import vn.kientao.reform.procedures.web.dossier.StepField;

/**
 * A dossier that another agency settles, as the receiving desk sees it, with what the desk can do.
 *
 * @param competent name of the agency that settles it
 * @param last what the desk did last; empty before
 * @param payments the money that the desk took
 * @param papers what the desk issued, the receipts of that money among them
 */
public record SentDossierModel(
        Page page,
        SentDossier dossier,
        String competent,
        Optional<Errand> last,
        List<Errand> payments,
        List<IssuedPaper> papers,
        FormView form,
        LocalDateTime now) {

    public SentDossierModel {
        payments = List.copyOf(payments);
        papers = List.copyOf(papers);
    }

    /** What is owed, with its notice and its day. */
    public String owed(SentDossier.Owed owed) {
        return Stream.of(
                        owed.what() + ": " + Formats.number(owed.amount()) + " đ",
                        owed.document(),
                        owed.payBy()
                                .map(day -> page.text("sent.owed.by", Formats.date(day)))
                                .orElse(""))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** A payment that this desk took, for its books. */
    public String payment(Errand errand) {
        Errand.Taken taken = errand.taken().orElseThrow();
        return page.text(
                "sent.payment",
                Formats.number(taken.amount()),
                taken.receipt(),
                page.text("dossier.pay-channel." + taken.channel()),
                errand.who(),
                Formats.time(errand.givenAt()));
    }

    /** A paper by its name and number. */
    public String paper(IssuedPaper paper) {
        return (page.text(paper.kind().textKey()) + " " + paper.reference()).strip();
    }

    public String address(IssuedPaper paper) {
        return page.link("/sent/" + dossier.code() + "/papers/" + paper.id() + "/pdf");
    }

    /** Whether the reader may open papers: they hold personal data. */
    public boolean opensPapers() {
        return page.can(DeskPermissions.PERSONAL_DATA);
    }

    /** How somebody pays. */
    public StepField payChannel() {
        return new StepField(
                "payChannel",
                page.text("dossier.field.payChannel"),
                StepField.Kind.CHOICE,
                true,
                Stream.of("1", "2", "3")
                        .map(number -> new StepField.Option(number, page.text("dossier.pay-channel." + number)))
                        .toList());
    }

    public DossierWords.Tag state() {
        return SentWords.state(dossier, page.texts());
    }

    /** What the desk can do now, and the reader may. */
    public List<DossierAction> offers() {
        boolean waits =
                last.filter(one -> one.outcome() == Errand.Outcome.WAITING).isPresent();
        return waits
                ? List.of()
                : Errand.ACTIONS.stream()
                        .filter(action -> Errand.fits(action, dossier))
                        .filter(action -> page.can(DeskPermissions.of(Transition.by(action))))
                        .toList();
    }

    public String address(DossierAction action) {
        return page.link("/sent/" + dossier.code() + "/" + action.word());
    }

    /** What became of what the desk did last, in one sentence. */
    public Optional<String> news() {
        return last.map(one -> {
            String what = page.text("dossier.action." + one.action().word());
            return one.outcome() == Errand.Outcome.REFUSED
                    ? page.text("sent.errand.refused", what, page.text(one.refusal(), "", ""))
                    : page.text("sent.errand." + one.outcome().word(), what);
        });
    }

    /** Whether that went wrong. */
    public boolean refused() {
        return last.filter(one -> one.outcome() == Errand.Outcome.REFUSED).isPresent();
    }
}
