package vn.kientao.platform.api.documents;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What stands around the rows of a sheet.
 *
 * @param name of the sheet inside its workbook, 1 to 31 characters, none of {@code []:*?/\}
 * @param heading lines above the header row: what is listed, whose, of which period; may be empty
 */
public record SheetLayout(String name, List<String> heading, List<SheetColumn> columns) {
    private static final int MOST_CHARACTERS = 31;
    private static final String FORBIDDEN = "[]:*?/\\";

    public SheetLayout {
        requireNonNull(name, "name");
        heading = List.copyOf(heading);
        columns = List.copyOf(columns);
        if (name.isBlank()
                || name.length() > MOST_CHARACTERS
                || name.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("a sheet cannot be named " + name);
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a sheet has at least one column");
        }
    }

    /** Columns alone, without lines above them. */
    public static SheetLayout of(String name, List<SheetColumn> columns) {
        return new SheetLayout(name, List.of(), columns);
    }
}
