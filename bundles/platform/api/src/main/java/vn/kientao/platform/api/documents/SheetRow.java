package vn.kientao.platform.api.documents;

import java.util.List;

/**
 * One row that was read from a sheet.
 *
 * @param number as a spreadsheet program numbers it, from 1
 * @param cells what a Vietnamese reader sees in them, in Unicode NFC, stripped: {@code 1234,5}, {@code 95,5%},
 *     {@code 09/02/2026}, {@code 14:05 09/02/2026}
 */
public record SheetRow(int number, List<String> cells) {
    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The cell in a column counted from 0; empty where the row ends before it. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
