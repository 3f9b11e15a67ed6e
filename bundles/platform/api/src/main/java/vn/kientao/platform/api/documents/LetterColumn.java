package vn.kientao.platform.api.documents;

import static java.util.Objects.requireNonNull;

/**
 * One column of a table in a letter.
 *
 * @param width its share of the table, in percent
 */
public record LetterColumn(String title, int width, boolean centred) {
    public LetterColumn {
        requireNonNull(title, "title");
        if (width < 1 || width > 100) {
            throw new IllegalArgumentException("a column takes 1 to 100 percent, not " + width);
        }
    }
}
