package vn.kientao.reform.procedures.web.petition;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionAction;
import vn.kientao.reform.procedures.domain.petition.PetitionClass;
import vn.kientao.reform.procedures.web.dossier.DossierWords.Tag;

/**
 * A petition on the desk of those who answer it.
 *
 * @param kind what it is about, in words
 * @param refused the action whose form has mistakes
 */
public record PetitionModel(
        FormView form,
        Petition petition,
        String kind,
        Optional<PetitionAction> refused,
        LocalDateTime now,
        Optional<String> from,
        Optional<String> to,
        List<Agency> others) {

    public Page page() {
        return form.page();
    }

    public Tag state() {
        return PetitionWords.state(petition.state(), page().texts());
    }

    public String received() {
        return Formats.time(petition.receivedAt());
    }

    public String due() {
        return Formats.time(petition.due());
    }

    public String answerDue() {
        return Formats.time(petition.answerDue());
    }

    public boolean late() {
        return petition.late(now);
    }

    /** What the reader may do now, in the order of the work. */
    public List<PetitionAction> actions() {
        return Arrays.stream(PetitionAction.values())
                .filter(petition::allows)
                .filter(this::permitted)
                .toList();
    }

    private boolean permitted(PetitionAction action) {
        return switch (action.by()) {
            case HANDLER -> page().can(PetitionPermissions.HANDLE);
            case APPROVER -> page().can(PetitionPermissions.APPROVE);
            case SENDER -> false;
        };
    }

    /** Where the form of an action goes. */
    public String address(PetitionAction action) {
        String door = action.by() == PetitionAction.By.APPROVER ? "/approve" : "/handle";
        return page().link("/petitions/" + petition.id() + door);
    }

    public boolean open(PetitionAction action) {
        return refused.filter(action::equals).isPresent();
    }

    /**
     * What stands in a field of an action's form: what was typed, else what is known; who the sender is must not be published
     * by oversight.
     */
    public String value(PetitionAction action, String field) {
        if (open(action)) {
            return form.value(field);
        }
        return switch (field) {
            case "answer" -> petition.answer();
            case "title" -> petition.text().sender().maskedIn(petition.text().title());
            case "content" -> petition.text().sender().maskedIn(petition.text().content());
            default -> "";
        };
    }

    public Optional<String> error(PetitionAction action, String field) {
        return open(action) ? form.error(field) : Optional.empty();
    }

    public List<PetitionClass> classes() {
        return List.of(PetitionClass.CONDUCT, PetitionClass.OWN_RULE);
    }
}
