package vn.kientao.reform.procedures.domain;

import static java.util.Objects.requireNonNull;

/**
 * Something that the published record does not tell, for a person to complete.
 *
 * @param field where, as a path into {@link Procedure}: {@code channels[0].deadline}
 * @param text the published words in question, shortened to at most {@value #LONGEST_TEXT} characters
 */
public record Gap(GapKind kind, String field, String text) {

    private static final int LONGEST_TEXT = 300;

    public Gap {
        requireNonNull(kind, "kind");
        requireNonNull(field, "field");
        requireNonNull(text, "text");
        text = Excerpts.of(text, LONGEST_TEXT);
    }

    /** The key of the sentence that explains it, in the module's text file. */
    public String key() {
        return kind.key();
    }
}
