package vn.kientao.platform.api.documents;

import static java.util.Objects.requireNonNull;

/**
 * One column of a sheet.
 *
 * @param title what stands in the header row
 * @param width in characters, 1 to 255
 */
public record SheetColumn(String title, int width) {
    private static final int MOST_WIDTH = 255;

    public SheetColumn {
        requireNonNull(title, "title");
        if (width < 1 || width > MOST_WIDTH) {
            throw new IllegalArgumentException("a column is 1 to 255 characters wide, not " + width);
        }
    }
}
