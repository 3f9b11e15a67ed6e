package vn.kientao.reform.procedures.app.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Level;
import vn.kientao.reform.procedures.domain.variant.Audience;

/**
 * What somebody looks for.
 *
 * @param words as typed; empty for everything
 * @param agency name of an agency that carries it out or decides
 * @param online only procedures that can be handed in online
 * @param gap only procedures in which this is to be completed
 * @param audience only procedures for these; empty for all
 */
public record SearchQuery(
        String words,
        Optional<String> field,
        Optional<Level> level,
        Optional<String> agency,
        boolean online,
        Optional<GapKind> gap,
        Optional<Audience> audience) {

    public SearchQuery {
        requireNonNull(words, "words");
        requireNonNull(field, "field");
        requireNonNull(level, "level");
        requireNonNull(agency, "agency");
        requireNonNull(gap, "gap");
        requireNonNull(audience, "audience");
    }

    /** What somebody looks for among all procedures. */
    public SearchQuery(
            String words,
            Optional<String> field,
            Optional<Level> level,
            Optional<String> agency,
            boolean online,
            Optional<GapKind> gap) {
        this(words, field, level, agency, online, gap, Optional.empty());
    }

    /** All procedures that match {@code words}. */
    public static SearchQuery of(String words) {
        return new SearchQuery(words, Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    /** The same among the procedures for these only. */
    public SearchQuery among(Audience only) {
        return new SearchQuery(words, field, level, agency, online, gap, Optional.of(only));
    }

    /** Whether something beside the words narrows the search. */
    public boolean narrowed() {
        return audience.filter(Audience.INTERNAL::equals).isPresent()
                || field.isPresent()
                || level.isPresent()
                || agency.isPresent()
                || online
                || gap.isPresent();
    }
}
