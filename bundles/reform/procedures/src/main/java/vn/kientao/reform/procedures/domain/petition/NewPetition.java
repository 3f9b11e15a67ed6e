package vn.kientao.reform.procedures.domain.petition;

import static java.util.Objects.requireNonNull;

/**
 * A petition as it is handed in.
 *
 * @param agency code of the agency it is addressed to
 * @param kind {@link PetitionKind#code}
 * @param channel {@code online}, or {@code letter}, {@code phone}, {@code form} when an officer enters it
 * @param dossier code of the dossier it is about; may be empty
 */
public record NewPetition(
        String agency, String kind, String channel, Sender sender, String dossier, String title, String content) {
    public NewPetition {
        requireNonNull(agency, "agency");
        requireNonNull(kind, "kind");
        requireNonNull(channel, "channel");
        requireNonNull(sender, "sender");
        requireNonNull(dossier, "dossier");
        requireNonNull(title, "title");
        requireNonNull(content, "content");
    }
}
