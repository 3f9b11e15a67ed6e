package vn.kientao.reform.procedures.app.petition;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.reform.procedures.domain.petition.PetitionAction;
import vn.kientao.reform.procedures.domain.petition.PetitionClass;

/**
 * What somebody wants to do to a petition.
 *
 * @param note what is asked, told, or given as a reason; may be empty where the action needs none
 * @param classification what the petition turned out to be; kept when it says nothing new
 * @param to who gets it; empty keeps who has it
 * @param agency code of the agency of the province into whose register it moves; empty when it goes to no such one
 * @param answer the answer's words; empty keeps them
 * @param title the published title
 * @param content the published content
 * @param rating 5 to 1, from the sender
 * @param site address of the module's public pages, for the e-mail to the sender; empty when there is none to send
 */
public record PetitionChange(
        PetitionAction action,
        String note,
        Optional<PetitionClass> classification,
        String to,
        String agency,
        String answer,
        String title,
        String content,
        Optional<Integer> rating,
        String site) {
    public PetitionChange {
        requireNonNull(action, "action");
        requireNonNull(note, "note");
        requireNonNull(classification, "classification");
        requireNonNull(to, "to");
        requireNonNull(agency, "agency");
        requireNonNull(answer, "answer");
        requireNonNull(title, "title");
        requireNonNull(content, "content");
        requireNonNull(rating, "rating");
        requireNonNull(site, "site");
    }

    /** One that only says something. */
    public static PetitionChange saying(PetitionAction action, String note) {
        return new PetitionChange(action, note, Optional.empty(), "", "", "", "", "", Optional.empty(), "");
    }

    public PetitionChange as(PetitionClass what) {
        return new PetitionChange(action, note, Optional.of(what), to, agency, answer, title, content, rating, site);
    }

    public PetitionChange to(String whom) {
        return new PetitionChange(action, note, classification, whom, agency, answer, title, content, rating, site);
    }

    /** Into the register of an agency of the province. */
    public PetitionChange into(String code, String name) {
        return new PetitionChange(action, note, classification, name, code, answer, title, content, rating, site);
    }

    /** Whose sender can be told by e-mail, with a link there. */
    public PetitionChange at(String address) {
        return new PetitionChange(action, note, classification, to, agency, answer, title, content, rating, address);
    }

    public PetitionChange answering(String words) {
        return new PetitionChange(action, note, classification, to, agency, words, title, content, rating, site);
    }

    public PetitionChange publishing(String publicTitle, String publicContent, String publicAnswer) {
        return new PetitionChange(
                action, note, classification, to, agency, publicAnswer, publicTitle, publicContent, rating, site);
    }

    public PetitionChange rated(int level) {
        return new PetitionChange(
                action, note, classification, to, agency, answer, title, content, Optional.of(level), site);
    }
}
