package vn.kientao.reform.procedures.app.petition;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.petition.NewPetition;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionAction;
import vn.kientao.reform.procedures.domain.petition.PetitionState;

/** What a petition looks like after a change; decides nothing about who may make it. */
final class PetitionSteps {
    private static final LocalTime CLOSING = LocalTime.of(17, 0);

    private PetitionSteps() {}

    static Petition after(Petition petition, PetitionChange change, LocalDateTime at) {
        PetitionAction action = change.action();
        PetitionState state = action.to(petition.state());
        return new Petition(
                petition.id(),
                text(petition, change),
                petition.receivedAt(),
                state,
                change.classification().or(petition::classification),
                due(petition, action, at),
                petition.answerDue(),
                petition.updateDays(),
                petition.legalBasis(),
                assigned(petition, change),
                answer(petition, change),
                state.running() ? Optional.empty() : petition.endedAt().or(() -> Optional.of(at)),
                published(petition, change, at),
                action == PetitionAction.REOPEN
                        ? Optional.empty()
                        : change.rating().or(petition::rating),
                action == PetitionAction.REOPEN ? petition.reopened() + 1 : petition.reopened(),
                petition.events(),
                petition.version());
    }

    /** What the sender adds stands below what was there. */
    private static NewPetition text(Petition petition, PetitionChange change) {
        NewPetition text = petition.text();
        if (change.action() != PetitionAction.SUPPLEMENT) {
            return text;
        }
        return new NewPetition(
                text.agency(),
                text.kind(),
                text.channel(),
                text.sender(),
                text.dossier(),
                text.title(),
                text.content() + "\n\n" + change.note());
    }

    /**
     * The deadline that counts: while a petition waits to be classified, that to forward it; then the answer's; once the
     * sender was told that it takes longer, so many days after that (Decision 574/QĐ-TTg of 2017).
     */
    private static LocalDateTime due(Petition petition, PetitionAction action, LocalDateTime at) {
        return switch (action) {
            case ASSIGN, RETURN -> later(petition.due(), petition.answerDue());
            case UPDATE ->
                later(
                        petition.answerDue(),
                        at.toLocalDate().plusDays(petition.updateDays()).atTime(CLOSING));
            case REOPEN -> at.toLocalDate().plusDays(petition.updateDays()).atTime(CLOSING);
            default -> petition.due();
        };
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static String assigned(Petition petition, PetitionChange change) {
        return change.to().isEmpty() ? petition.assignedTo() : change.to();
    }

    private static String answer(Petition petition, PetitionChange change) {
        return change.action() == PetitionAction.DRAFT ? change.answer() : petition.answer();
    }

    private static Optional<Petition.Published> published(Petition petition, PetitionChange change, LocalDateTime at) {
        return switch (change.action()) {
            case PUBLISH -> Optional.of(new Petition.Published(at, change.title(), change.content(), change.answer()));
            case UNPUBLISH, REOPEN -> Optional.empty();
            default -> petition.published();
        };
    }
}
