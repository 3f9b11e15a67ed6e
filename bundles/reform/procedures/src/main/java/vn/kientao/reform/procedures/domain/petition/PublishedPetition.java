package vn.kientao.reform.procedures.domain.petition;

import static java.util.Objects.requireNonNull;

/** A petition and its answer as everybody may read them. */
public record PublishedPetition(long id, String agency, String kind, Petition.Published text) {
    public PublishedPetition {
        requireNonNull(agency, "agency");
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
    }
}
