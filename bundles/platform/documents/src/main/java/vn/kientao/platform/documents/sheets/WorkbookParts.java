package vn.kientao.platform.documents.sheets;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.text.Folding;

/** The parts of a workbook that are not rows. */
final class WorkbookParts {
    static final int STYLE_PLAIN = 0;
    /** A text that stays one when somebody edits it, whatever it looks like. */
    static final int STYLE_TEXT = 1;

    static final int STYLE_DAY = 2;
    static final int STYLE_TIME = 3;
    static final int STYLE_PERCENT = 4;
    static final int STYLE_HEADING = 5;
    static final int STYLE_HEADER = 6;

    private static final int MOST_NAME = 31;
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    static final String SHEET_END = "</sheetData><pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" "
            + "header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
            + "</worksheet>";

    static final String STYLES = DECLARATION + """
            <styleSheet xmlns="%s">\
            <numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>\
            <numFmt numFmtId="165" formatCode="hh:mm\\ dd/mm/yyyy"/><numFmt numFmtId="166" formatCode="0.0#%%"/></numFmts>\
            <fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font>\
            <font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts>\
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
            <fill><patternFill patternType="solid"><fgColor rgb="FFDDE6EE"/></patternFill></fill></fills>\
            <borders count="1"><border/></borders>\
            <cellStyleXfs count="1"><xf/></cellStyleXfs>\
            <cellXfs count="7"><xf xfId="0"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" quotePrefix="1"/>\
            <xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="165" applyNumberFormat="1"/>\
            <xf xfId="0" numFmtId="166" applyNumberFormat="1"/><xf xfId="0" fontId="1" applyFont="1"/>\
            <xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">\
            <alignment vertical="center" wrapText="1"/></xf></cellXfs>\
            </styleSheet>""".formatted(MAIN);

    static final String PACKAGE_RELATIONS = DECLARATION + "<Relationships xmlns=\"" + PACKAGE
            + "/relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

    private WorkbookParts() {}

    static String sheetStart(SheetLayout layout) {
        StringBuilder columns = new StringBuilder();
        int number = 0;
        for (SheetColumn column : layout.columns()) {
            number++;
            columns.append("<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" customWidth=\"1\"/>"
                    .formatted(number, column.width()));
        }
        int header = layout.heading().size() + 1;
        return DECLARATION + """
                <worksheet xmlns="%s"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
                <sheetViews><sheetView workbookViewId="0">\
                <pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
                <cols>%s</cols><sheetData>""".formatted(MAIN, header, header + 1, columns);
    }

    /** A sheet: its name and the row of its header. */
    record Named(String name, int header) {
        /** @param number of the sheet among those of its layout, from 1 */
        static Named of(SheetLayout layout, int number) {
            return new Named(
                    WorkbookParts.name(layout, number), layout.heading().size() + 1);
        }
    }

    /** Every sheet repeats its header row on each printed page. */
    static String workbook(List<Named> sheets) {
        return DECLARATION + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>"
                + each(
                        sheets.size(),
                        number -> "<sheet name=\"%s\" sheetId=\"%2$d\" r:id=\"rId%2$d\"/>"
                                .formatted(escaped(sheets.get(number - 1).name()), number))
                + "</sheets><definedNames>"
                + each(
                        sheets.size(),
                        number ->
                                "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"%d\">'%s'!$%3$d:$%3$d</definedName>"
                                        .formatted(
                                                number - 1,
                                                escaped(sheets.get(number - 1)
                                                        .name()
                                                        .replace("'", "''")),
                                                sheets.get(number - 1).header()))
                + "</definedNames></workbook>";
    }

    static String relations(int sheets) {
        return DECLARATION + "<Relationships xmlns=\"" + PACKAGE + "/relationships\">"
                + each(
                        sheets,
                        number ->
                                "<Relationship Id=\"rId%1$d\" Type=\"%2$s/worksheet\" Target=\"worksheets/sheet%1$d.xml\"/>"
                                        .formatted(number, OFFICE))
                + "<Relationship Id=\"rId" + (sheets + 1) + "\" Type=\"" + OFFICE
                + "/styles\" Target=\"styles.xml\"/></Relationships>";
    }

    static String contentTypes(int sheets) {
        return DECLARATION + "<Types xmlns=\"" + PACKAGE + "/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + override("workbook.xml", "sheet.main+xml")
                + override("styles.xml", "styles+xml")
                + each(sheets, number -> override("worksheets/sheet" + number + ".xml", "worksheet+xml"))
                + "</Types>";
    }

    /** Text for an element or attribute; characters that XML cannot hold are left out. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#13;");
                default -> {
                    boolean control = sign < ' ' && sign != '\t' && sign != '\n';
                    boolean outside = (sign >= 0xD800 && sign <= 0xDFFF) || sign == 0xFFFE || sign == 0xFFFF;
                    if (!control && !outside) {
                        escaped.appendCodePoint(sign);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static String name(SheetLayout layout, int number) {
        String suffix = number == 1 ? "" : " (" + number + ")";
        String name = Folding.nfc(layout.name());
        return name.substring(0, Math.min(name.length(), MOST_NAME - suffix.length())) + suffix;
    }

    private static String override(String part, String kind) {
        return "<Override PartName=\"/xl/" + part + "\" ContentType=\"" + KIND + kind + "\"/>";
    }

    private static String each(int sheets, IntFunction<String> one) {
        return IntStream.rangeClosed(1, sheets).mapToObj(one).collect(Collectors.joining());
    }
}
