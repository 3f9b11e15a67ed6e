package vn.kientao.reform.procedures.web.petition;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionClass;
import vn.kientao.reform.procedures.domain.petition.PetitionEvent;
import vn.kientao.reform.procedures.domain.petition.PetitionRow;
import vn.kientao.reform.procedures.domain.petition.PublishedPetition;

/** A petition for programs. */
public record PetitionJson(
        long id,
        String number,
        String kind,
        String channel,
        String sender,
        String title,
        String content,
        String dossier,
        LocalDateTime receivedAt,
        String state,
        @Nullable String classification,
        LocalDateTime due,
        LocalDateTime answerDue,
        String legalBasis,
        String assignedTo,
        String answer,
        @Nullable Integer rating,
        boolean published,
        List<Event> events,
        long version) {

    static PetitionJson of(Petition petition) {
        return new PetitionJson(
                petition.id(),
                petition.number(),
                petition.text().kind(),
                petition.text().channel(),
                petition.text().sender().name(),
                petition.text().title(),
                petition.text().content(),
                petition.text().dossier(),
                petition.receivedAt(),
                petition.state().word(),
                petition.classification().map(PetitionClass::word).orElse(null),
                petition.due(),
                petition.answerDue(),
                petition.legalBasis(),
                petition.assignedTo(),
                petition.answer(),
                petition.rating().orElse(null),
                petition.published().isPresent(),
                petition.events().stream().map(Event::of).toList(),
                petition.version());
    }

    /** Something that was done to it. */
    public record Event(LocalDateTime at, String action, String state, String note) {
        static Event of(PetitionEvent event) {
            return new Event(event.at(), event.action().word(), event.state().word(), event.note());
        }
    }

    /** @param after where the next page begins; absent on the last one */
    public record Listing(List<Row> petitions, @Nullable Long after) {}

    /** A petition in a list. */
    public record Row(
            long id,
            String number,
            String kind,
            String title,
            LocalDateTime receivedAt,
            String state,
            LocalDateTime due,
            String assignedTo,
            boolean published) {
        static Row of(PetitionRow row) {
            return new Row(
                    row.id(),
                    row.number(),
                    row.kind(),
                    row.title(),
                    row.receivedAt(),
                    row.state().word(),
                    row.due(),
                    row.assignedTo(),
                    row.published());
        }
    }

    /** @param before where the next page begins; absent on the last one */
    public record Answers(List<Answer> answers, @Nullable Long before) {}

    /** A published answer. */
    public record Answer(
            long id,
            String agency,
            String kind,
            LocalDateTime publishedAt,
            String title,
            String content,
            String answer) {
        static Answer of(PublishedPetition petition) {
            return new Answer(
                    petition.id(),
                    petition.agency(),
                    petition.kind(),
                    petition.text().at(),
                    petition.text().title(),
                    petition.text().content(),
                    petition.text().answer());
        }
    }
}
