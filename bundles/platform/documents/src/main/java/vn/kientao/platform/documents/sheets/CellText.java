package vn.kientao.platform.documents.sheets;

import vn.kientao.platform.api.text.Folding;

/** The words of a cell. */
final class CellText {
    /** What a cell can hold at most, in spreadsheets of any make. */
    static final int MOST_CHARACTERS = 32_767;

    private CellText() {}

    /** In NFC, stripped, without the apostrophe that keeps a formula from being one. */
    static String typed(String raw) {
        return Harmless.plain(Folding.nfc(raw).strip());
    }

    /** In NFC, cut where no cell could hold it: spreadsheets take the whole file for broken otherwise. */
    static String fitting(String value) {
        String text = Folding.nfc(value);
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
    }

    static void roomIn(StringBuilder cell, int more) {
        if (cell.length() + more > MOST_CHARACTERS) {
            throw Refusals.over("text", MOST_CHARACTERS);
        }
    }
}
