package vn.kientao.reform.procedures.domain.petition;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Which petitions of an agency.
 *
 * @param running those that run, by deadline; else those that have ended, newest first
 * @param dueBefore only those whose deadline lies before
 * @param words folded
 */
public record PetitionFilter(
        String agency,
        boolean running,
        Optional<PetitionState> state,
        Optional<String> kind,
        Optional<LocalDateTime> dueBefore,
        Optional<String> words) {
    public PetitionFilter {
        requireNonNull(agency, "agency");
        requireNonNull(state, "state");
        requireNonNull(kind, "kind");
        requireNonNull(dueBefore, "dueBefore");
        requireNonNull(words, "words");
    }
}
