package vn.kientao.reform.procedures.app.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Level;

/**
 * What somebody looks for.
 *
 * @param words as typed; empty for everything
 * @param agency name of an agency that carries it out or decides
 * @param online only procedures that can be handed in online
 * @param gap only procedures in which this is to be completed
 */
public record SearchQuery(
        String words,
        Optional<String> field,
        Optional<Level> level,
        Optional<String> agency,
        boolean online,
        Optional<GapKind> gap) {

    public SearchQuery {
        requireNonNull(words, "words");
        requireNonNull(field, "field");
        requireNonNull(level, "level");
        requireNonNull(agency, "agency");
        requireNonNull(gap, "gap");
    }

    /** All procedures that match {@code words}. */
    public static SearchQuery of(String words) {
        return new SearchQuery(words, Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    /** Whether something beside the words narrows the search. */
    public boolean narrowed() {
        return field.isPresent() || level.isPresent() || agency.isPresent() || online || gap.isPresent();
    }
}
