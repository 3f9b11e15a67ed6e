package vn.kientao.platform.documents.letters;

import vn.kientao.platform.api.documents.LetterPaper;

/**
 * The measures of a letter: margins in millimetres, sizes in points. For A4 they are those of Decree 30/2020/NĐ-CP, Annex I,
 * part I; a slip on A5 is as much smaller as its sheet.
 *
 * @param width of the sheet
 * @param names size of the national title and of the names of bodies
 * @param motto size of the motto, the reference, place and day
 * @param text size of the body
 * @param indent of the first line of a paragraph
 * @param gap between paragraphs
 * @param leftShare what the issuing body takes of the width, in percent
 */
record Measures(
        int width,
        int height,
        int top,
        int right,
        int bottom,
        int left,
        double names,
        double motto,
        double title,
        double text,
        double indent,
        double gap,
        int leftShare) {
    private static final Measures A4 = new Measures(210, 297, 20, 15, 20, 30, 12, 13, 14, 13, 12.7, 6, 42);
    private static final Measures LANDSCAPE = new Measures(297, 210, 20, 15, 15, 20, 12, 13, 14, 11, 12.7, 6, 38);
    private static final Measures A5 = new Measures(148, 210, 10, 10, 10, 14, 8.5, 9.5, 12, 10, 0, 3, 42);

    static Measures of(LetterPaper paper) {
        return switch (paper) {
            case A4 -> A4;
            case A4_LANDSCAPE -> LANDSCAPE;
            case A5 -> A5;
        };
    }

    /** Between the margins, in millimetres. */
    int measure() {
        return width - left - right;
    }
}
