package vn.kientao.reform.procedures.web.petition;

import java.util.List;
import java.util.stream.Stream;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionAction;
import vn.kientao.reform.procedures.domain.petition.PetitionEvent;
import vn.kientao.reform.procedures.domain.petition.PetitionState;
import vn.kientao.reform.procedures.web.dossier.DossierWords.Tag;

/**
 * What a sender sees of the own petition: its way in plain words, what is asked, and the answer. Names of officers and
 * notes among them stay inside.
 *
 * @param code the sender's code, which travels with the forms
 */
public record FeedbackTrackModel(FormView form, Petition petition, List<Petition> before, String code, String agency) {

    public Page page() {
        return form.page();
    }

    public Tag state() {
        return PetitionWords.state(petition.state(), page().texts());
    }

    public String due() {
        return Formats.date(petition.answerDue().toLocalDate());
    }

    /** What happened, for the sender's eyes. */
    public List<Step> steps() {
        return Stream.concat(before.stream(), Stream.of(petition))
                .flatMap(one ->
                        one.events().stream().filter(FeedbackTrackModel::told).map(event -> step(one, event)))
                .toList();
    }

    private static boolean told(PetitionEvent event) {
        return switch (event.action()) {
            case DRAFT, RETURN, APPROVE -> false;
            default -> true;
        };
    }

    private Step step(Petition one, PetitionEvent event) {
        if (event.action() == PetitionAction.RECEIVE && !before.isEmpty() && !one.equals(before.get(0))) {
            return new Step(page().text("petition.step.arrive"), Formats.time(event.at()), "");
        }
        if (event.action() == PetitionAction.FORWARD) {
            return new Step(
                    page().text("petition.step.forward"),
                    Formats.time(event.at()),
                    page().text("track.event.place", one.assignedTo()));
        }
        boolean words = switch (event.action()) {
            case ASK, SUPPLEMENT, REFUSE, UPDATE, REOPEN, RATE -> true;
            default -> false;
        };
        return new Step(
                page().text("petition.step." + event.action().word()),
                Formats.time(event.at()),
                words ? event.note() : "");
    }

    /** Where it went, when another body answers. */
    public boolean forwarded() {
        return petition.state() == PetitionState.FORWARDED;
    }

    public boolean answered() {
        return petition.state() == PetitionState.ANSWERED;
    }

    public boolean may(PetitionAction action) {
        return petition.allows(action);
    }

    /** One thing that happened. */
    public record Step(String title, String when, String words) {}
}
